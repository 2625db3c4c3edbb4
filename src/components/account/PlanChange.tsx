import ExternalLink from 'lucide-react/icons/external-link'
import { buttonClass } from '@/components/ui/Button'
import { Panel } from '@/components/ui/Panel'
import type { Plan } from '@/domain/plan'
import type { Profile } from '@/domain/profile'
import type { Subscription } from '@/domain/subscription'
import { checkoutUrl, portalUrl, type Checkout } from '@/lib/checkoutEnv'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'

type PlanChangeProps = {
  profile: Profile
  subscription: Subscription | null
  plans: readonly Plan[]
  checkout: Checkout
  isWaiting: boolean
  /** Somebody went to pay. */
  onLeave: () => void
}

/**
 * The ways to the payment pages of this build; nothing where there are none.
 *
 * [Note: one subscription at a time] Whoever has one that runs changes it in the provider's portal: a second checkout would
 * make a second subscription, and both would be charged.
 */
export function PlanChange({ profile, subscription, plans, checkout, isWaiting, onLeave }: PlanChangeProps) {
  const isRunning = subscription !== null && subscription.status !== 'canceled'
  const offers = isRunning ? [] : plans.filter(({ id }) => id !== 'free' && checkout.plans[id] !== undefined)
  const portal = subscription === null ? null : checkout.portal
  if (offers.length === 0 && portal === null) return null
  return (
    <Panel
      title={t('account.changePlan')}
      lead={t(isRunning ? 'account.changePlanRunning' : 'account.changePlanLead')}
    >
      <div className="grid gap-5">
        {offers.length > 0 && (
          <ul aria-label={t('account.changePlan')} className="grid gap-4 sm:grid-cols-2">
            {offers.map((plan) => (
              <Offer
                key={plan.id}
                plan={plan}
                href={checkoutUrl(
                  checkout.plans[plan.id === 'enterprise' ? 'enterprise' : 'pro'] ?? '',
                  profile,
                )}
                onLeave={onLeave}
              />
            ))}
          </ul>
        )}
        {portal !== null && (
          <a
            href={portalUrl(portal, profile)}
            target="_blank"
            rel="noreferrer"
            onClick={onLeave}
            className={`${buttonClass()} justify-self-start`}
          >
            {t('account.openPortal')}
            <ExternalLink aria-hidden className="size-4.5" strokeWidth={1.75} />
          </a>
        )}
        <output className="text-sm text-muted empty:hidden">
          {isWaiting && t('account.paymentAwaited')}
        </output>
      </div>
    </Panel>
  )
}

function Offer({ plan, href, onLeave }: { plan: Plan; href: string; onLeave: () => void }) {
  const name = t(`account.plan_${plan.id}`)
  const limits = [
    t('account.limitFilms', { count: plan.monthlyVideos }),
    t('account.limitStorage', { size: formatBytes(plan.maxStorageBytes) }),
    t('account.limitPhotos', { count: plan.maxPhotos }),
  ]
  return (
    <li className="flex flex-col gap-4 rounded-card border border-line bg-paper p-5">
      <p className="font-display text-xl font-semibold">{name}</p>
      <ul className="grid flex-1 content-start gap-1.5 text-sm text-muted">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ul>
      <a
        href={href}
        target="_blank"
        rel="noreferrer"
        onClick={onLeave}
        className={buttonClass({ variant: 'primary' })}
      >
        {t('account.choosePlan', { plan: name })}
        <ExternalLink aria-hidden className="size-4.5" strokeWidth={1.75} />
      </a>
    </li>
  )
}
