import { Panel } from '@/components/ui/Panel'
import type { Subscription } from '@/domain/subscription'
import { formatDate } from '@/lib/format'
import { t } from '@/lib/i18n'

/** What is paid for. Read-only: payments are made elsewhere. */
export function SubscriptionPanel({ subscription }: { subscription: Subscription | null }) {
  return (
    <Panel title={t('account.subscription')}>
      {subscription ? <Facts subscription={subscription} /> : <p>{t('account.subscriptionNone')}</p>}
    </Panel>
  )
}

function Facts({ subscription: { planId, status, periodEnd } }: { subscription: Subscription }) {
  return (
    <>
      <p className="font-medium">
        {t(`account.plan_${planId}`)} · {t(`account.subscription_${status}`)}
      </p>
      {status === 'active' && periodEnd !== null && (
        <p className="mt-1 text-muted">{t('account.subscriptionUntil', { date: formatDate(periodEnd) })}</p>
      )}
      {status === 'past_due' && <p className="mt-1 text-muted">{t('account.subscriptionDueText')}</p>}
      {status === 'canceled' && <p className="mt-1 text-muted">{t('account.subscriptionEndedText')}</p>}
    </>
  )
}
