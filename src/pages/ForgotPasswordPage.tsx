import { useState } from 'react'
import { AccountLayout } from '@/components/account/AccountLayout'
import { AccountLink } from '@/components/account/AccountLink'
import { ForgotPasswordForm } from '@/components/account/ForgotPasswordForm'
import { MailSent } from '@/components/account/MailSent'
import { useTypedEmail, withEmail } from '@/components/account/typedEmail'
import { Button } from '@/components/ui/Button'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** Asks for the link with which a new password can be chosen. Never tells whether an account exists. */
export function ForgotPasswordPage() {
  const [email, setEmail] = useState(useTypedEmail())
  const [sent, setSent] = useState(false)
  return (
    <AccountLayout
      title={t('account.forgotTitle')}
      heading={t('account.forgotTitle')}
      lead={t('account.forgotLead')}
      footer={
        <>
          {t('account.rememberedPassword')}{' '}
          <AccountLink to={paths.signIn()} state={withEmail(email)}>
            {t('account.signIn')}
          </AccountLink>
        </>
      }
    >
      {sent ? (
        <MailSent
          title={t('account.resetSentTitle')}
          text={t('account.resetSentText', { email })}
          onSendAgain={() => send(email)}
        >
          <Button size="small" variant="quiet" className="justify-self-start" onClick={() => setSent(false)}>
            {t('account.wrongEmail')}
          </Button>
        </MailSent>
      ) : (
        <ForgotPasswordForm
          email={email}
          onSend={async (address) => {
            await send(address)
            setEmail(address)
            setSent(true)
          }}
        />
      )}
    </AccountLayout>
  )
}

async function send(email: string): Promise<void> {
  const { requestPasswordReset } = await import('@/data/emailLinks')
  await requestPasswordReset(email)
}
