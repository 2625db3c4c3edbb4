import { useCallback, useEffect, useRef, useState } from 'react'
import type { Framing } from '@/domain/avatar'
import { errorText } from '@/lib/errorText'
import type { Portrait } from '@/media/portrait'

type Opening =
  | { is: 'none' }
  | { is: 'opening' }
  | { is: 'refused'; why: string }
  | { is: 'open'; portrait: Portrait; framing: Framing; isMoved: boolean }

const MIDDLE: Framing = { x: 0.5, y: 0.5, zoom: 1 }

/**
 * The photo from which a person cuts their face: read in a worker, shown at once, and framed on the face as soon as that was
 * found, unless the person has moved it by then.
 */
export function usePortrait() {
  const [opening, setOpening] = useState<Opening>({ is: 'none' })
  const running = useRef<AbortController | null>(null)
  useEffect(() => () => running.current?.abort(), [])

  const open = useCallback(async (file: File) => {
    running.current?.abort()
    const { signal } = (running.current = new AbortController())
    setOpening({ is: 'opening' })
    try {
      const { openPortrait } = await import('@/media/portrait')
      const portrait = await openPortrait(file, signal)
      setOpening({ is: 'open', portrait, framing: MIDDLE, isMoved: false })
      const framing = await portrait.firstFraming
      if (signal.aborted) return
      setOpening((now) => (now.is === 'open' && !now.isMoved ? { ...now, framing } : now))
    } catch (error) {
      if (!signal.aborted) setOpening({ is: 'refused', why: errorText(error) })
    }
  }, [])
  const move = useCallback((framing: Framing) => {
    setOpening((now) => (now.is === 'open' ? { ...now, framing, isMoved: true } : now))
  }, [])
  const close = useCallback(() => {
    running.current?.abort()
    setOpening({ is: 'none' })
  }, [])
  return { opening, open, move, close }
}
