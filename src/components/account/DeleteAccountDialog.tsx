import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/Button'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { useCloseAccount } from '@/hooks/useCloseAccount'
import { useUserId } from '@/hooks/useSession'
import { checkedBy } from '@/lib/checkedBy'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'

type Values = { email: string }

const schemaFor = (email: string) =>
  z.object({
    email: z.string().refine((typed) => typed.trim().toLowerCase() === email.toLowerCase(), {
      error: t('accountData.emailDiffers', { email }),
    }),
  })

/** Asks for the email to be typed: there is no way back from what follows. */
export function DeleteAccountDialog({ data: { email }, close }: ModalProps<'deleteAccount'>) {
  const closeAccount = useCloseAccount(useUserId())
  const [resolver] = useState(() => checkedBy(schemaFor(email)))
  const { register, handleSubmit, setError, formState } = useForm<Values>({
    resolver,
    defaultValues: { email: '' },
  })
  const { errors, isSubmitting } = formState
  const submit = handleSubmit(async () => {
    try {
      await closeAccount()
      close()
    } catch (error) {
      setError('root', { message: errorText(error) })
    }
  })
  return (
    <ModalDialog
      name="deleteAccount"
      role="alertdialog"
      title={t('accountData.deleteQuestion')}
      lead={t('accountData.deleteText')}
    >
      <form
        noValidate
        onSubmit={(event) => void (isSubmitting ? event.preventDefault() : submit(event))}
        className="mt-6 grid gap-6"
      >
        {errors.root && <ErrorNotice>{errors.root.message}</ErrorNotice>}
        <TextField
          {...register('email')}
          label={t('accountData.yourEmail')}
          hint={t('accountData.typeEmail', { email })}
          type="email"
          autoComplete="off"
          error={errors.email?.message}
        />
        <div className="flex flex-wrap justify-end gap-3">
          <Button onClick={close}>{t('shell.cancel')}</Button>
          <Button type="submit" variant="danger" aria-disabled={isSubmitting}>
            {t(isSubmitting ? 'accountData.deleting' : 'accountData.deleteNow')}
          </Button>
        </div>
      </form>
    </ModalDialog>
  )
}
