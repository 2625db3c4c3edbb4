import { useState } from 'react'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { DataError } from '@/lib/errors'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { AccountLink } from './AccountLink'
import { PasswordField } from './PasswordField'
import { SendAgain } from './SendAgain'
import { signInSchema, type SignInValues } from './schemas'
import { withEmail } from './typedEmail'
import { useFirstForm } from './useFirstForm'

type SignInFormProps = {
  email?: string
  /** Rejects with what went wrong; the form says it and keeps what was typed. */
  onSignIn: (values: SignInValues) => Promise<void>
  /** Send the link that confirms this address once more. */
  onResend: (email: string) => Promise<void>
}

export function SignInForm({ email = '', onSignIn, onResend }: SignInFormProps) {
  const [schema] = useState(signInSchema)
  const [failure, setFailure] = useState<{ error: unknown; email: string }>()
  const { values, register, submit, isSending } = useFirstForm<SignInValues>(
    schema,
    { email, password: '' },
    async (sent) => {
      setFailure(undefined)
      try {
        await onSignIn(sent)
      } catch (error) {
        setFailure({ error, email: sent.email })
      }
    },
  )
  return (
    <form noValidate onSubmit={(event) => void submit(event)} className="grid gap-5">
      {failure && (
        <ErrorNotice
          action={
            isUnconfirmed(failure.error) && (
              <SendAgain
                key={failure.email}
                label={t('account.sendConfirmation')}
                onSend={() => onResend(failure.email)}
              />
            )
          }
        >
          {errorText(failure.error)}
        </ErrorNotice>
      )}
      <TextField {...register('email')} label={t('account.email')} type="email" autoComplete="email" />
      <PasswordField {...register('password')} autoComplete="current-password" />
      <p className="-mt-2 text-sm">
        <AccountLink to={paths.forgotPassword} state={withEmail(values.email)}>
          {t('account.forgotPassword')}
        </AccountLink>
      </p>
      <Button type="submit" variant="primary" size="large" aria-disabled={isSending}>
        {t(isSending ? 'account.signingIn' : 'account.signIn')}
      </Button>
    </form>
  )
}

const isUnconfirmed = (error: unknown) => error instanceof DataError && error.code === 'email_not_confirmed'
