import { useEffect, useRef, useState } from 'react'
import { fetchFile } from '@/lib/fetchFile'

/** `sent`: the other app has it, or the person thought better of it. */
export type Sending =
  | { status: 'idle' }
  | { status: 'fetching'; fraction: number | null }
  | { status: 'ready'; file: File }
  | { status: 'sent' }
  | { status: 'failed' }

/** Can this browser hand a film to other apps? */
export function canSendFiles(mimeType: string): boolean {
  if (typeof navigator === 'undefined' || typeof navigator.canShare !== 'function') return false
  return navigator.canShare({ files: [new File(['film'], 'film.mp4', { type: mimeType })] })
}

/**
 * Hand a file to another app of this device.
 *
 * [Note: two presses] Browsers open their sheet only within moments of a press, and a film takes longer to arrive. When it
 * came in time the sheet opens by itself; else the file waits for a second press.
 */
export function useFileToSend() {
  const [sending, setSending] = useState<Sending>({ status: 'idle' })
  const leaving = useRef(new AbortController())
  useEffect(() => {
    const left = new AbortController()
    leaving.current = left
    return () => left.abort()
  }, [])

  async function open(file: File) {
    try {
      await navigator.share({ files: [file], title: file.name })
      setSending({ status: 'sent' })
    } catch (error) {
      const name = error instanceof DOMException ? error.name : ''
      // Closed by the person: nothing went wrong. Too late after the press: once more.
      setSending(
        name === 'AbortError' || name === 'NotAllowedError'
          ? { status: 'ready', file }
          : { status: 'failed' },
      )
    }
  }
  async function prepare(url: string, name: string, type: string) {
    const { signal } = leaving.current
    setSending({ status: 'fetching', fraction: null })
    try {
      const blob = await fetchFile(url, signal, (fraction) => setSending({ status: 'fetching', fraction }))
      const file = new File([blob], name, { type })
      if (navigator.userActivation?.isActive) return await open(file)
      setSending({ status: 'ready', file })
    } catch {
      if (!signal.aborted) setSending({ status: 'failed' })
    }
  }
  return { sending, prepare, open }
}
