import type { Claims } from '../claims'
import type { Permissions } from './authorization'
import type { Frame } from './frame'
import type { PostgresFilter } from './postgresFilter'

/** One `postgres_changes` entry of a join, with the id we gave it. */
export interface ChangeSubscription {
  id: number
  event: string
  schema: string
  table: string | undefined
  filter: PostgresFilter
}

/** One client in one topic. */
export interface Channel {
  topic: string
  joinRef: string | null
  /** Private channels and public ones of the same name do not hear each other. */
  isPrivate: boolean
  claims: Claims
  permissions: Permissions
  subscriptions: ChangeSubscription[]
  broadcast: { self: boolean; ack: boolean }
  presence: { key: string; listening: boolean; meta: Record<string, unknown> | null }
  send(frame: Frame): void
}

/** A message that answers no request. */
export function push(channel: Channel, event: string, payload: unknown): void {
  channel.send({ joinRef: null, ref: null, topic: channel.topic, event, payload })
}

/** Ends a channel from our side: says why, then closes it, as hosted does. */
export function shutDown(channel: Channel, message: string): void {
  const extension = 'system'
  push(channel, 'system', {
    channel: channel.topic.replace(/^realtime:/, ''),
    extension,
    status: 'error',
    message,
  })
  const { joinRef, topic } = channel
  channel.send({ joinRef, ref: joinRef, topic, event: 'phx_close', payload: {} })
}
