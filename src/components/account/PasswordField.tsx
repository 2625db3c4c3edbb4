import Eye from 'lucide-react/icons/eye'
import EyeOff from 'lucide-react/icons/eye-off'
import { useState, type ComponentProps } from 'react'
import { TextField } from '@/components/ui/TextField'
import { t } from '@/lib/i18n'

type PasswordFieldProps = Omit<ComponentProps<typeof TextField>, 'type' | 'label' | 'end'> & {
  label?: string
}

/** The button's name does not contain the word of the label: each is found by its own. */
export function PasswordField({ label = t('account.password'), ...props }: PasswordFieldProps) {
  const [shown, setShown] = useState(false)
  const Icon = shown ? EyeOff : Eye
  return (
    <TextField
      {...props}
      label={label}
      type={shown ? 'text' : 'password'}
      end={
        <button
          type="button"
          aria-label={t(shown ? 'account.hidePassword' : 'account.showPassword')}
          onClick={() => setShown(!shown)}
          className="grid size-10 place-items-center rounded-small text-muted hover:text-ink"
        >
          <Icon aria-hidden className="size-5" strokeWidth={1.75} />
        </button>
      }
    />
  )
}
