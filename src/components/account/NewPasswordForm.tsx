import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { checkedBy } from '@/lib/checkedBy'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { PasswordField } from './PasswordField'
import { newPasswordSchema, type NewPasswordValues } from './schemas'

type NewPasswordFormProps = {
  email: string
  /** Rejects with what went wrong; the form says it and keeps what was typed. */
  onSave: (password: string) => Promise<void>
}

export function NewPasswordForm({ email, onSave }: NewPasswordFormProps) {
  const [schema] = useState(newPasswordSchema)
  const { register, handleSubmit, formState } = useForm<NewPasswordValues>({
    resolver: checkedBy(schema),
    defaultValues: { password: '' },
  })
  const { errors, isSubmitting } = formState
  const [failure, setFailure] = useState<{ error: unknown }>()
  const submit = handleSubmit(async ({ password }) => {
    setFailure(undefined)
    try {
      await onSave(password)
    } catch (error) {
      setFailure({ error })
    }
  })
  return (
    <form
      noValidate
      onSubmit={(event) => void (isSubmitting ? event.preventDefault() : submit(event))}
      className="grid gap-5"
    >
      {failure && <ErrorNotice>{errorText(failure.error)}</ErrorNotice>}
      {/* For password managers: whose password it is. */}
      <input type="email" autoComplete="username" value={email} readOnly hidden />
      <PasswordField
        {...register('password')}
        label={t('account.newPassword')}
        autoComplete="new-password"
        hint={t('account.passwordHint')}
        error={errors.password?.message}
      />
      <Button type="submit" variant="primary" size="large" aria-disabled={isSubmitting}>
        {t(isSubmitting ? 'account.savingPassword' : 'account.savePassword')}
      </Button>
    </form>
  )
}
