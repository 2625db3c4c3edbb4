import { useEffect, useRef, useState } from 'react'
import { onLastWords } from '@/lib/lastWords'

const REST_MS = 600

/**
 * Words that are saved when typing rests, when the field is left, and when the page goes. Until then the field shows what
 * was typed; without that, what is saved, also by somebody else.
 * @param isNeeded empty words are not saved
 */
export function useRestingText(saved: string, isNeeded: boolean, onSave: (text: string) => void) {
  const [typed, setTyped] = useState<string | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isEmpty = isNeeded && typed !== null && typed.trim() === ''
  const finish = () => {
    clearTimeout(timer.current)
    if (typed !== null && !isEmpty && typed !== saved) onSave(typed)
    setTyped(null)
  }
  const latest = useRef(finish)
  useEffect(() => {
    latest.current = finish
  })
  useEffect(() => {
    const save = () => latest.current()
    addEventListener('pagehide', save)
    const forget = onLastWords(save)
    return () => {
      removeEventListener('pagehide', save)
      forget()
      save()
    }
  }, [])
  return {
    text: typed ?? saved,
    isEmpty,
    finish,
    isTyping: typed !== null,
    /** What was typed and is not saved is gone. */
    drop: () => {
      clearTimeout(timer.current)
      setTyped(null)
    },
    change: (text: string) => {
      setTyped(text)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => {
        if (text.trim() !== '' || !isNeeded) latest.current()
      }, REST_MS)
    },
  }
}
