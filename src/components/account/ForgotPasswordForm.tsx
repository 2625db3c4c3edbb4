import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { checkedBy } from '@/lib/checkedBy'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { emailOnlySchema, type EmailOnlyValues } from './schemas'

type ForgotPasswordFormProps = {
  email: string
  /** Rejects with what went wrong; the form says it and keeps what was typed. */
  onSend: (email: string) => Promise<void>
}

export function ForgotPasswordForm({ email, onSend }: ForgotPasswordFormProps) {
  const [schema] = useState(emailOnlySchema)
  const { register, handleSubmit, formState } = useForm<EmailOnlyValues>({
    resolver: checkedBy(schema),
    defaultValues: { email },
  })
  const { errors, isSubmitting } = formState
  const [failure, setFailure] = useState<{ error: unknown }>()
  const submit = handleSubmit(async (values) => {
    setFailure(undefined)
    try {
      await onSend(values.email)
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
      <TextField
        {...register('email')}
        label={t('account.email')}
        type="email"
        autoComplete="email"
        error={errors.email?.message}
      />
      <Button type="submit" variant="primary" size="large" aria-disabled={isSubmitting}>
        {t(isSubmitting ? 'account.sendingLink' : 'account.sendLink')}
      </Button>
    </form>
  )
}
