import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { PlanAndUsage } from '@/components/account/PlanAndUsage'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { profileQueries } from '@/hooks/queries/profile'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'

export function BillingPage() {
  const userId = useUserId()
  const [now] = useState(() => new Date())
  const profile = useQuery(profileQueries.me(userId))
  const planId = profile.data?.subscriptionPlan
  const plan = useQuery({ ...profileQueries.plan(userId, planId ?? 'free'), enabled: planId !== undefined })
  const films = useQuery(profileQueries.filmsThisMonth(userId))
  const failed = [profile, plan, films].find(({ error, data }) => error && data === undefined)
  const ready = profile.data && plan.data && films.data !== undefined
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('account.billing')} />
      {failed && <LoadFailed error={failed.error} onRetry={() => void failed.refetch()} />}
      {ready && (
        <PlanAndUsage
          plan={plan.data}
          films={films.data}
          storageBytes={profile.data.totalStorageBytes}
          now={now}
        />
      )}
      {!ready && !failed && (
        <Loading>
          <div className="skeleton h-52 rounded-card" />
          <div className="skeleton mt-6 h-64 rounded-card" />
        </Loading>
      )}
    </div>
  )
}
