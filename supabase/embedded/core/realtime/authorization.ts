import type { Claims } from '../claims'
import { asDatabaseError } from '../databaseError'
import { actAsParams, actAsSql, type Database, type Session } from '../database'

const extensions = ['broadcast', 'presence'] as const
type Extension = (typeof extensions)[number]

/** What a person may do in a channel. */
export interface Permissions {
  read: ReadonlySet<Extension>
  write: ReadonlySet<Extension>
}

/** Public channels: anybody who has the key. */
export const openToAll: Permissions = { read: new Set(extensions), write: new Set(extensions) }

/**
 * Asks the policies on realtime.messages, the way a hosted project does: rows of the topic that the person can select
 * may be read, rows that the person can insert may be sent. Nothing of it stays.
 * @param topic without the `realtime:` prefix, as `realtime.topic()` answers it
 */
export function permissionsOf(database: Database, claims: Claims, topic: string): Promise<Permissions> {
  const work = async (session: Session): Promise<Permissions> => {
    const ids = extensions.map(() => crypto.randomUUID())
    await session.query(
      `insert into realtime.messages (id, topic, extension, private)
       select id, $3, extension, true from unnest($1::uuid[], $2::text[]) as probe(id, extension)`,
      [ids, extensions, topic],
    )
    await session.query(`select set_config('realtime.topic', $1, true)`, [topic])
    await session.query(actAsSql, actAsParams(claims))
    const readable = await session.query<{ extension: Extension }>(
      'select extension from realtime.messages where id = any($1::uuid[])',
      [ids],
    )
    const write = new Set<Extension>()
    for (const extension of extensions) if (await mayInsert(session, topic, extension)) write.add(extension)
    return { read: new Set(readable.map((row) => row.extension)), write }
  }
  return database.transaction(work, { keep: false })
}

async function mayInsert(session: Session, topic: string, extension: Extension): Promise<boolean> {
  await session.query('savepoint probe')
  try {
    await session.query('insert into realtime.messages (topic, extension, private) values ($1, $2, true)', [
      topic,
      extension,
    ])
    return true
  } catch (error) {
    if (asDatabaseError(error)?.code !== '42501') throw error
    return false
  } finally {
    await session.query('rollback to savepoint probe')
  }
}
