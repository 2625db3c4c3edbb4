import { listenToChanges, type Change, type FeedStatus } from '@/data/changes'
import { removeLeftovers } from '@/data/leftovers'
import { listLiveVideos } from '@/data/videos'
import type { Video } from '@/domain/video'
import { addWork } from '@/lib/atWork'
import { log } from '@/lib/log'
import { sleep } from '@/lib/sleep'
import { hasLocks, withLock } from '@/lib/withLock'
import { hasRoom } from '@/render/hasRoom'
import { batteryKnown } from './battery'
import { pauseReason, untilUnpaused, watchPause } from './pause'
import { forgetRunning, releaseForgotten, rememberRunning } from './runningJob'
import { runGeneration, type RunEvent, type RunOptions } from './runGeneration'
import { endShortage, noteShortage, untilRoom } from './shortage'

/** How often to look for work while nobody tells us about it. */
const POLL_MS = 15_000
/**
 * [Note: two clocks] `run_after` and `lease_until` are the server's time, and the device's clock may be a day off. The
 * difference is only used to wait, and never longer than this: a wrong clock costs a question a minute, no more.
 */
const LONGEST_WAIT_MS = 60_000
/**
 * While another device makes a film: it may die at any moment, and within a minute this one is to have the film. That is
 * what is left of it after a lease of 45 s.
 */
const LONGEST_WATCH_MS = 12_000
/** The server decides by its own clock: asked exactly on time it would often say no. */
const LATER_MS = 300

type RunnerOptions = {
  /** Names this tab in the history of the films it makes. */
  worker: string
  onEvent?: (event: RunEvent) => void
  /** It is this tab's turn: no other tab of this browser makes films now. */
  onTurn?: () => void
  /** Other parts than the browser's, where there is no browser. */
  parts?: Pick<RunOptions, 'render' | 'openLease'>
}

/**
 * Make the films of a signed-in person, one after the other, as long as the page is open.
 *
 * [Note: one tab renders] All tabs ask for the same Web Lock; one has it, the others wait in line and the next one
 * goes on when the tab dies. What the dead tab was making is remembered on this device with its token, so that the
 * next one gives it back and claims it at once instead of waiting for the lease to run out.
 *
 * @returns stop: what is being made is given back to the queue
 */
