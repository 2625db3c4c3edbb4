import type { LeaseKey } from '@/data/leaseCalls'
import { withRetry } from '@/data/retry'
import { claimGeneration, failGeneration, findVideo, type Claim, type Progress } from '@/data/videos'
import { lostAttempts, type Video } from '@/domain/video'
import { DataError, RenderError } from '@/lib/errors'
import { log } from '@/lib/log'
import { isOutdated } from '@/lib/newVersion'
import { renderFilm, type RenderRequest } from '@/render/renderFilm'
import { deliverFilm } from './deliverFilm'
import { failureOf } from './failure'
import { planFilm } from './filmPlan'
import { holdLease, LeaseLost, openLeaseWorker, type Lease, type OpenLeasePort } from './lease'
import { finishing, preparing, rendering } from './progress'

/**
 * `none`: nothing to make now. `lost`: the database took the film away (cancelled, deleted, taken over). `failed`: an
 * attempt failed and was reported. `released`: stopped here and given back. `no_room`: given back for lack of room here.
 * `outdated`: given back because this tab is older than what the host serves, and cannot make films any more.
 */
export type RunOutcome = 'none' | 'completed' | 'lost' | 'failed' | 'released' | 'no_room' | 'outdated'

export type RunEvent =
  /** `heard` is to be told when the film changed: what it is now (null: gone), or nothing when that is not known. */
  | { type: 'claimed'; video: Video; token: string; heard: (now?: Video | null) => void }
  | { type: 'progress'; videoId: string; progress: Progress }
  | { type: 'completed'; video: Video; skippedPhotoIds: string[] }
  | { type: 'failed'; videoId: string; error: unknown }
  /** The film is back in the queue for lack of room here. */
  | { type: 'no_room'; videoId: string; bytesNeeded: number | null }
  | { type: 'ended'; videoId: string; outcome: RunOutcome }

export type Render = (
  request: RenderRequest,
  options: {
    signal: AbortSignal
    onProgress: (progress: {
      framesDone: number
      frameCount: number
      secondsLeft: number | null
      stage: 'rendering' | 'finishing'
    }) => void
  },
) => Promise<{
  file: Blob
  mimeType: string
  width: number
  height: number
  durationSeconds: number
  thumbnail: Blob
  skippedPhotoIds: string[]
  discard(): Promise<void>
}>

export type RunOptions = {
  /** Names this tab in the job's history. */
  worker: string
  /** Stops the work within a second and gives the film back. */
  signal: AbortSignal
  onEvent?: (event: RunEvent) => void
  /** Other parts than the browser's, where there is no browser. */
  render?: Render
  openLease?: OpenLeasePort
}

/**
 * Claim the oldest film of the signed-in person that can be made now, and make it.
 *
 * [Note: fenced] The claim's token fences every effect: the database refuses what comes from an attempt that is not
 * the present one. So losing the lease needs no clean-up, only an end to the work.
 *
 * @throws DataError only when the claim itself failed; what happens after it is an outcome
 */
export async function runGeneration(options: RunOptions): Promise<RunOutcome> {
  options.signal.throwIfAborted()
  // Not aborted with the signal: an answer that is thrown away would leave the film claimed for 45 s.
  const claim = await claimGeneration(options.worker)
  if (!claim) return 'none'
  const outcome = await runClaim(claim, options)
  options.onEvent?.({ type: 'ended', videoId: claim.video.id, outcome })
  return outcome
}

