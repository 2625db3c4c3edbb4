import Check from 'lucide-react/icons/check'
import { Panel } from '@/components/ui/Panel'
import type { Plan } from '@/domain/plan'
import { formatBytes, formatDate, formatDuration } from '@/lib/format'
import { t } from '@/lib/i18n'
import { Meter } from './Meter'

type PlanAndUsageProps = { plan: Plan; films: number; storageBytes: number; now: Date }

export function PlanAndUsage({ plan, films, storageBytes, now }: PlanAndUsageProps) {
  const limits = [
    t('account.limitFilms', { count: plan.monthlyVideos }),
    t('account.limitStorage', { size: formatBytes(plan.maxStorageBytes) }),
    t('account.limitPhotos', { count: plan.maxPhotos }),
    t('account.limitDuration', { duration: formatDuration(plan.maxDurationSeconds) }),
    t('account.limitJobs', { count: plan.maxActiveJobs }),
  ]
  return (
    <div className="grid gap-6">
      <Panel title={t('account.usage')}>
        <div className="grid gap-7">
          <Meter
            label={t('account.films')}
            used={films}
            limit={plan.monthlyVideos}
            valueText={t('account.filmsUse', { used: films, limit: plan.monthlyVideos })}
            note={t('account.resets', { date: formatDate(startOfNextMonth(now)) })}
          />
          <Meter
            label={t('account.storage')}
            used={storageBytes}
            limit={plan.maxStorageBytes}
            valueText={t('account.storageUse', {
              used: formatBytes(storageBytes),
              limit: formatBytes(plan.maxStorageBytes),
            })}
          />
        </div>
      </Panel>
      <Panel title={`${t('account.plan')}: ${t(`account.plan_${plan.id}`)}`} lead={t('account.limits')}>
        <ul className="grid gap-2.5">
          {limits.map((limit) => (
            <li key={limit} className="flex items-start gap-3">
              <Check aria-hidden className="mt-0.5 size-5 shrink-0 text-success" strokeWidth={2} />
              {limit}
            </li>
          ))}
        </ul>
      </Panel>
    </div>
  )
}

/** The database counts months in UTC. */
const startOfNextMonth = (now: Date) =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 1, 1)).toISOString()
