import { useState } from 'react'
import { useLocation } from 'react-router-dom'
import { AccountLayout } from '@/components/account/AccountLayout'
import { AccountLink } from '@/components/account/AccountLink'
import { MailSent } from '@/components/account/MailSent'
import { SignUpForm } from '@/components/account/SignUpForm'
import { useTypedEmail, withEmail } from '@/components/account/typedEmail'
import { Button } from '@/components/ui/Button'
import { language, t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function SignUpPage() {
  const { search } = useLocation()
  const typedEmail = useTypedEmail()
  const [confirming, setConfirming] = useState<string>()
  const signIn = paths.signIn() + search
  return (
    <AccountLayout
      title={t('account.signUp')}
      heading={t('account.signUpTitle')}
      lead={t('account.signUpLead')}
      footer={
        <>
          {t('account.haveAccount')} <AccountLink to={signIn}>{t('account.signIn')}</AccountLink>
        </>
      }
    >
      {confirming === undefined ? (
        <SignUpForm
          email={typedEmail}
          onSignUp={async (account) => {
            const { signUp } = await import('@/data/session')
            // Signed in at once, the guard of this route leads on.
            if ((await signUp({ ...account, language: language() })) === 'confirm_email')
              setConfirming(account.email)
          }}
          whenTaken={(email) => (
            <AccountLink to={signIn} state={withEmail(email)}>
              {t('account.signIn')}
            </AccountLink>
          )}
        />
      ) : (
        <MailSent
          title={t('account.confirmTitle')}
          text={t('account.confirmText', { email: confirming })}
          onSendAgain={async () => {
            const { resendConfirmation } = await import('@/data/emailLinks')
            await resendConfirmation(confirming)
          }}
        >
          <Button
            size="small"
            variant="quiet"
            className="justify-self-start"
            onClick={() => setConfirming(undefined)}
          >
            {t('account.wrongEmail')}
          </Button>
        </MailSent>
      )}
    </AccountLayout>
  )
}
