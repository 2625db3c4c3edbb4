import * as z from 'zod/mini'
import { keysOf, withCacheDatabase, type CacheDatabase } from './localCacheDatabase'
import { log } from './log'
import { checksum, mayBeKept } from './plainJson'

/**
 * Which build's shapes the kept answers have: a digest of the code that makes them, put in by vite.config.ts.
 *
 * [Note: kept answers are not migrated] An answer kept by a build with other shapes is thrown away and asked for again:
 * it is a copy. So that nobody has to remember to raise a number, the version is computed.
 */
declare const __CACHE_VERSION__: string
const VERSION = __CACHE_VERSION__

export const KEPT_AT_MOST_MS = 30 * 24 * 60 * 60_000
/** As many answers per person, the newest. A page of projects is one. */
const KEPT_AT_MOST = 500
/** UTF-16 units of one answer. What is larger is no dashboard. */
const LARGEST_ANSWER = 1_000_000
const QUARANTINED_AT_MOST = 20

/** What a query was last told: `key` and `hash` are the query's, `updatedAt` is ms since 1970. */
export type KeptAnswer = { key: readonly unknown[]; hash: string; data: unknown; updatedAt: number }

const recordSchema = z.object({
  version: z.string(),
  key: z.array(z.unknown()),
  json: z.string(),
  updatedAt: z.number(),
  sum: z.number(),
})
type AnswerRecord = z.output<typeof recordSchema>

const sumOf = ({ key, json, updatedAt }: Pick<AnswerRecord, 'key' | 'json' | 'updatedAt'>) =>
  checksum(JSON.stringify([key, json, updatedAt]))

/** Persons whose answers may be written; see `forgetPersisted`. */
const open = new Set<string>()

/** May this answer be kept? Never addresses of private files, and nothing that is not plain JSON. */
export function isKeepable(key: readonly unknown[], data: unknown): boolean {
  return key[1] !== 'urls' && data !== undefined && mayBeKept(data)
}

/**
 * Everything that was kept for a person by this version, and from now on `keepAnswers` writes for them. What is too old
 * or another version's is removed; what is damaged moves to quarantine and is never used. Empty when there is none, or
 * the device cannot say.
 */
export async function openKeptAnswers(userId: string, now = Date.now()): Promise<KeptAnswer[]> {
  open.add(userId)
  try {
    return await withCacheDatabase((database) => readAll(database, userId, now))
  } catch (error) {
    log.info('The kept answers could not be read', error)
    return []
  }
}

async function readAll(database: CacheDatabase, userId: string, now: number): Promise<KeptAnswer[]> {
  const transaction = database.transaction(['answers', 'quarantine'], 'readwrite')
  const answers = transaction.objectStore('answers')
  const quarantine = transaction.objectStore('quarantine')
  const found: KeptAnswer[] = []
  const changes: Promise<unknown>[] = []
  for (let cursor = await answers.openCursor(keysOf(userId)); cursor; cursor = await cursor.continue()) {
    const [, hash] = cursor.key
    const answer = readRecord(cursor.value, userId, hash, now)
    if (answer === 'damaged')
      changes.push(quarantine.put(cursor.value, [userId, `${new Date(now).toISOString()} ${hash}`]))
    if (answer === 'damaged' || answer === 'outdated') changes.push(cursor.delete())
    else found.push(answer)
  }
  found.sort((a, b) => b.updatedAt - a.updatedAt)
  for (const { hash } of found.splice(KEPT_AT_MOST)) changes.push(answers.delete([userId, hash]))
  const quarantined = await quarantine.getAllKeys(keysOf(userId))
  for (const key of quarantined.slice(0, -QUARANTINED_AT_MOST)) changes.push(quarantine.delete(key))
  await Promise.all([...changes, transaction.done])
  return found
}

function readRecord(
  value: unknown,
  userId: string,
  hash: string,
  now: number,
): KeptAnswer | 'outdated' | 'damaged' {
  const { success, data: record } = recordSchema.safeParse(value)
  if (!success || record.sum !== sumOf(record)) return 'damaged'
  // From the future: the clock was wrong then or is now, and nobody can say how old it is.
  if (record.version !== VERSION || record.updatedAt > now || now - record.updatedAt > KEPT_AT_MOST_MS)
    return 'outdated'
  if (record.key[0] !== userId) return 'damaged'
  try {
    return { key: record.key, hash, data: JSON.parse(record.json), updatedAt: record.updatedAt }
  } catch {
    return 'damaged'
  }
}

/**
 * Keep these answers; one that another tab has kept later stays. Does nothing for a person who was forgotten.
 * `isLast`: the page is going and has no time to look first.
 * @returns false when the device has no room or no database: then nothing is kept, and nothing else is wrong
 */
export async function keepAnswers(
  userId: string,
  answers: readonly KeptAnswer[],
  isLast = false,
): Promise<boolean> {
  const records = answers.flatMap(({ key, hash, data, updatedAt }) => {
    if (!isKeepable(key, data)) return []
    const json = JSON.stringify(data)
    const record = { version: VERSION, key: [...key], json, updatedAt }
    return json.length > LARGEST_ANSWER ? [] : [{ hash, record: { ...record, sum: sumOf(record) } }]
  })
  try {
    await withCacheDatabase(async (database) => {
      if (!open.has(userId) || records.length === 0) return
      const transaction = database.transaction('answers', 'readwrite')
      const { store } = transaction
      const writes = records.map(async ({ hash, record }) => {
        if (!isLast && (await hasNewer(store.get([userId, hash]), record))) return
        await store.put(record, [userId, hash])
      })
      // Of a page that goes, only a transaction that waits for nothing is carried out.
      if (isLast) transaction.commit()
      await Promise.all([...writes, transaction.done])
    })
    return true
  } catch (error) {
    log.info('Answers could not be kept', error)
    return false
  }
}

async function hasNewer(asked: Promise<unknown>, record: Omit<AnswerRecord, 'sum'>): Promise<boolean> {
  const before = recordSchema.safeParse(await asked).data
  return before?.version === VERSION && before.updatedAt > record.updatedAt
}

/** Take these answers away: they were reset or their thing is gone. */
export async function dropAnswers(userId: string, hashes: readonly string[]): Promise<void> {
  await withCacheDatabase(async (database) => {
    const { store, done } = database.transaction('answers', 'readwrite')
    await Promise.all([done, ...hashes.map((hash) => store.delete([userId, hash]))])
  }).catch((error: unknown) => log.info('Answers could not be dropped', error))
}

/**
 * Remove every answer kept for a person and keep none until they are signed in again: what this tab is about to write is
 * not written any more. Called in every tab when they sign out. Never throws.
 *
 * [Note: unsent changes outlive the session] What the person changed while offline stays in the outbox, as their draft
 * stays on the device: it is work that exists nowhere else. It is sent when the same person signs in again, nobody else
 * ever reads it, and after 30 days it is gone.
 */
export async function forgetPersisted(userId: string): Promise<void> {
  open.delete(userId)
  await withCacheDatabase(async (database) => {
    const transaction = database.transaction(['answers', 'quarantine'], 'readwrite')
    await Promise.all([
      transaction.objectStore('answers').delete(keysOf(userId)),
      transaction.objectStore('quarantine').delete(keysOf(userId)),
      transaction.done,
    ])
  }).catch((error: unknown) => log.info('The kept answers could not be removed', error))
}
