import MailCheck from 'lucide-react/icons/mail-check'
import { useState } from 'react'
import { Link, useLocation } from 'react-router-dom'
import { AccountLayout } from '@/components/account/AccountLayout'
import { SignUpForm } from '@/components/account/SignUpForm'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function SignUpPage() {
  const { search } = useLocation()
  const [confirming, setConfirming] = useState<string>()
  return (
    <AccountLayout
      title={t('account.signUp')}
      heading={t('account.signUpTitle')}
      lead={t('account.signUpLead')}
      footer={
        <>
          {t('account.haveAccount')}{' '}
          <Link to={paths.signIn() + search} className="font-medium text-accent underline underline-offset-4">
            {t('account.signIn')}
          </Link>
        </>
      }
    >
      {confirming === undefined ? (
        <SignUpForm
          onSignUp={async (account) => {
            const { signUp } = await import('@/data/session')
            // Signed in at once, the guard of this route leads on.
            if ((await signUp(account)) === 'confirm_email') setConfirming(account.email)
          }}
        />
      ) : (
        <ConfirmEmail email={confirming} />
      )}
    </AccountLayout>
  )
}

function ConfirmEmail({ email }: { email: string }) {
  return (
    <output className="block rounded-card bg-accent-soft p-5">
      <MailCheck aria-hidden className="size-7 text-accent" strokeWidth={1.75} />
      <h2 className="mt-3 font-semibold">{t('account.confirmTitle')}</h2>
      <p className="mt-1 text-sm">{t('account.confirmText', { email })}</p>
    </output>
  )
}
