import { useEffect, useRef, useState } from 'react'

/** A guess from less would jump about. */
const MEASURE_MS = 2_000
const MEASURE_FRACTION = 0.02

/** Seconds until `fraction` (0..1, never falling) is 1 at the mean speed so far; null while that is not known. */
export function useTimeLeft(fraction: number): number | null {
  const start = useRef<{ at: number; fraction: number } | null>(null)
  const [secondsLeft, setSecondsLeft] = useState<number | null>(null)
  useEffect(() => {
    const now = performance.now()
    start.current ??= { at: now, fraction }
    const elapsed = now - start.current.at
    const done = fraction - start.current.fraction
    if (elapsed < MEASURE_MS || done < MEASURE_FRACTION || fraction >= 1) return setSecondsLeft(null)
    setSecondsLeft(((1 - fraction) / done) * (elapsed / 1000))
  }, [fraction])
  return secondsLeft
}
