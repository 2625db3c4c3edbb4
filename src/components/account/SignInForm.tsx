import { zodResolver } from '@hookform/resolvers/zod'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { PasswordField } from './PasswordField'
import { signInSchema, type SignInValues } from './schemas'

/** `onSignIn` rejects with what went wrong; the form says it and keeps what was typed. */
export function SignInForm({ onSignIn }: { onSignIn: (values: SignInValues) => Promise<void> }) {
  const [schema] = useState(signInSchema)
  const { register, handleSubmit, setError, formState } = useForm<SignInValues>({
    resolver: zodResolver(schema),
    defaultValues: { email: '', password: '' },
  })
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async (values) => {
    try {
      await onSignIn(values)
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
      <Button type="submit" variant="primary" size="large" aria-disabled={isSubmitting}>
        {t(isSubmitting ? 'account.signingIn' : 'account.signIn')}
      </Button>
    </form>
  )
}
