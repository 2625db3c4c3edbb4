import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type FocusEvent,
  type KeyboardEvent,
} from 'react'
import { useMessagesStore, type ShownMessage } from '@/stores/messages.store'
import { MessageCard } from './MessageCard'

/**
 * The messages of the moment. Their time stands still under the pointer, with the focus inside and in a hidden tab. Escape closes
 * the one with the focus; the focus goes on to the next one, and at the end to where it was before.
 */
export function MessageList({ messages }: { messages: readonly ShownMessage[] }) {
  const isHidden = useSyncExternalStore(subscribeVisibility, () => document.visibilityState === 'hidden')
  const [isHovered, setHovered] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const list = useRef<HTMLOListElement>(null)
  const before = useRef<HTMLElement | null>(null)
  const byPointer = useRef(false)
  const { closed, chosen } = useMessagesStore.getState()

  useLayoutEffect(() => {
    if (!before.current || document.activeElement !== document.body) return
    // The message with the focus has gone. A keyboard goes on with the next; a pointer had only passed through.
    const next = byPointer.current ? null : list.current?.querySelector('button')
    const target = next ?? before.current
    target.focus({ preventScroll: true })
  }, [messages])
  useEffect(
    () => () => {
      if (document.activeElement === document.body) before.current?.focus({ preventScroll: true })
    },
    [],
  )

  const onFocus = ({ relatedTarget }: FocusEvent) => {
    setFocused(true)
    if (relatedTarget instanceof HTMLElement && !list.current?.contains(relatedTarget))
      before.current = relatedTarget
  }
  const onBlur = ({ relatedTarget }: FocusEvent) => {
    // Into nothing: another window, or the message is about to go.
    if (relatedTarget instanceof Node && !list.current?.contains(relatedTarget)) setFocused(false)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    byPointer.current = false
    const id = event.target instanceof HTMLElement && event.target.closest('li')?.dataset.message
    if (event.key !== 'Escape' || typeof id !== 'string') return
    // Not also the dialog below.
    event.stopPropagation()
    closed(id)
  }
  const andLeave = (act: (id: string) => void) => (id: string) => {
    if (byPointer.current) setFocused(false)
    act(id)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it watches what happens on its buttons
    <ol
      ref={list}
      onFocus={onFocus}
      onBlur={onBlur}
      onKeyDown={onKeyDown}
      onPointerDown={() => {
        byPointer.current = true
      }}
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      className="flex w-full max-w-md flex-col gap-2.5"
    >
      {messages.map((message) => (
        <MessageCard
          key={message.id}
          message={message}
          isPaused={isHovered || isFocused || isHidden}
          onClose={andLeave(closed)}
          onChoose={andLeave(chosen)}
        />
      ))}
    </ol>
  )
}

function subscribeVisibility(changed: () => void): () => void {
  document.addEventListener('visibilitychange', changed)
  return () => document.removeEventListener('visibilitychange', changed)
}