async function runClaim({ video, token }: Claim, options: RunOptions): Promise<RunOutcome> {
  const { signal, onEvent, openLease = openLeaseWorker } = options
  const key = { jobId: video.id, token }
  const lease = await holdLease(key, preparing(), openLease)
  let released: Promise<void> | undefined
  const release = () => {
    released = lease.release().catch(() => undefined) // not ours any more, or unreachable: it runs out
  }
  // Synchronously with the abort: a closing page has no later.
  if (signal.aborted) release()
  else signal.addEventListener('abort', release, { once: true })
  onEvent?.({ type: 'claimed', video, token, heard: (now) => void hear(video, lease, now) })
  try {
    await makeFilm(video, key, lease, options)
    return 'completed'
  } catch (error) {
    if (!signal.aborted && error instanceof RenderError && error.code === 'storage_full') {
      const outcome = await giveBack(key, lease, error, signal, 'no_room')
      // Not of a film that was lost or has failed: nobody would wait for room then, nor end the word of the shortage.
      if (outcome === 'no_room')
        onEvent?.({ type: 'no_room', videoId: video.id, bytesNeeded: error.bytesNeeded })
      return outcome
    }
    // Not the film's fault: after a deploy the code that makes it cannot be loaded. See: [Note: a deploy under an open tab]
    if (!signal.aborted && !(error instanceof DataError) && !isLost(error) && (await isOutdated())) {
      return await giveBack(key, lease, error, signal, 'outdated')
    }
    if (!signal.aborted && !isLost(error)) {
      onEvent?.({ type: 'failed', videoId: video.id, error })
      return await reportFailure(key, error, signal)
    }
    if (!signal.aborted) return 'lost'
    await released
    return 'released'
  } finally {
    signal.removeEventListener('abort', release)
    lease.stop()
  }
}

/**
 * [Note: hearing of a loss] A heartbeat would tell as well, but up to ten seconds later, and its refusal would stand in
 * the browser's console as an error, which a person's own cancelling is not.
 */
async function hear(claimed: Video, lease: Lease, heard?: Video | null): Promise<void> {
  try {
    const now = heard === undefined ? await findVideo(claimed.id) : heard
    if (now === null || (now.rev >= claimed.rev && !isOurs(now, claimed))) lease.lose()
  } catch {
    // No answer: the next heartbeat will have one.
  }
}

/** Still being made by this claim, or just completed by it. */
const isOurs = (now: Video, claimed: Video) =>
  now.attempt === claimed.attempt && (now.status === 'processing' || now.status === 'completed')

async function makeFilm(
  video: Video,
  key: LeaseKey,
  lease: Lease,
  { signal, onEvent, render = renderFilm }: RunOptions,
): Promise<void> {
  const work = AbortSignal.any([signal, lease.signal])
  const report = (progress: Progress) => {
    lease.report(progress)
    onEvent?.({ type: 'progress', videoId: video.id, progress })
  }
  try {
    const plan = await planFilm(video, work)
    work.throwIfAborted()
    const film = await render(
      {
        ...plan,
        outputName: `${video.id}-${video.attempt}`,
        // See: [Note: a film that kills]
        memory: lostAttempts(video) > 0 ? 'little' : 'plenty',
      },
      {
        signal: work,
        onProgress: ({ framesDone, frameCount, secondsLeft, stage }) =>
          report(stage === 'finishing' ? finishing() : rendering(framesDone, frameCount, secondsLeft)),
      },
    )
    try {
      work.throwIfAborted()
      const completed = await deliverFilm({ key, film, lease, signal: work, report })
      const { skippedPhotoIds } = film
      if (skippedPhotoIds.length > 0)
        log.info(`Photos left out of the film, unreadable: ${skippedPhotoIds.length}`)
      onEvent?.({ type: 'completed', video: completed, skippedPhotoIds })
    } finally {
      // What stays behind is swept when the next film starts.
      await film.discard().catch(() => undefined)
    }
  } catch (error) {
    throw work.aborted ? work.reason : error
  }
}

/** See: [Note: no room on this device]. Only a film that has been handed over too often fails for it. */
async function giveBack(
  key: LeaseKey,
  lease: Lease,
  error: unknown,
  signal: AbortSignal,
  outcome: 'no_room' | 'outdated',
): Promise<RunOutcome> {
  try {
    await withRetry(() => lease.release(), { signal })
    return outcome
  } catch (problem) {
    if (signal.aborted) return 'released'
    if (isLost(problem)) return 'lost'
    const isRefused = problem instanceof DataError && problem.code === 'too_many_handovers'
    return isRefused ? reportFailure(key, error, signal) : outcome
  }
}

/** An unreachable database hears nothing; then the lease runs out and the film is claimed again. */
async function reportFailure(key: LeaseKey, error: unknown, signal: AbortSignal): Promise<RunOutcome> {
  try {
    await withRetry(() => failGeneration(key, failureOf(error)), { signal })
    return 'failed'
  } catch (problem) {
    if (signal.aborted) return 'released'
    return isLost(problem) ? 'lost' : 'failed'
  }
}

const isLost = (error: unknown) =>
  error instanceof LeaseLost || (error instanceof DataError && error.code === 'lease_lost')
