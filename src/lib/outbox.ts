import * as z from 'zod/mini'
import { keysOf, withCacheDatabase } from './localCacheDatabase'
import { checksum, mayBeKept } from './plainJson'
import { hasLocks } from './withLock'

/**
 * A change that has not reached the server: everything needed to send it, also by another tab or after a reload.
 * Ids sort in the order in which the changes were asked for. `key` names what it does; those of one `scope` go one after
 * the other; `submittedAt` is ms since 1970.
 */
export type Unsent = {
  id: string
  key: readonly unknown[]
  scope: string | null
  variables: unknown
  context: unknown
  submittedAt: number
}

/** Later than that nobody remembers having asked for it. */
export const SENT_WITHIN_MS = 30 * 24 * 60 * 60_000

/**
 * [Note: one tab sends it] Every change in the outbox has an owner, and only the owner sends it: the tab in which it was
 * made, as long as that lives. A living tab holds a lock with its own name. When it has gone (closed, reloaded,
 * crashed), another takes its changes over: who owns a record is decided inside one transaction, so two tabs that try at
 * once never both get it. A record leaves the outbox when the server has answered, so a tab that dies in between leaves
 * it to the next; sending the same change twice is harmless, see `Verb`.
 */
const recordSchema = z.object({
  owner: z.string(),
  key: z.array(z.unknown()),
  scope: z.nullable(z.string()),
  json: z.string(),
  submittedAt: z.number(),
  sum: z.number(),
})
type UnsentRecord = z.output<typeof recordSchema>
const bodySchema = z.object({ variables: z.optional(z.unknown()), context: z.optional(z.unknown()) })

const sumOf = ({ key, scope, json, submittedAt }: Omit<UnsentRecord, 'sum' | 'owner'>) =>
  checksum(JSON.stringify([key, scope, json, submittedAt]))

/** The lock that says that the tab session `owner` lives. */
const ownerLock = (owner: string) => `photomemory.outbox.${owner}`

/** Own changes under the name `owner` until the signal aborts. Resolves when the others can see that it lives. */
export function holdOwnership(owner: string, signal: AbortSignal): Promise<void> {
  if (!hasLocks()) return Promise.resolve()
  return new Promise((resolve) => {
    const untilAborted = () =>
      new Promise<void>((release) => {
        resolve()
        if (signal.aborted) release()
        signal.addEventListener('abort', () => release(), { once: true })
      })
    navigator.locks.request(ownerLock(owner), untilAborted).catch(() => resolve())
  })
}

/** Without locks nobody is known to live; what two tabs then send twice is harmless. */
async function lives(owner: string): Promise<boolean> {
  if (!hasLocks()) return false
  return navigator.locks.request(ownerLock(owner), { ifAvailable: true }, (lock) => lock === null)
}

/** Keep a change, or what has become of it, for `owner` to send. @throws Error when it cannot be kept on this device */
export async function putUnsent(userId: string, owner: string, unsent: Unsent): Promise<void> {
  const { id, key, scope, variables, context, submittedAt } = unsent
  if (!mayBeKept([key, variables])) throw new Error('A change that holds more than plain JSON cannot be kept')
  const json = JSON.stringify({ variables, ...(mayBeKept(context) && { context }) })
  const record = { owner, key: [...key], scope, json, submittedAt }
  await withCacheDatabase((database) =>
    database.put('outbox', { ...record, sum: sumOf(record) }, [userId, id]),
  )
}

/** The server has answered: done, or never to be done. */
export async function removeUnsent(userId: string, id: string): Promise<void> {
  await withCacheDatabase((database) => database.delete('outbox', [userId, id]))
}

/** The person is gone for good: nobody will send what they left. */
export async function forgetUnsent(userId: string): Promise<void> {
  await withCacheDatabase((database) => database.delete('outbox', keysOf(userId)))
}

/**
 * Make `owner` the owner of every change of the person whose tab has gone, and return those, in the order in which they
 * were asked for. What is damaged moves to quarantine; what is too old is removed.
 */
export async function adoptUnsent(userId: string, owner: string, now = Date.now()): Promise<Unsent[]> {
  const records = await withCacheDatabase((database) => database.getAll('outbox', keysOf(userId)))
  const owners = new Set(records.map((record) => recordSchema.safeParse(record).data?.owner))
  const gone = new Set<string>()
  for (const other of owners)
    if (other !== undefined && other !== owner && !(await lives(other))) gone.add(other)

  return withCacheDatabase(async (database) => {
    const adopted: Unsent[] = []
    const transaction = database.transaction(['outbox', 'quarantine'], 'readwrite')
    const quarantine = transaction.objectStore('quarantine')
    const changes: Promise<unknown>[] = []
    let cursor = await transaction.objectStore('outbox').openCursor(keysOf(userId))
    for (; cursor; cursor = await cursor.continue()) {
      const [, id] = cursor.key
      const record = recordSchema.safeParse(cursor.value).data
      const unsent = record && readRecord(id, record)
      if (!record || !unsent) {
        changes.push(quarantine.put(cursor.value, [userId, `${new Date(now).toISOString()} ${id}`]))
        changes.push(cursor.delete())
      } else if (now - unsent.submittedAt > SENT_WITHIN_MS) changes.push(cursor.delete())
      else if (gone.has(record.owner)) {
        changes.push(cursor.update({ ...record, owner }))
        adopted.push(unsent)
      }
    }
    await Promise.all([...changes, transaction.done])
    return adopted
  })
}

function readRecord(id: string, record: UnsentRecord): Unsent | null {
  if (record.sum !== sumOf(record)) return null
  try {
    const { variables, context } = bodySchema.parse(JSON.parse(record.json))
    const { key, scope, submittedAt } = record
    return { id, key, scope, variables, context, submittedAt }
  } catch {
    return null
  }
}
