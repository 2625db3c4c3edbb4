import { z } from 'zod'
import { fileIdsOf, type Draft } from '@/domain/draft'
import { dropBallast } from './ballast'
import { markDraft, markedDraft } from './draftMarker'
import { quarantineDraft } from './draftQuarantine'
import { DraftError } from './errors'
import { deviceError, withLocalDatabase, type LocalDatabase } from './localDatabase'
import { readStoredDraft, STORED_DRAFT_VERSION, type IncomingPhoto, type StoredDraft } from './storedDraft'
import { isWhole } from './wholeFile'

const storedFileSchema = z.object({
  bytes: z.int().positive(),
  file: z.custom<Blob>((value) => value instanceof Blob),
  thumbnail: z.custom<Blob>((value) => value instanceof Blob),
})
/** A photo of a draft, or its track, as found on this device. `thumbnail` is null when the file is not there, or not whole. */
export type FoundFile = { id: string; thumbnail: Blob | null }

/**
 * What was found for a user. `gone`: a draft was saved here, but the browser has thrown it away. `unreadable`: it is here,
 * but not even its bytes can be had, so that there is nothing to set aside.
 */
export type FoundDraft =
  | { state: 'none' }
  | { state: 'gone'; draftId: string }
  | { state: 'unreadable' }
  | { state: 'quarantined'; key: number }
  | { state: 'found'; draft: Draft; incoming: IncomingPhoto[]; files: FoundFile[]; savedAt: string }

/*
 * [Note: text before files]
 * The text of a draft is small and irreplaceable, its photos are large and can be chosen again. So they are written in
 * separate transactions, text first, and a ballast is kept in the database: when the disk is full it is thrown
 * overboard and the text still fits.
 *
 * [Note: committed by hand]
 * Each write ends with `commit()`: on `pagehide` nobody is left to hear the success event that commits by itself.
 */

/** Users whose draft on this device is a newer build's: this one only looks away. */
const newerDrafts = new Set<string>()
function leaveNewerAlone(userId: string): void {
  if (newerDrafts.has(userId)) throw new DraftError('newer_version', 'A newer build wrote this draft')
}

/**
 * Save the text of a user's draft: everything but the files.
 * @throws DraftError `storage_full` | `storage_unavailable` | `storage_blocked` | `newer_version`
 */
export async function saveDraft(
  userId: string,
  draft: Draft,
  incoming: readonly IncomingPhoto[],
): Promise<void> {
  leaveNewerAlone(userId)
  const record = { version: STORED_DRAFT_VERSION, draft, incoming, savedAt: new Date().toISOString() }
  const write = () =>
    withLocalDatabase(async (database) => {
      const writing = database.transaction('drafts', 'readwrite', { durability: 'strict' })
      await commit(writing, writing.store.put(record, userId))
    })
  try {
    await write()
  } catch (error) {
    if (deviceError(error).code !== 'storage_full') throw error
    await dropBallast()
    await write()
  }
  markDraft(userId, draft.id)
}

/**
 * Save a photo of the draft with its thumbnail, or its track (with an empty one), in a transaction of its own.
 * The bytes are read here, so that a file that changed or vanished on disk is told from a full disk.
 * @throws DraftError `file_gone`, and those of `saveDraft`
 */
export async function saveDraftFile(
  userId: string,
  photoId: string,
  file: Blob,
  thumbnail: Blob,
): Promise<void> {
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new DraftError('file_gone', 'The file cannot be read any more', { cause })
  })
  if (bytes.byteLength !== file.size) throw new DraftError('file_gone', 'The file changed while it was read')
  const record = { bytes: bytes.byteLength, file: new Blob([bytes], { type: file.type }), thumbnail }
  await withLocalDatabase(async (database) => {
    const writing = database.transaction('draftFiles', 'readwrite', { durability: 'strict' })
    await commit(writing, writing.store.put(record, [userId, photoId]))
  })
}

/**
 * The bytes of a saved photo.
 * @throws DraftError `file_gone` when it is not here, or not whole
 */
export async function readDraftFile(userId: string, photoId: string): Promise<Blob> {
  const stored = storedFileSchema.safeParse(
    await withLocalDatabase((database) => database.get('draftFiles', [userId, photoId])),
  )
  if (!stored.success || stored.data.file.size !== stored.data.bytes) {
    throw new DraftError('file_gone', 'The photo is not on this device')
  }
  return stored.data.file
}

let hasAskedToStay = false

/**
 * Ask the browser once per visit not to clear this site away when the disk runs short: photos that wait here for a week
 * should still be here. It decides for itself; nothing depends on the answer.
 */
export function askToStay(): void {
  if (hasAskedToStay) return
  hasAskedToStay = true
  const storage = globalThis.navigator?.storage as StorageManager | undefined
  void storage?.persist?.().catch(() => undefined)
}

