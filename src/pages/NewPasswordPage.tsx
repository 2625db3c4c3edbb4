import { useNavigate } from 'react-router-dom'
import { AccountLayout } from '@/components/account/AccountLayout'
import { LinkProblem, mayStillBeGood } from '@/components/account/LinkProblem'
import { NewPasswordForm } from '@/components/account/NewPasswordForm'
import { Loading } from '@/components/ui/Loading'
import { useEmailLink } from '@/hooks/useEmailLink'
import { useSession } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { paths } from '@/lib/paths'

/**
 * Where the link for a new password leads. The link signs the person in, so this page stands outside the guards, which would
 * lead on at once.
 */
export function NewPasswordPage() {
  const link = useEmailLink()
  const session = useSession()
  const navigate = useNavigate()
  const title = t('account.newPasswordTitle')
  if (link.status === 'refused') {
    const good = mayStillBeGood(link)
    return (
      <AccountLayout
        title={title}
        heading={t(good ? 'account.linkFailedTitle' : 'account.linkGoneTitle')}
        lead={good ? '' : t('account.linkGoneLead')}
      >
        <LinkProblem refused={link} signIn={false} />
      </AccountLayout>
    )
  }
  if (session.status === 'starting' || link.status === 'opening') {
    return (
      <AccountLayout title={title} heading={title} lead="">
        <Loading className="block skeleton h-40" />
      </AccountLayout>
    )
  }
  if (session.status === 'out') {
    return (
      <AccountLayout title={title} heading={t('account.linkNeededTitle')} lead={t('account.linkNeededLead')}>
        <LinkProblem refused={null} signIn={false} />
      </AccountLayout>
    )
  }
  return (
    <AccountLayout
      title={title}
      heading={title}
      lead={t('account.newPasswordLead', { email: session.email })}
    >
      <NewPasswordForm
        email={session.email}
        onSave={async (password) => {
          const { setPassword } = await import('@/data/password')
          await setPassword(password)
          notify.success(t('account.passwordSaved'))
          await navigate(paths.projects, { replace: true })
        }}
      />
    </AccountLayout>
  )
}
