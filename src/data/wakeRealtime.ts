import { sleep } from '@/lib/sleep'
import { supabase } from '@/lib/supabase'

/** A socket that has not answered after this long is dead. */
const DEAD_MS = 2_000

/**
 * The network may be back, or this page may have slept: have a socket that works, with a token that works, in seconds.
 *
 * [Note: a socket that only looks open] After a sleep or a change of network nobody tells a page that its socket is dead:
 * the client finds out by its heartbeat, up to 50 seconds later, and before its next try to connect it waits up to ten.
 * So a socket that is closed is opened now, and one that looks open is asked.
 */
export async function wakeRealtime(): Promise<void> {
  const { realtime } = supabase
  if (realtime.getChannels().length === 0) return
  // First: with a token that ran out the server would close the channels.
  await Promise.race([realtime.setAuth().catch(() => undefined), sleep(DEAD_MS)])
  if (realtime.isConnecting() || realtime.isDisconnecting()) return
  if (!realtime.isConnected()) {
    await realtime.disconnect() // ends the wait for the next try
    return realtime.connect()
  }
  if (realtime.pendingHeartbeatRef === null) await realtime.sendHeartbeat()
  const asked = realtime.pendingHeartbeatRef
  await sleep(DEAD_MS)
  // Sent again while it waits for an answer, it gives the socket up and opens another.
  if (asked !== null && realtime.pendingHeartbeatRef === asked) await realtime.sendHeartbeat()
}
