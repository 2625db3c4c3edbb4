import { Link, useLocation } from 'react-router-dom'
import { AccountLayout } from '@/components/account/AccountLayout'
import { SignInForm } from '@/components/account/SignInForm'
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
          {t('account.noAccount')}{' '}
          <Link to={paths.signUp + search} className="font-medium text-accent underline underline-offset-4">
            {t('account.signUp')}
          </Link>
        </>
      }
    >
      {/* The guard of this route leads on as soon as supabase-js has the session. */}
      <SignInForm onSignIn={enter} />
    </AccountLayout>
  )
}

/** See [Note: nobody waits for supabase-js to be a stranger]: by now it has long been loaded. */
async function enter({ email, password }: SignInValues): Promise<void> {
  const { signIn } = await import('@/data/session')
  await signIn(email, password)
}
