/** What a message can be told; everything has a default. */
export type MessageOptions = {
  /** Two messages with the same id are one message: the later replaces the earlier. Default: its own words. */
  id?: string
  /** A second, quieter line. */
  detail?: string
  /** Stays until the person closes it. */
  sticky?: boolean
  /** How long it stays, 1..60; the time stands still under the pointer, with the focus inside and in a hidden tab. */
  seconds?: number
  /** The message closes when this is chosen. */
  action?: { label: string; onClick: () => void }
  /**
   * Called once when the message has gone and its action was not chosen: time over, closed, dismissed, pushed out, or
   * another with the same id in its place.
   */
  onGone?: () => void
}
export type MessageKind = 'success' | 'error' | 'warning' | 'info'
export type ToldMessage = { kind: MessageKind; text: string; id: string } & Omit<MessageOptions, 'id'>
export type Message = ToldMessage | { kind: 'dismiss'; id: string } | { kind: 'dismissAll' }

type Presenter = (message: Message) => void
let present: Presenter | null = null
let waiting: Message[] = []

/** Short messages over the page, from anywhere: components, mutations, the runner. */
export const notify = {
  success: (text: string, options?: MessageOptions) => send('success', text, options),
  error: (text: string, options?: MessageOptions) => send('error', text, options),
  warning: (text: string, options?: MessageOptions) => send('warning', text, options),
  info: (text: string, options?: MessageOptions) => send('info', text, options),
  dismiss: (id: string) => deliver({ kind: 'dismiss', id }),
  /** Also those that wait to be shown: they name what belongs to somebody who has just left. */
  dismissAll: () => {
    const unseen = waiting
    waiting = []
    for (const message of unseen) if ('onGone' in message) message.onGone?.()
    deliver({ kind: 'dismissAll' })
  },
}

/**
 * Let messages be shown by `presenter`; those sent before are shown now. Returns the way out.
 * [Note: messages come later] The first screen needs none, so what draws them is loaded after it.
 */
export function presentMessages(presenter: Presenter): () => void {
  present = presenter
  const early = waiting
  waiting = []
  early.forEach(presenter)
  return () => {
    if (present === presenter) present = null
  }
}

function send(kind: MessageKind, text: string, options: MessageOptions = {}): void {
  deliver({ ...options, kind, text, id: options.id ?? `${kind}:${text}` })
}

function deliver(message: Message): void {
  if (present) present(message)
  else waiting.push(message)
}
