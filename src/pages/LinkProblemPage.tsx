import { Navigate } from 'react-router-dom'
import { AccountLayout } from '@/components/account/AccountLayout'
import { LinkProblem, mayStillBeGood } from '@/components/account/LinkProblem'
import { ButtonLink } from '@/components/ui/Button'
import { Loading } from '@/components/ui/Loading'
import { useEmailLink } from '@/hooks/useEmailLink'
import { useSession } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** Where a link from an e-mail leads that opened nothing: what happened, and ways on for whoever it may be. */
export function LinkProblemPage() {
  const link = useEmailLink()
  const session = useSession()
  if (link.status === 'opened') return <Navigate to={paths.home} replace />
  const refused = link.status === 'refused' ? link : null
  const good = refused !== null && mayStillBeGood(refused)
  const title = t(good ? 'account.linkFailedTitle' : 'account.linkGoneTitle')
  if (session.status === 'starting' || link.status === 'opening') {
    return (
      <AccountLayout title={title} heading={title} lead="">
        <Loading className="block skeleton h-40" />
      </AccountLayout>
    )
  }
  return (
    <AccountLayout title={title} heading={title} lead={good ? '' : t('account.linkGoneLead')}>
      {session.status === 'in' ? (
        <div className="grid gap-5">
          <p>{t('account.linkSignedIn')}</p>
          <div>
            <ButtonLink variant="primary" to={paths.projects}>
              {t('account.toProjects')}
            </ButtonLink>
          </div>
        </div>
      ) : (
        <div className="grid gap-5">
          {!good && <p>{t('account.linkConfirmHint')}</p>}
          <LinkProblem refused={refused} signIn />
        </div>
      )}
    </AccountLayout>
  )
}
