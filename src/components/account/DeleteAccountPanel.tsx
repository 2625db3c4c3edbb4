import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { Button } from '@/components/ui/Button'
import { Panel } from '@/components/ui/Panel'
import { billingQueries } from '@/hooks/queries/billing'
import { useOpenModal } from '@/hooks/useModal'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function DeleteAccountPanel({ userId, email }: { userId: string; email: string }) {
  const open = useOpenModal('deleteAccount')
  const { data: subscription } = useQuery(billingQueries.subscription(userId))
  // One that was ended, or has an end, is charged no more.
  const isCharged = !!subscription && subscription.status !== 'canceled' && subscription.periodEnd === null
  return (
    <Panel title={t('accountData.deleteTitle')} lead={t('accountData.deleteLead')}>
      {isCharged && (
        <p className="mb-4 rounded-control bg-accent-soft px-4 py-3 text-sm">
          {t('account.stillPaid', { plan: t(`account.plan_${subscription.planId}`) })}{' '}
          <Link to={paths.billing} className="font-medium underline underline-offset-4">
            {t('account.billing')}
          </Link>
        </p>
      )}
      <Button variant="danger" onClick={() => open({ email })}>
        {t('accountData.delete')}
      </Button>
    </Panel>
  )
}
