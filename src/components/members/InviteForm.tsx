import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { z } from 'zod'
import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { TextField } from '@/components/ui/TextField'
import { memberRoleSchema, type MemberRole } from '@/domain/member'
import { checkedBy } from '@/lib/checkedBy'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'

export type InviteWish = { email: string; role: MemberRole }

const ROLES = memberRoleSchema.options

// Made when the form is shown, not when the module is loaded: the words follow the language.
const schema = () =>
  z.object({
    email: z
      .string()
      .trim()
      .min(1, t('members.emailMissing'))
      .pipe(z.email(t('members.emailInvalid'))),
    role: memberRoleSchema,
  })

type InviteFormProps = {
  onInvite: (wish: InviteWish) => Promise<unknown>
  /** The device is offline: what was asked for is sent when it is back. */
  isWaiting: boolean
}

/** Asks for an address and a role. `onInvite` rejects with what went wrong; it is said here, and the address stays. */
export function InviteForm({ onInvite, isWaiting }: InviteFormProps) {
  const [resolver] = useState(() => checkedBy(schema()))
  const { register, handleSubmit, setValue, setError, setFocus, formState } = useForm<InviteWish>({
    resolver,
    defaultValues: { email: '', role: 'editor' },
  })
  const { errors, isSubmitting } = formState
  const [invited, setInvited] = useState<string>()
  const submit = handleSubmit(async (wish) => {
    try {
      await onInvite(wish)
      setInvited(wish.email)
      setValue('email', '')
      setFocus('email')
    } catch (error) {
      setInvited(undefined)
      setError('root', { message: errorText(error) })
    }
  })
  return (
    <form
      noValidate
      aria-label={t('members.inviteTitle')}
      onSubmit={(event) => void (isSubmitting ? event.preventDefault() : submit(event))}
      className="grid gap-4 *:min-w-0"
    >
      {errors.root && <ErrorNotice>{errors.root.message}</ErrorNotice>}
      <TextField
        {...register('email')}
        label={t('members.email')}
        type="email"
        autoComplete="off"
        hint={t('members.emailHint')}
        error={errors.email?.message}
      />
      <fieldset>
        <legend className="text-sm font-medium">{t('members.roleLabel')}</legend>
        <div className="mt-1.5 grid gap-2 sm:grid-cols-2">
          {ROLES.map((role) => (
            <label
              key={role}
              className="flex cursor-pointer items-start gap-3 rounded-control border border-line p-3 hover:border-line-strong has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input {...register('role')} type="radio" value={role} className="mt-1 accent-accent" />
              <span>
                <span className="block text-sm font-medium">{t(`members.role_${role}`)}</span>
                <span className="block text-sm text-muted">{t(`members.roleHint_${role}`)}</span>
              </span>
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <Button type="submit" variant="primary" aria-disabled={isSubmitting}>
          {t('members.invite')}
        </Button>
        <output className="min-w-0 text-sm break-words text-success">
          {isWaiting ? t('members.inviteWaits') : invited && t('members.invited', { email: invited })}
        </output>
      </div>
    </form>
  )
}