/** Forget photos that left the draft. */
export async function deleteDraftFiles(userId: string, photoIds: readonly string[]): Promise<void> {
  await withLocalDatabase(async (database) => {
    const deleting = database.transaction('draftFiles', 'readwrite')
    for (const photoId of photoIds) void deleting.store.delete([userId, photoId]).catch(() => undefined)
    deleting.commit()
    await deleting.done
  })
}

/**
 * Forget photos that the saved draft does not name: what a tab kept for an undo until it was closed. Only for the tab
 * that edits the draft: what another one keeps looks just the same.
 */
export async function deleteStrayFiles(userId: string, draft: Draft): Promise<void> {
  const wanted = new Set(fileIdsOf(draft))
  const keys = await withLocalDatabase((database) => database.getAllKeys('draftFiles', filesOf(userId)))
  const strays = keys.map(([, photoId]) => photoId).filter((photoId) => !wanted.has(photoId))
  if (strays.length > 0) await deleteDraftFiles(userId, strays)
}

/** Forget a user's draft and all its photos. */
export async function discardSavedDraft(userId: string): Promise<void> {
  leaveNewerAlone(userId)
  await withLocalDatabase(async (database) => {
    const discarding = database.transaction(['drafts', 'draftFiles'], 'readwrite')
    void discarding
      .objectStore('drafts')
      .delete(userId)
      .catch(() => undefined)
    void discarding
      .objectStore('draftFiles')
      .delete(filesOf(userId))
      .catch(() => undefined)
    discarding.commit()
    await discarding.done
  })
  markDraft(userId, null)
}

/** The person is gone for good: forget their draft, whoever wrote it, and what was set aside of it. */
export async function forgetDrafts(userId: string): Promise<void> {
  await withLocalDatabase(async (database) => {
    const forgetting = database.transaction(['drafts', 'draftFiles', 'quarantine'], 'readwrite')
    await forgetting.objectStore('drafts').delete(userId)
    await forgetting.objectStore('draftFiles').delete(filesOf(userId))
    let cursor = await forgetting.objectStore('quarantine').openCursor()
    for (; cursor; cursor = await cursor.continue()) {
      const { userId: owner } = Object(cursor.value) as { userId?: unknown }
      if (owner === userId) await cursor.delete()
    }
    await forgetting.done
  })
  markDraft(userId, null)
}

/**
 * Everything saved for a user.
 * @throws DraftError `storage_unavailable` | `storage_blocked` | `newer_version`
 */
export async function loadDraft(userId: string): Promise<FoundDraft> {
  return withLocalDatabase(async (database) => {
    const record = await database.get('drafts', userId).catch(unreadable)
    if (record === UNREADABLE) return { state: 'unreadable' }
    if (record === undefined) {
      newerDrafts.delete(userId)
      const draftId = markedDraft(userId)
      return draftId === null ? { state: 'none' } : { state: 'gone', draftId }
    }
    const stored = readRecord(userId, record)
    if (!stored) return { state: 'quarantined', key: await quarantineDraft(database, userId, record) }
    const { draft, incoming, savedAt } = stored
    const files = await findFiles(database, userId, draft)
    return { state: 'found', draft, incoming, files, savedAt }
  })
}

/** What a browser throws for a record whose bytes on the disk are damaged or gone; the database itself is well. */
function unreadable(error: unknown): typeof UNREADABLE {
  const names = /^(UnknownError|DataError|NotReadableError|NotFoundError)$/
  if (error instanceof DOMException && names.test(error.name)) return UNREADABLE
  throw error
}
const UNREADABLE = Symbol('unreadable')

function readRecord(userId: string, record: unknown): StoredDraft | null {
  newerDrafts.delete(userId)
  try {
    return readStoredDraft(record)
  } catch (error) {
    newerDrafts.add(userId)
    throw error
  }
}

async function findFiles(database: LocalDatabase, userId: string, draft: Draft): Promise<FoundFile[]> {
  const files = [...draft.photos, ...(draft.track ? [draft.track] : [])]
  return Promise.all(
    files.map(async ({ id, facts }) => {
      const record = await database.get('draftFiles', [userId, id]).catch(unreadable)
      const stored = storedFileSchema.safeParse(record)
      if (!stored.success || !(await isWhole(stored.data.file, facts.bytes))) return { id, thumbnail: null }
      const { file, thumbnail } = stored.data
      return { id, thumbnail: (await isWhole(thumbnail)) ? thumbnail : file }
    }),
  )
}

const filesOf = (userId: string) => IDBKeyRange.bound([userId, ''], [userId, '\uffff'])

type Writing = { commit(): void; done: Promise<void> }
async function commit(writing: Writing, put: Promise<unknown>): Promise<void> {
  writing.commit()
  await Promise.all([put, writing.done])
}
