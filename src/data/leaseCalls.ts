import { postgrestError } from '@/lib/dataError'
import { z } from 'zod'
import type { Progress } from './videos'

/**
 * [Note: lease calls without the client] Heartbeats run in a worker and the release of a closing page must leave
 * before the page is gone. Neither can use supabase-js (its session lives in the page, and it awaits a lock before
 * it sends), so these two functions are called with plain fetch and the newest token.
 */
export type LeaseAccess = { supabaseUrl: string; supabaseKey: string; accessToken: string }
export type LeaseKey = { jobId: string; token: string }

const problemSchema = z.object({ code: z.string(), message: z.string() }).catch({ code: '', message: '' })

async function callLease(access: LeaseAccess, name: string, args: object, init: RequestInit): Promise<void> {
  const action = 'keep the film'
  let response: Response
  try {
    response = await fetch(`${access.supabaseUrl}/rest/v1/rpc/${name}`, {
      method: 'POST',
      headers: {
        apikey: access.supabaseKey,
        authorization: `Bearer ${access.accessToken}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(args),
      ...init,
    })
  } catch (error) {
    throw postgrestError(action, { code: '', message: String(error) }, 0)
  }
  if (response.ok) return
  const { code, message } = problemSchema.parse(await response.json().catch(() => null))
  throw postgrestError(action, { code, message }, response.status)
}

/** Say that the film is still being made, and how far it is. @throws DataError `lease_lost`, `network`, … */
export function sendHeartbeat(access: LeaseAccess, key: LeaseKey, progress: Progress): Promise<void> {
  const { percent, stage, secondsLeft } = progress
  return callLease(
    access,
    'heartbeat_generation',
    { job: key.jobId, token: key.token, pct: percent, stage, eta_s: secondsLeft },
    { signal: AbortSignal.timeout(8_000) },
  )
}

/**
 * Give a film back to the queue at once. Survives the page that sends it (`keepalive`).
 * @param died said of a tab that is gone without a word: perhaps it died of the film, so its attempt counts
 * @throws DataError `lease_lost` when it was not held any more, which is as good
 */
export function sendRelease(access: LeaseAccess, key: LeaseKey, died = false): Promise<void> {
  const args = { job: key.jobId, token: key.token, died }
  return callLease(access, 'release_generation', args, { keepalive: true })
}
