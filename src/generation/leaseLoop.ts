import { sendHeartbeat, type LeaseAccess, type LeaseKey } from '@/data/leaseCalls'
import type { Progress } from '@/data/videos'
import { DataError } from '@/lib/errors'

/** Page → worker. One worker holds one lease. */
export type LeaseCommand =
  | { type: 'start'; access: LeaseAccess; key: LeaseKey; progress: Progress }
  | { type: 'progress'; progress: Progress }
  | { type: 'token'; accessToken: string }
  /** Ask the server now and answer `held` with this id, or `lost`. */
  | { type: 'confirm'; id: number }
  | { type: 'stop' }

/** Worker → page. Nothing comes after `lost`. */
export type LeaseEvent = { type: 'held'; confirmed: number[] } | { type: 'lost' } | { type: 'token_needed' }

/** The lease lasts 45 s: four heartbeats may go missing. */
const BEAT_MS = 10_000
/** After a heartbeat that got no usable answer. */
const AGAIN_MS = 2_000
/** Progress a person waits for is told sooner than the next heartbeat, but not more often than this. */
const TELL_MS = 2_000
const TELL_PERCENT = 2

/**
 * Keeps one lease alive and tells the database how far the film is.
 *
 * [Note: heartbeats from a worker] Timers of a hidden page run once a minute at best, those of a worker on time. A
 * frozen or sleeping machine stops both; then the first answer after waking is `lease_lost`.
 *
 * Only the database decides that a lease is lost. Without an answer the loop keeps asking: an expired lease that
 * nobody else took is still ours.
 */
export function createLeaseLoop(post: (event: LeaseEvent) => void): (command: LeaseCommand) => void {
  let held: { access: LeaseAccess; key: LeaseKey } | undefined
  let progress: Progress | undefined
  let told: Progress | undefined
  let beatAt = -Infinity
  const toConfirm: number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  let beating = false

  const stop = () => {
    held = undefined
    clearTimeout(timer)
  }
  const beatIn = (milliseconds: number) => {
    clearTimeout(timer)
    if (held) timer = setTimeout(() => void beat(), milliseconds)
  }
  const beat = async () => {
    if (!held || !progress || beating) return
    beating = true
    clearTimeout(timer)
    beatAt = performance.now()
    const sent = progress
    const asked = toConfirm.splice(0)
    try {
      await sendHeartbeat(held.access, held.key, sent)
      told = sent
      if (held) post({ type: 'held', confirmed: asked })
      // What was asked while this heartbeat was on its way needs one that leaves later.
      beatIn(toConfirm.length > 0 ? 0 : isNews() ? TELL_MS : BEAT_MS)
    } catch (error) {
      toConfirm.unshift(...asked)
      const code = error instanceof DataError ? error.code : ''
      if (held && code === 'lease_lost') {
        stop()
        post({ type: 'lost' })
      } else if (held && error instanceof DataError && error.status === 401) {
        post({ type: 'token_needed' })
      }
      beatIn(AGAIN_MS)
    } finally {
      beating = false
    }
  }
  const isNews = () =>
    progress !== undefined &&
    (progress.stage !== told?.stage || progress.percent - told.percent >= TELL_PERCENT)
  const tellSoon = () => {
    if (!beating && isNews()) beatIn(Math.max(0, beatAt + TELL_MS - performance.now()))
  }

  return (command) => {
    switch (command.type) {
      case 'start':
        held = { access: command.access, key: command.key }
        progress = command.progress
        return void beat()
      case 'progress':
        progress = command.progress
        return tellSoon()
      case 'token':
        if (held) held.access = { ...held.access, accessToken: command.accessToken }
        return
      case 'confirm':
        toConfirm.push(command.id)
        return void beat()
      case 'stop':
        return stop()
      default:
        command satisfies never
    }
  }
}
