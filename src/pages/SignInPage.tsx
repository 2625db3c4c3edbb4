import { useLocation } from 'react-router-dom'
import { AccountLayout } from '@/components/account/AccountLayout'
import { AccountLink } from '@/components/account/AccountLink'
import { SignInForm } from '@/components/account/SignInForm'
import { useTypedEmail } from '@/components/account/typedEmail'
import type { SignInValues } from '@/components/account/schemas'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function SignInPage() {
  const { search } = useLocation()
  return (
    <AccountLayout
      title={t('account.signIn')}
      heading={t('account.signInTitle')}
      lead={t('account.signInLead')}
      footer={
        <>
          {t('account.noAccount')} <AccountLink to={paths.signUp + search}>{t('account.signUp')}</AccountLink>
        </>
      }
    >
      {/* The guard of this route leads on as soon as supabase-js has the session. */}
      <SignInForm email={useTypedEmail()} onSignIn={enter} onResend={resend} />
    </AccountLayout>
  )
}

/** See [Note: nobody waits for supabase-js to be a stranger]: by now it has long been loaded. */
async function enter({ email, password }: SignInValues): Promise<void> {
  const { signIn } = await import('@/data/session')
  await signIn(email, password)
}

async function resend(email: string): Promise<void> {
  const { resendConfirmation } = await import('@/data/emailLinks')
  await resendConfirmation(email)
}
