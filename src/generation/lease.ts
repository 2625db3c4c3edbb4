import { accessToken } from '@/data/accessToken'
import { onAuthEvent } from '@/data/authEvents'
import { sendRelease, type LeaseKey } from '@/data/leaseCalls'
import type { Progress } from '@/data/videos'
import { env } from '@/lib/env'
import { RenderError } from '@/lib/errors'
import { subjectOf } from '@/lib/tokenSubject'
import type { LeaseCommand, LeaseEvent } from './leaseLoop'

/** Somebody else has the film now, or nobody shall make it any more: whatever is being done for it is void. */
export class LeaseLost extends Error {
  override readonly name = 'LeaseLost'
}

/** Where the lease loop runs. */
export type LeasePort = {
  post: (command: LeaseCommand) => void
  close: () => void
}
export type OpenLeasePort = (on: { event: (event: LeaseEvent) => void; broken: () => void }) => LeasePort

/** The lease loop in a worker of its own. */
export const openLeaseWorker: OpenLeasePort = ({ event, broken }) => {
  const worker = new Worker(new URL('./lease.worker.ts', import.meta.url), { type: 'module' })
  worker.onmessage = ({ data }: MessageEvent<LeaseEvent>) => event(data)
  worker.onerror = broken
  return { post: (command) => worker.postMessage(command), close: () => worker.terminate() }
}

export type Lease = {
  /** Aborts with LeaseLost as soon as the database says so, or with RenderError `worker_crashed`. */
  signal: AbortSignal
  report(progress: Progress): void
  /** Resolves when the database has just confirmed the lease; needed before anything others can see. */
  confirm(): Promise<void>
  /** It became known in another way that the lease is gone. */
  lose(): void
  /** Give the film back to the queue. The request leaves at once and survives the page. */
  release(): Promise<void>
  /** Stop the heartbeats; the lease runs out by itself or has ended. */
  stop(): void
}

/** Keep the lease of a claimed film alive until `stop` or `release`. */
export async function holdLease(key: LeaseKey, progress: Progress, open: OpenLeasePort): Promise<Lease> {
  const lost = new AbortController()
  const waiting = new Map<number, () => void>()
  let asked = 0
  let newest = (await accessToken()) ?? ''
  const access = () => ({ supabaseUrl: env.supabaseUrl, supabaseKey: env.supabaseKey, accessToken: newest })

  const useToken = (token: string | null) => {
    // Signed out, or somebody else signed in: the last token is the only one left to release with.
    if (token === null || token === newest) return
    if (newest !== '' && subjectOf(token) !== subjectOf(newest)) return
    newest = token
    port.post({ type: 'token', accessToken: token })
  }
  const onEvent = (event: LeaseEvent) => {
    switch (event.type) {
      case 'held':
        for (const id of event.confirmed) {
          waiting.get(id)?.()
          waiting.delete(id)
        }
        return
      case 'lost':
        return lose()
      case 'token_needed':
        // Asking refreshes it.
        return void accessToken().then(useToken, () => undefined)
      default:
        event satisfies never
    }
  }
  const port = open({
    event: onEvent,
    broken: () => lost.abort(new RenderError('worker_crashed', 'The heartbeat worker stopped')),
  })
  const stopListening = onAuthEvent(useToken)
  let stopped = false
  const stop = () => {
    if (stopped) return
    stopped = true
    stopListening()
    port.post({ type: 'stop' })
    port.close()
  }
  const lose = () => {
    stop()
    lost.abort(new LeaseLost('The film is not ours any more'))
  }
  port.post({ type: 'start', access: access(), key, progress })

  return {
    signal: lost.signal,
    report: (next) => port.post({ type: 'progress', progress: next }),
    confirm: () =>
      new Promise((resolve, reject) => {
        if (lost.signal.aborted) return reject(lost.signal.reason)
        lost.signal.addEventListener('abort', () => reject(lost.signal.reason), { once: true })
        waiting.set(++asked, resolve)
        port.post({ type: 'confirm', id: asked })
      }),
    lose,
    release: () => {
      stop()
      return sendRelease(access(), key)
    },
    stop,
  }
}
