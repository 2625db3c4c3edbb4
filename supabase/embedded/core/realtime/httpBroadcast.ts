import { z } from 'zod'
import { InvalidToken, readClaims } from '../claims'
import type { Database } from '../database'
import type { Keys } from '../keys'
import { bearer } from '../requestGuard'
import { openToAll, permissionsOf } from './authorization'
import type { Rooms } from './rooms'

const message = z.object({
  topic: z.string(),
  event: z.string(),
  payload: z.unknown(),
  private: z.boolean().default(false),
})
const batch = z.object({ messages: z.array(message) })

const cors = {
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, apikey, content-type, x-client-info',
  'access-control-allow-methods': 'POST, OPTIONS',
}

/** POST /realtime/v1/api/broadcast: what `channel.send()` uses before it has joined. Answers 202. */
export async function broadcastOverHttp(
  request: Request,
  database: Database,
  keys: Keys,
  rooms: Rooms,
): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: cors })
  const refuse = (status: number, text: string) => Response.json({ message: text }, { status, headers: cors })
  try {
    const claims = await readClaims(bearer(request) ?? request.headers.get('apikey') ?? undefined, keys)
    const parsed = batch.safeParse(await request.json().catch(() => null))
    if (!parsed.success) return refuse(422, 'Malformed messages')
    for (const { topic, event, payload, private: isPrivate } of parsed.data.messages) {
      const permissions = isPrivate ? await permissionsOf(database, claims, topic) : openToAll
      if (!permissions.write.has('broadcast')) continue
      rooms.broadcast({ topic: `realtime:${topic}`, isPrivate }, { type: 'broadcast', event, payload })
    }
    return new Response(null, { status: 202, headers: cors })
  } catch (error) {
    if (error instanceof InvalidToken) return refuse(401, error.message)
    throw error
  }
}
