import { z } from 'zod'
import { readClaims } from '../claims'
import type { Database } from '../database'
import type { Keys } from '../keys'
import { openToAll, permissionsOf, type Permissions } from './authorization'
import type { Channel } from './channel'
import type { Frame } from './frame'
import { parseFilter } from './postgresFilter'

const joinPayload = z.object({
  access_token: z.string().nullish(),
  config: z
    .object({
      private: z.boolean().default(false),
      broadcast: z.object({ self: z.boolean().default(false), ack: z.boolean().default(false) }).prefault({}),
      presence: z.object({ key: z.string().default(''), enabled: z.boolean().default(false) }).prefault({}),
      postgres_changes: z
        .array(
          z.looseObject({
            event: z.string(),
            schema: z.string().default('*'),
            table: z.string().optional(),
            filter: z.string().optional(),
          }),
        )
        .default([]),
    })
    .prefault({}),
})

/** Why somebody may not join; the text reaches the client's subscribe callback. */
export class JoinRefused extends Error {
  override name = 'JoinRefused'
}

let lastSubscription = 0

/**
 * Opens a channel for a `phx_join`.
 * @returns the channel and the reply: every `postgres_changes` entry as it came, in its order, with an id
 * @throws JoinRefused, InvalidToken
 */
export async function openChannel(database: Database, keys: Keys, frame: Frame, send: Channel['send']) {
  const parsed = joinPayload.safeParse(frame.payload)
  if (!parsed.success) throw new JoinRefused(`Malformed join: ${z.prettifyError(parsed.error)}`)
  const { access_token, config } = parsed.data
  const claims = await readClaims(access_token ?? undefined, keys)
  const permissions = config.private ? await permissionsIn(database, claims, frame.topic) : openToAll

  const echoes = config.postgres_changes.map((wanted) => ({ ...wanted, id: ++lastSubscription }))
  const subscriptions = echoes.map(({ id, event, schema, table, filter }) => {
    const conditions = parseFilter(filter)
    if (!conditions) throw new JoinRefused(`Unsupported filter: ${filter}`)
    return { id, event, schema, table, filter: conditions }
  })
  const channel: Channel = {
    topic: frame.topic,
    joinRef: frame.joinRef,
    isPrivate: config.private,
    claims,
    permissions,
    subscriptions,
    broadcast: config.broadcast,
    presence: {
      key: config.presence.key || crypto.randomUUID(),
      listening: config.presence.enabled,
      meta: null,
    },
    send,
  }
  return { channel, reply: { postgres_changes: echoes } }
}

/** @throws JoinRefused when the person may read nothing in this private channel */
export async function permissionsIn(
  database: Database,
  claims: Channel['claims'],
  topic: string,
): Promise<Permissions> {
  const name = topic.replace(/^realtime:/, '')
  const permissions = await permissionsOf(database, claims, name)
  if (permissions.read.size > 0) return permissions
  throw new JoinRefused(`Unauthorized: You do not have permissions to read from this Channel topic: ${name}`)
}
