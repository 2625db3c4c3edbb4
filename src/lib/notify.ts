import type { ExternalToast } from 'sonner'

type Kind = 'success' | 'error' | 'info'
type Options = {
  /** Two messages with the same id are one message: the later replaces the earlier. */
  id?: string
  /** Stays until the person closes it. */
  sticky?: boolean
  action?: { label: string; onClick: () => void }
}

/**
 * Short messages over the page, from anywhere: components, mutations, the runner.
 * [Note: sonner comes later] The first screen needs no toast, so the library is fetched with the first message.
 */
export const notify = {
  success: (message: string, options?: Options) => show('success', message, options),
  error: (message: string, options?: Options) => show('error', message, options),
  info: (message: string, options?: Options) => show('info', message, options),
  dismiss: (id: string) => void import('sonner').then(({ toast }) => toast.dismiss(id)),
}

function show(kind: Kind, message: string, { id, sticky = false, action }: Options = {}): void {
  const options: ExternalToast = { id: id ?? `${kind}:${message}`, ...(action && { action }) }
  // An error is read more slowly than it is noticed.
  options.duration = sticky ? Infinity : kind === 'error' ? 10_000 : 5_000
  void import('sonner').then(({ toast }) => toast[kind](message, options))
}
