import { useState, type ReactNode } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { checkedBy } from '@/lib/checkedBy'
import { DataError } from '@/lib/errors'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { PasswordField } from './PasswordField'
import { signUpSchema, type SignUpValues } from './schemas'

type SignUpFormProps = {
  email?: string
  /** Rejects with what went wrong; the form says it and keeps what was typed. */
  onSignUp: (values: SignUpValues) => Promise<void>
  /** The way on for somebody who has an account with this address. */
  whenTaken: (email: string) => ReactNode
}

export function SignUpForm({ email = '', onSignUp, whenTaken }: SignUpFormProps) {
  const [schema] = useState(signUpSchema)
  const { register, handleSubmit, formState } = useForm<SignUpValues>({
    resolver: checkedBy(schema),
    defaultValues: { displayName: '', email, password: '' },
  })
  const { errors, isSubmitting } = formState
  const [failure, setFailure] = useState<{ error: unknown; email: string }>()
  const submit = handleSubmit(async (values) => {
    setFailure(undefined)
    try {
      await onSignUp(values)
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
        <ErrorNotice action={isTaken(failure.error) && whenTaken(failure.email)}>
          {errorText(failure.error)}
        </ErrorNotice>
      )}
      <TextField
        {...register('displayName')}
        label={t('account.displayName')}
        autoComplete="name"
        error={errors.displayName?.message}
      />
      <TextField
        {...register('email')}
        label={t('account.email')}
        type="email"
        autoComplete="email"
        error={errors.email?.message}
      />
      <PasswordField
        {...register('password')}
        autoComplete="new-password"
        hint={t('account.passwordHint')}
        error={errors.password?.message}
      />
      <Button type="submit" variant="primary" size="large" aria-disabled={isSubmitting}>
        {t(isSubmitting ? 'account.signingUp' : 'account.signUp')}
      </Button>
    </form>
  )
}

const isTaken = (error: unknown) =>
  error instanceof DataError && (error.code === 'user_already_exists' || error.code === 'email_exists')
