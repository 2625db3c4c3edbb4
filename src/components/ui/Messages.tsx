import { useEffect } from 'react'
import { toast, Toaster } from 'sonner'
import { t } from '@/lib/i18n'
import { presentMessages, type Message } from '@/lib/notify'
import { useTheme } from '@/stores/ui.store'

/** Where messages appear. At most three at once; they wait while the pointer or the focus is on them. */
export function Messages() {
  const theme = useTheme()
  // After the Toaster's own effect: it hears nothing of what was said before it listened.
  useEffect(() => presentMessages(show), [])
  return (
    <Toaster
      theme={theme}
      position="top-center"
      closeButton
      visibleToasts={3}
      containerAriaLabel={t('shell.messages')}
      toastOptions={{
        classNames: {
          toast: 'toast',
          title: 'text-balance',
          actionButton: 'toast-action',
          closeButton: 'toast-close',
        },
      }}
    />
  )
}

function show(message: Message): void {
  if (message.kind === 'dismissAll') return void toast.dismiss()
  if (message.kind === 'dismiss') return void toast.dismiss(message.id)
  const { kind, text, id, detail, sticky, seconds, action, onGone } = message
  // An error takes longer to read than good news.
  const duration = sticky ? Infinity : (seconds ?? (kind === 'error' ? 10 : 5)) * 1000
  let gone = false
  const end = () => {
    if (!gone) onGone?.()
    gone = true
  }
  const chosen = action && {
    label: action.label,
    onClick: () => {
      gone = true
      action.onClick()
    },
  }
  toast[kind](text, {
    id,
    duration,
    description: detail,
    onDismiss: end,
    onAutoClose: end,
    ...(chosen && { action: chosen }),
  })
}
