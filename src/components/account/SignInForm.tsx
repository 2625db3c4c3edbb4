import { useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { checkedBy } from '@/lib/checkedBy'
import { DataError } from '@/lib/errors'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { AccountLink } from './AccountLink'
import { PasswordField } from './PasswordField'
import { SendAgain } from './SendAgain'
import { signInSchema, type SignInValues } from './schemas'
import { withEmail } from './typedEmail'

type SignInFormProps = {
  email?: string
  /** Rejects with what went wrong; the form says it and keeps what was typed. */
  onSignIn: (values: SignInValues) => Promise<void>
  /** Send the link that confirms this address once more. */
  onResend: (email: string) => Promise<void>
}

export function SignInForm({ email = '', onSignIn, onResend }: SignInFormProps) {
  const [schema] = useState(signInSchema)
  const { register, handleSubmit, control, formState } = useForm<SignInValues>({
    resolver: checkedBy(schema),
    defaultValues: { email, password: '' },
  })
  const { errors, isSubmitting } = formState
  const [failure, setFailure] = useState<{ error: unknown; email: string }>()
  const submit = handleSubmit(async (values) => {
    setFailure(undefined)
    try {
      await onSignIn(values)
    } catch (error) {
      setFailure({ error, email: values.email })
    }
  })
  return (
    <form
      noValidate
      onSubmit={(event) => void (isSubmitting ? event.preventDefault() : submit(event))}
      className="grid gap-5"
    >
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
      <TextField
        {...register('email')}
        label={t('account.email')}
        type="email"
        autoComplete="email"
        error={errors.email?.message}
      />
      <PasswordField
        {...register('password')}
        autoComplete="current-password"
        error={errors.password?.message}
      />
      <p className="-mt-2 text-sm">
        <ForgotLink control={control} />
      </p>
      <Button type="submit" variant="primary" size="large" aria-disabled={isSubmitting}>
        {t(isSubmitting ? 'account.signingIn' : 'account.signIn')}
      </Button>
    </form>
  )
}

const isUnconfirmed = (error: unknown) => error instanceof DataError && error.code === 'email_not_confirmed'

/** Takes the typed email along; alone, so that typing re-renders nothing else. */
function ForgotLink({ control }: { control: ReturnType<typeof useForm<SignInValues>>['control'] }) {
  const email = useWatch({ control, name: 'email' })
  return (
    <AccountLink to={paths.forgotPassword} state={withEmail(email)}>
      {t('account.forgotPassword')}
    </AccountLink>
  )
}
