import { useEffect, useRef, useState } from 'react'
import { t } from '@/lib/i18n'

/** Several that come together are said once. */
const SETTLE_MS = 1_000

/**
 * Says to screen readers, once they have finished their sentence, that there is more to read. Silent when the page
 * opens (the bell has the number in its name) and when the number falls: that was the person.
 * @param unread undefined until it is known
 */
export function UnreadAnnouncer({ unread }: { unread: number | undefined }) {
  const [words, setWords] = useState('')
  const before = useRef(unread)
  useEffect(() => {
    const rose = before.current !== undefined && unread !== undefined && unread > before.current
    before.current = unread
    const timer = setTimeout(() => setWords(rose ? t('notices.unread', { count: unread }) : ''), SETTLE_MS)
    return () => clearTimeout(timer)
  }, [unread])
  return (
    <span aria-live="polite" className="sr-only">
      {words}
    </span>
  )
}
