import { useEffect, useRef } from 'react'
import { useLanguage } from '@/hooks/useLanguage'
import { t } from '@/lib/i18n'
import { presentMessages } from '@/lib/notify'
import { MOST_SHOWN, useMessagesStore } from '@/stores/messages.store'
import { MessageList } from './MessageList'

/** Brings the focus to the messages from anywhere; it is in their name. */
const HOTKEY = 'F8'

/** Where messages appear: a region of its own, always there, so that a screen reader reads out what comes into it. */
export function Messages() {
  useLanguage()
  const messages = useMessagesStore((state) => state.messages)
  const region = useRef<HTMLElement>(null)
  useEffect(() => presentMessages(useMessagesStore.getState().heard), [])
  useEffect(() => {
    const toMessages = (event: KeyboardEvent) => {
      const first = region.current?.querySelector('button')
      if (event.key !== HOTKEY || event.defaultPrevented || !first) return
      event.preventDefault()
      first.focus()
    }
    document.addEventListener('keydown', toMessages)
    return () => document.removeEventListener('keydown', toMessages)
  }, [])
  return (
    <section
      ref={region}
      aria-label={t('shell.messages', { key: HOTKEY })}
      aria-live="polite"
      aria-relevant="additions text"
      className="pointer-events-none fixed inset-x-0 top-0 z-60 flex justify-center px-4 pt-[calc(0.75rem+env(safe-area-inset-top))]"
    >
      {messages.length > 0 && <MessageList messages={messages.slice(0, MOST_SHOWN)} />}
    </section>
  )
}
