import { create } from 'zustand'
import type { Message, MessageKind, ToldMessage } from '@/lib/notify'

/** A message as it is drawn: plain data, what it calls is kept beside the store. */
export type ShownMessage = {
  id: string
  kind: MessageKind
  text: string
  detail: string | null
  actionLabel: string | null
  /** Null: until it is closed. */
  seconds: number | null
  /** Another number for each telling: the same words told again have their whole time again. */
  told: number
}

/** At most so many are drawn; those behind them come forward when there is room. */
export const MOST_SHOWN = 3
/** At most so many are kept at all; beyond it the oldest goes, and rather one that would have gone by itself. */
export const MOST_KEPT = 20

/** An error takes longer to read than good news. */
const USUAL_SECONDS: Record<MessageKind, number> = { success: 5, info: 5, warning: 8, error: 10 }

type MessagesState = {
  /** The newest first. */
  messages: readonly ShownMessage[]
  /** What `notify` says. */
  heard: (message: Message) => void
  /** Time is over, or the person closed it. */
  closed: (id: string) => void
  /** The person chose its action. */
  chosen: (id: string) => void
}

type Calls = { onGone: (() => void) | undefined; onChosen: (() => void) | undefined }

/** What is said to the person over the page. See `src/lib/notify.ts` for saying it and `components/ui/Messages.tsx` for drawing it. */
export const useMessagesStore = create<MessagesState>()((set, get) => {
  const calls = new Map<string, Calls>()
  let tellings = 0

  const take = (id: string): Calls | undefined => {
    const taken = calls.get(id)
    calls.delete(id)
    set(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) }))
    return taken
  }

  function tell(told: ToldMessage): void {
    const { id, onGone, action } = told
    const replaced = calls.get(id)
    calls.set(id, { onGone, onChosen: action?.onClick })
    const shown = drawn(told, ++tellings)
    set(({ messages }) => ({
      messages: messages.some((message) => message.id === id)
        ? messages.map((message) => (message.id === id ? shown : message))
        : [shown, ...messages],
    }))
    replaced?.onGone?.()
    const tooMany = overflow(get().messages)
    if (tooMany) get().closed(tooMany.id)
  }

  return {
    messages: [],
    heard: (message) => {
      switch (message.kind) {
        case 'dismiss':
          return get().closed(message.id)
        case 'dismissAll':
          return get().messages.forEach(({ id }) => get().closed(id))
        case 'success':
        case 'error':
        case 'warning':
        case 'info':
          return tell(message)
        default:
          message satisfies never
      }
    },
    closed: (id) => take(id)?.onGone?.(),
    chosen: (id) => take(id)?.onChosen?.(),
  }
})

function drawn({ id, kind, text, detail, action, sticky, seconds }: ToldMessage, told: number): ShownMessage {
  return {
    id,
    kind,
    text,
    detail: detail ?? null,
    actionLabel: action?.label ?? null,
    seconds: sticky ? null : (seconds ?? USUAL_SECONDS[kind]),
    told,
  }
}

function overflow(messages: readonly ShownMessage[]): ShownMessage | undefined {
  if (messages.length <= MOST_KEPT) return undefined
  return messages.findLast(({ seconds }) => seconds !== null) ?? messages.at(-1)
}
