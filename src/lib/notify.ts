import { toast } from 'sonner'

type Options = {
  /** Two messages with the same id are one message: the later replaces the earlier. Default: its own words. */
  id?: string
  /** Stays until the person closes it. */
  sticky?: boolean
  action?: { label: string; onClick: () => void }
}

/** Short messages over the page, from anywhere: components, mutations, the runner. */
export const notify = {
  success: (message: string, options?: Options) => show('success', message, options),
  error: (message: string, options?: Options) => show('error', message, options),
  info: (message: string, options?: Options) => show('info', message, options),
  dismiss: (id: string) => void toast.dismiss(id),
}

function show(kind: 'success' | 'error' | 'info', message: string, { id, sticky, action }: Options = {}): void {
  // An error takes longer to read than good news.
  const duration = sticky ? Infinity : kind === 'error' ? 10_000 : 5_000
  toast[kind](message, { id: id ?? `${kind}:${message}`, duration, ...(action && { action }) })
}
