import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { InvoicesPanel } from '@/components/account/InvoicesPanel'
import { PlanChange } from '@/components/account/PlanChange'
import { PlanAndUsage } from '@/components/account/PlanAndUsage'
import { SubscriptionPanel } from '@/components/account/SubscriptionPanel'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import type { Subscription } from '@/domain/subscription'
import { billingQueries } from '@/hooks/queries/billing'
import { profileQueries } from '@/hooks/queries/profile'
import { usePaymentWatch } from '@/hooks/usePaymentWatch'
import { useUserId } from '@/hooks/useSession'
import { readCheckout } from '@/lib/checkoutEnv'
import { t } from '@/lib/i18n'

export function BillingPage() {
  const userId = useUserId()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('account.billing')} />
      <div className="grid grid-cols-1 gap-6">
        <Usage userId={userId} />
        <Payments userId={userId} />
      </div>
    </div>
  )
}

function Usage({ userId }: { userId: string }) {
  const [now] = useState(() => new Date())
  const profile = useQuery(profileQueries.me(userId))
  const planId = profile.data?.subscriptionPlan
  const plan = useQuery({ ...profileQueries.plan(userId, planId ?? 'free'), enabled: planId !== undefined })
  const films = useQuery(profileQueries.filmsThisMonth(userId))
  const failed = [profile, plan, films].find(({ error, data }) => error && data === undefined)
  if (failed) return <LoadFailed error={failed.error} onRetry={() => void failed.refetch()} />
  if (!profile.data || !plan.data || films.data === undefined) return <Waiting />
  return (
    <PlanAndUsage
      plan={plan.data}
      films={films.data}
      storageBytes={profile.data.totalStorageBytes}
      now={now}
    />
  )
}

function Payments({ userId }: { userId: string }) {
  const { subscription, isWaiting, onLeave } = usePaymentWatch(userId)
  const invoices = useQuery(billingQueries.invoices(userId))
  const failed = [subscription, invoices].find(({ error, data }) => error && data === undefined)
  if (failed) return <LoadFailed error={failed.error} onRetry={() => void failed.refetch()} />
  if (subscription.data === undefined || !invoices.data) return <Waiting />
  return (
    <>
      <SubscriptionPanel subscription={subscription.data} />
      <Change userId={userId} subscription={subscription.data} isWaiting={isWaiting} onLeave={onLeave} />
      <InvoicesPanel invoices={invoices.data} />
    </>
  )
}

type ChangeProps = {
  userId: string
  subscription: Subscription | null
  isWaiting: boolean
  onLeave: () => void
}

/** Offers are an extra: while they load, and where they cannot be loaded, the page is complete without. */
function Change({ userId, ...rest }: ChangeProps) {
  const [checkout] = useState(() => readCheckout())
  const isConfigured = checkout.portal !== null || Object.keys(checkout.plans).length > 0
  const profile = useQuery(profileQueries.me(userId))
  const plans = useQuery({ ...profileQueries.plans(userId), enabled: isConfigured })
  if (!isConfigured || !profile.data || !plans.data) return null
  return <PlanChange profile={profile.data} plans={plans.data} checkout={checkout} {...rest} />
}

function Waiting() {
  return (
    <Loading>
      <div className="skeleton h-52 rounded-card" />
      <div className="skeleton mt-6 h-64 rounded-card" />
    </Loading>
  )
}
