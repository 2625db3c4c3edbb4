import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { InvoicesPanel } from '@/components/account/InvoicesPanel'
import { PlanAndUsage } from '@/components/account/PlanAndUsage'
import { SubscriptionPanel } from '@/components/account/SubscriptionPanel'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { billingQueries } from '@/hooks/queries/billing'
import { profileQueries } from '@/hooks/queries/profile'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'

export function BillingPage() {
  const userId = useUserId()
  return (
    <div className="max-w-2xl">
      <PageHeader title={t('account.billing')} />
      <div className="grid gap-6">
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
  const subscription = useQuery(billingQueries.subscription(userId))
  const invoices = useQuery(billingQueries.invoices(userId))
  const failed = [subscription, invoices].find(({ error, data }) => error && data === undefined)
  if (failed) return <LoadFailed error={failed.error} onRetry={() => void failed.refetch()} />
  if (subscription.data === undefined || !invoices.data) return <Waiting />
  return (
    <>
      <SubscriptionPanel subscription={subscription.data} />
      <InvoicesPanel invoices={invoices.data} />
    </>
  )
}

function Waiting() {
  return (
    <Loading>
      <div className="skeleton h-52 rounded-card" />
      <div className="skeleton mt-6 h-64 rounded-card" />
    </Loading>
  )
}
