import { markDraft } from './draftMarker'
import { withLocalDatabase, type LocalDatabase } from './localDatabase'
import { quarantineText } from './quarantineText'

/** Set a draft that cannot be read aside, in one transaction, so that it is in exactly one place. */
export async function quarantineDraft(
  database: LocalDatabase,
  userId: string,
  record: unknown,
): Promise<number> {
  const moving = database.transaction(['drafts', 'quarantine'], 'readwrite', { durability: 'strict' })
  const key = await moving.objectStore('quarantine').add({ userId, record, at: new Date().toISOString() })
  await moving.objectStore('drafts').delete(userId)
  await moving.done
  markDraft(userId, null)
  return key
}

/** A quarantined draft as a file a person can keep, or send to whoever helps them. */
export async function readQuarantined(key: number): Promise<Blob> {
  const record = await withLocalDatabase((database) => database.get('quarantine', key))
  return new Blob([quarantineText(record)], { type: 'application/json' })
}
