import { useEffect, useState } from 'react'
import { LEASE_SECONDS, type Video } from '@/domain/video'

const LOOK_MS = 5_000
/** A heartbeat comes every 10 s: without one for so long nobody makes the film, whatever any clock says. */
const SILENT_MS = 60_000
/** The same where this device's clock agrees that the lease has run out. */
const OVERDUE_SILENT_MS = 15_000

export type LiveFilm = {
  /** Begun, and nobody is at it now: it goes on when somebody opens the page. */
  isPaused: boolean
  /** Until it should be ready, or null where nobody can say. */
  secondsLeft: number | null
}

/**
 * What cannot be read off the row of a film that waits or is being made.
 *
 * [Note: whose clock] Only the server's counts, and the device's may be a day off. Each heartbeat renews the lease, so the
 * row says when it was told what it tells: `LEASE_SECONDS` before the lease ends. Since then is measured here, from when
 * the row came.
 * @param userId whose page this is
 */
export function useLiveFilm(video: Video, userId: string): LiveFilm {
  const { now, silentMs } = useSilence(`${video.id} ${video.rev}`)
  return { isPaused: isPaused(video, userId, silentMs, now), secondsLeft: secondsLeft(video, silentMs) }
}

/**
 * Only whether it is paused, for a page of a thousand cards: where `useLiveFilm` renders with every look at the clock, this
 * renders when the answer changes. A row that comes in is answered in the same render: nobody has been silent since.
 */
export function useIsPaused(video: Video, userId: string): boolean {
  const [paused, setPaused] = useState<Video | null>(null)
  useEffect(() => {
    const since = performance.now()
    let told = false
    const timer = setInterval(() => {
      const isNow = isPaused(video, userId, performance.now() - since, Date.now())
      // To say the same again could still commit, in each of a thousand cards.
      if (isNow !== told) setPaused(isNow ? video : null)
      told = isNow
    }, LOOK_MS)
    return () => clearInterval(timer)
  }, [video, userId])
  return paused === video
}

function secondsLeft({ status, estimatedCompletionAt, leaseUntil }: Video, silentMs: number): number | null {
  if (status !== 'processing' || estimatedCompletionAt === null || leaseUntil === null) return null
  const toldAt = Date.parse(leaseUntil) / 1000 - LEASE_SECONDS
  return Math.max(0, Date.parse(estimatedCompletionAt) / 1000 - toldAt - silentMs / 1000)
}

function isPaused(video: Video, userId: string, silentMs: number, now: number): boolean {
  const { status, leaseUntil, runAfter, attempt, errorCode } = video
  const isStalled =
    status === 'processing' ||
    // One's own goes on by itself here. Somebody else's was begun and given back: their page was closed.
    (status === 'queued' && video.userId !== userId && attempt > 0 && errorCode === null)
  if (!isStalled) return false
  const isOverdue = now > Date.parse(leaseUntil ?? runAfter)
  return silentMs >= (isOverdue ? OVERDUE_SILENT_MS : SILENT_MS)
}

/** This device's clock, and milliseconds for which `key` has been the same, measured without it. */
function useSilence(key: string): { now: number; silentMs: number } {
  const [time, setTime] = useState(() => ({ now: Date.now(), at: performance.now() }))
  useEffect(() => {
    const timer = setInterval(() => setTime({ now: Date.now(), at: performance.now() }), LOOK_MS)
    return () => clearInterval(timer)
  }, [])
  // As exact as one look.
  const [since, setSince] = useState({ key, at: time.at })
  if (since.key !== key) setSince({ key, at: time.at })
  return { now: time.now, silentMs: since.key === key ? time.at - since.at : 0 }
}
