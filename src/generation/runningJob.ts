import { z } from 'zod'
import { accessToken } from '@/data/accessToken'
import { sendRelease, type LeaseKey } from '@/data/leaseCalls'
import { findVideo } from '@/data/videos'
import { env } from '@/lib/env'

/**
 * [Note: a film that kills] A tab that is closed says goodbye; one that dies may have died of its film, for lack of
 * memory. So its attempt counts, on this device as elsewhere: the next one is made with less memory, and after the last
 * the film fails, instead of taking one tab after the other with it.
 */

/**
 * What a tab of this browser is making, kept outside the tab: when the tab dies without a word, the next one gives the
 * film back with the dead one's token and goes on at once. The token is worth nothing without the person's session.
 */
const runningSchema = z.object({ jobId: z.uuid(), token: z.uuid() })
const keyOf = (userId: string) => `photomemory.running.${userId}`

export function rememberRunning(userId: string, key: LeaseKey): void {
  try {
    localStorage.setItem(keyOf(userId), JSON.stringify(key))
  } catch {
    // Full or forbidden: then the lease has to run out, as on any other device.
  }
}

export function forgetRunning(userId: string): void {
  try {
    localStorage.removeItem(keyOf(userId))
  } catch {
    // Forbidden: then nothing was remembered either.
  }
}

/**
 * Give back what a dead tab was making. Only for the holder of the generation lock: then that tab is really gone.
 * See: [Note: a film that kills]
 * A tab that was closed in order had given it back itself: then there is nothing to do, and nothing to be refused.
 */
export async function releaseForgotten(userId: string): Promise<void> {
  const key = readRunning(userId)
  if (!key) return
  try {
    const video = await findVideo(key.jobId)
    const token = await accessToken()
    if (video?.status === 'processing' && token !== null) {
      const access = { supabaseUrl: env.supabaseUrl, supabaseKey: env.supabaseKey, accessToken: token }
      await sendRelease(access, key, true)
    }
  } catch {
    // It ended meanwhile, or its lease will run out.
  }
  forgetRunning(userId)
}

function readRunning(userId: string): LeaseKey | undefined {
  try {
    return runningSchema.safeParse(JSON.parse(localStorage.getItem(keyOf(userId)) ?? 'null')).data
  } catch {
    return undefined
  }
}
