import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { PasswordField } from './PasswordField'
import { signUpSchema, type SignUpValues } from './schemas'

/** `onSignUp` rejects with what went wrong; the form says it and keeps what was typed. */
export function SignUpForm({ onSignUp }: { onSignUp: (values: SignUpValues) => Promise<void> }) {
  const [schema] = useState(signUpSchema)
  const { register, handleSubmit, setError, formState } = useForm<SignUpValues>({
    resolver: zodResolver(schema),
    defaultValues: { displayName: '', email: '', password: '' },
  })
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async (values) => {
    try {
      await onSignUp(values)
    } catch (error) {
      setError('root', { message: errorText(error) })
    }
  })
  return (
    <form
      noValidate
      onSubmit={(event) => void (isSubmitting ? event.preventDefault() : submit(event))}
      className="grid gap-5"
    >
      {errors.root && <ErrorNotice>{errors.root.message}</ErrorNotice>}
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
