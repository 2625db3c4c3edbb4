import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { checkedBy } from '@/lib/checkedBy'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { profileFormSchema } from './schemas'

type Values = { displayName: string }
type ProfileFormProps = { email: string; displayName: string; onSave: (values: Values) => Promise<unknown> }

export function ProfileForm({ email, displayName, onSave }: ProfileFormProps) {
  const [schema] = useState(profileFormSchema)
  const { register, handleSubmit, setError, reset, formState } = useForm<Values>({
    resolver: checkedBy(schema),
    defaultValues: { displayName },
  })
  const { errors, isSubmitting, isDirty } = formState
  const [saved, setSaved] = useState(false)
  const submit = handleSubmit(async (values) => {
    try {
      await onSave(values)
      reset(values)
      setSaved(true)
    } catch (error) {
      setError('root', { message: errorText(error) })
    }
  })
  return (
    <form
      noValidate
      onSubmit={(event) => void (isSubmitting ? event.preventDefault() : submit(event))}
      className="grid max-w-md gap-5"
    >
      {errors.root && <ErrorNotice>{errors.root.message}</ErrorNotice>}
      <p>
        <span className="block text-sm font-medium">{t('account.email')}</span>
        <span className="mt-1 block break-words text-muted">{email}</span>
      </p>
      <TextField
        {...register('displayName')}
        label={t('account.displayName')}
        autoComplete="name"
        error={errors.displayName?.message}
      />
      <div className="flex items-center gap-4">
        <Button type="submit" variant="primary" aria-disabled={isSubmitting}>
          {t('account.save')}
        </Button>
        <output className="text-sm text-success">{saved && !isDirty && t('account.saved')}</output>
      </div>
    </form>
  )
}
