import { useQuery } from '@tanstack/react-query'
import ChevronDown from 'lucide-react/icons/chevron-down'
import { useState } from 'react'
import { Link } from 'react-router-dom'
import { profileQueries } from '@/hooks/queries/profile'
import { usageQueries } from '@/hooks/queries/usage'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { FilmsChart } from './FilmsChart'
import { StorageChart } from './StorageChart'

/** Px. On a phone it would stand between a person and their projects, so there it is opened by who wants it. */
const OPEN_FROM = 1024

/** How full the storage is and with what, and how many films each month had. */
export function UsagePanel({ userId }: { userId: string }) {
  const [isOpen, setIsOpen] = useState(() => innerWidth >= OPEN_FROM)
  const { data: profile } = useQuery(profileQueries.me(userId))
  const { data: plan } = useQuery({
    ...profileQueries.plan(userId, profile?.subscriptionPlan ?? 'free'),
    enabled: profile !== undefined,
  })
  const { data: storage } = useQuery(usageQueries.storage(userId))
  const { data: months } = useQuery(usageQueries.months(userId))
  const films = months?.at(-1)?.films ?? 0
  if (!profile || !plan) return <div className="skeleton h-15 rounded-card" />
  return (
    <details
      open={isOpen}
      onToggle={({ currentTarget }) => setIsOpen(currentTarget.open)}
      className="group rounded-card border border-line bg-surface shadow-card"
    >
      <summary className="flex min-h-15 cursor-pointer list-none flex-wrap items-center gap-x-4 gap-y-0.5 rounded-card px-5 py-3 [&::-webkit-details-marker]:hidden">
        <h2 className="font-semibold">{t('dashboard.usage')}</h2>
        <span className="text-sm text-muted group-open:invisible">
          {t('dashboard.usageSummary', { storage: formatBytes(profile.totalStorageBytes), count: films })}
        </span>
        <ChevronDown
          aria-hidden
          className="ml-auto size-5 text-muted transition-transform duration-calm group-open:rotate-180"
          strokeWidth={1.75}
        />
      </summary>
      {isOpen && (
        <div className="grid gap-8 px-5 pt-1 pb-5 md:grid-cols-2 md:gap-12">
          <div className="flex flex-col">
            <StorageChart
              uses={storage ?? []}
              used={profile.totalStorageBytes}
              limit={plan.maxStorageBytes}
            />
            <Link
              to={paths.billing}
              className="mt-auto flex min-h-6 w-fit items-center rounded-mark pt-3 text-sm font-medium text-accent hover:underline"
            >
              {t('dashboard.plan')}
            </Link>
          </div>
          <FilmsChart months={months ?? []} limit={plan.monthlyVideos} />
        </div>
      )}
    </details>
  )
}