export function startRunner(userId: string, { worker, onEvent, onTurn, parts }: RunnerOptions): () => void {
  const stopped = new AbortController()
  const { signal } = stopped
  /** Aborted when the page is hidden for good: a page kept for the back button must not hold a film. */
  let leaving = new AbortController()
  /** Aborted when this device is to rest. See: [Note: films that wait for the device] */
  let resting = new AbortController()
  let feed: FeedStatus = 'connecting'
  let running: { videoId: string; heard: (now?: Video | null) => void } | undefined
  let called = false
  /** How often in a row the timer, and nobody else, made us look for work that was not there. */
  let inVain = 0
  /** How often in a row a film found no room. */
  let shortages = 0
  let wakeUp = () => {}
  const wake = () => {
    called = true
    inVain = 0
    wakeUp()
  }

  const onChange = (change: Change) => {
    if (change.table !== 'generated_videos') return
    const { id, deleted, video } = change
    if (id === running?.videoId) {
      running.heard(deleted ? null : (video ?? undefined))
    } else if (!deleted && (video === null || video.status === 'queued')) wake()
  }
  const onStatus = (status: FeedStatus) => {
    const again = status !== feed
    feed = status
    if (again) wake()
  }
  const onRunEvent = (event: RunEvent) => {
    if (event.type === 'claimed') {
      running = { videoId: event.video.id, heard: event.heard }
      rememberRunning(userId, { jobId: event.video.id, token: event.token })
    } else if (event.type === 'no_room') {
      noteShortage({ bytesNeeded: event.bytesNeeded })
    } else if (event.type === 'ended') {
      running = undefined
      forgetRunning(userId)
    }
    onEvent?.(event)
  }

  /** Sleeps until something says that there may be work, or until the nearest film may be claimed. */
  const waitForWork = async () => {
    const next = await nextClaim(userId, signal)
    const wait = Math.max(next.milliseconds, inVain === 0 ? LATER_MS : 1000 * 2 ** inVain)
    const longest = next.isHeld ? LONGEST_WATCH_MS : feed === 'down' ? POLL_MS : LONGEST_WAIT_MS
    if (called || signal.aborted) return
    inVain++
    const awake = new AbortController()
    wakeUp = () => awake.abort()
    const interrupted = AbortSignal.any([awake.signal, signal])
    await sleep(Math.min(wait, longest), interrupted).catch(() => undefined)
    wakeUp = () => {}
  }
  const work = async () => {
    onTurn?.()
    // What the tab before lacked is found out anew.
    endShortage()
    if (hasLocks()) await releaseForgotten(userId)
    void tidyUp(signal)
    await batteryKnown()
    while (!signal.aborted) {
      called = false
      if (pauseReason() !== undefined) {
        await untilUnpaused(signal)
        continue
      }
      resting = new AbortController()
      const run = AbortSignal.any([signal, leaving.signal, resting.signal])
      const outcome = await attempt({ worker, signal: run, onEvent: onRunEvent, ...parts })
      // A tab that was loaded since makes them.
      if (outcome === 'outdated') return
      shortages = outcome === 'no_room' ? shortages + 1 : 0
      if (outcome === 'no_room') await untilRoom(signal, shortages, hasRoom)
      else if (outcome === 'none') await waitForWork()
      else inVain = 0
    }
  }

  const onHide = () => leaving.abort(new DOMException('The page is going away', 'AbortError'))
  const onShow = () => {
    if (!leaving.signal.aborted) return
    leaving = new AbortController()
    wake()
  }
  const onPause = () => {
    if (pauseReason() !== undefined) resting.abort(new DOMException('This device is to rest', 'AbortError'))
  }
  const onVisible = () => document.visibilityState === 'visible' && wake()
  addEventListener('pagehide', onHide, { signal })
  addEventListener('pageshow', onShow, { signal })
  addEventListener('online', wake, { signal })
  document.addEventListener('visibilitychange', onVisible, { signal })
  const stopListening = listenToChanges(userId, { onChange, onStatus })
  const stopWatching = watchPause(onPause)
  const removeWork = addWork(() => running !== undefined)

  withLock(`generation:${userId}`, signal, work).catch((error: unknown) => {
    if (!signal.aborted) log.error('The film runner stopped', error)
  })
  return () => {
    stopListening()
    stopWatching()
    removeWork()
    stopped.abort(new DOMException('The runner was stopped', 'AbortError'))
  }
}

/** Beside the work, and once per page: the next page tries again what could not be done now. */
async function tidyUp(signal: AbortSignal): Promise<void> {
  try {
    await removeLeftovers(signal)
  } catch (error) {
    if (!signal.aborted) log.info('Could not look for leftover files', error)
  }
}

/** A claim that failed (offline, signed out or the account closed elsewhere) is as good as no work: something will wake us. */
async function attempt(options: RunOptions) {
  try {
    return await runGeneration(options)
  } catch (error) {
    if (!options.signal.aborted) log.info('Could not look for films to make', error)
    return 'none' as const
  }
}

/** When the next film may be claimed, and whether somebody else holds the lease of one. */
async function nextClaim(
  userId: string,
  signal: AbortSignal,
): Promise<{ milliseconds: number; isHeld: boolean }> {
  try {
    const live = await listLiveVideos(userId, signal)
    const times = live.map(({ status, runAfter, leaseUntil }) =>
      Date.parse(status === 'processing' && leaseUntil !== null ? leaseUntil : runAfter),
    )
    return {
      milliseconds: Math.min(Infinity, ...times) - Date.now() + LATER_MS,
      isHeld: live.some(({ status }) => status === 'processing'),
    }
  } catch {
    return { milliseconds: POLL_MS, isHeld: false }
  }
}
