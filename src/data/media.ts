import { z } from 'zod'
import { mediaItemSchema, type MediaItem } from '@/domain/photo'
import { storageError } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { log } from '@/lib/log'
import { supabase } from '@/lib/supabase'
import { answer, parseRow, parseRows } from './request'
import { withRetry } from './retry'
import type { Bucket } from './uploadOptions'

/** A file that was uploaded and shall enter the library. `id` is the caller's, so that a retry names the same item. */
export type NewMediaItem = Pick<
  MediaItem,
  | 'id'
  | 'storagePath'
  | 'thumbnailPath'
  | 'originalFilename'
  | 'mimeType'
  | 'width'
  | 'height'
  | 'takenAt'
  | 'utcOffsetMinutes'
  | 'contentHash'
> &
  Partial<Pick<MediaItem, 'analysis'>>

/**
 * Reserve room in storage and get the path to upload to. The same `uploadKey` gives the same path again and counts
 * once. @throws DataError `storage_quota`, `unsupported_type`, `bad_size`
 */
export async function reserveUpload(
  bucket: Bucket,
  file: Pick<Blob, 'size' | 'type'>,
  uploadKey: string,
  signal?: AbortSignal,
): Promise<string> {
  let query = supabase.rpc('reserve_upload', {
    bucket,
    bytes: file.size,
    mime: file.type,
    upload_key: uploadKey,
  })
  if (signal) query = query.abortSignal(signal)
  return parseRow('reserve the upload', z.string().min(1), await answer('reserve the upload', query, signal))
}

/**
 * Enter an uploaded file into the library and return its item. Repeating it changes nothing.
 *
 * [Note: one file, one item] A person's library holds the same content once. When another tab registered it first,
 * the answer is that item, and the copy uploaded here is removed again.
 */
export async function registerMedia(item: NewMediaItem, signal?: AbortSignal): Promise<MediaItem> {
  const row = {
    id: item.id,
    storage_path: item.storagePath,
    thumbnail_path: item.thumbnailPath,
    original_filename: item.originalFilename,
    mime_type: item.mimeType,
    width: item.width,
    height: item.height,
    taken_at: item.takenAt,
    utc_offset_minutes: item.utcOffsetMinutes,
    content_hash: item.contentHash,
    analysis: item.analysis ?? {},
  }
  let query = supabase.from('media_items').upsert(row, { onConflict: 'id', ignoreDuplicates: true }).select()
  if (signal) query = query.abortSignal(signal)
  try {
    const [added] = await answer('register the photo', query, signal)
    if (added) return parseRow('register the photo', mediaItemSchema, added)
  } catch (error) {
    if (!(error instanceof DataError) || error.code !== '23505') throw error
  }
  const found = await findMedia({ ids: [item.id], contentHashes: [item.contentHash] }, signal)
  const media = found.find(({ id }) => id === item.id) ?? found[0]
  if (!media) throw new DataError('register the photo', 'not_found', 404)
  if (media.id !== item.id) await removeObjects('media', [item.storagePath, item.thumbnailPath])
  return media
}

/** A request's address must stay short: ids and hashes are asked for this many at a time. */
const KEYS_PER_REQUEST = 50

/**
 * The items of the caller's own library with one of these ids or contents; what is not there is simply missing from
 * the answer. Photos of projects shared with the caller can be read too, but only one's own can be placed.
 */
export async function findMedia(
  keys: { ids: readonly string[]; contentHashes: readonly string[] },
  signal?: AbortSignal,
): Promise<MediaItem[]> {
  const userId = await ownId('look for photos')
  const find = async (column: 'id' | 'content_hash', values: readonly string[]) => {
    const found: MediaItem[] = []
    for (let first = 0; first < values.length; first += KEYS_PER_REQUEST) {
      let query = supabase
        .from('media_items')
        .select('*')
        .eq('user_id', userId)
        .in(column, values.slice(first, first + KEYS_PER_REQUEST))
      if (signal) query = query.abortSignal(signal)
      const rows = await answer('look for photos', query, signal)
      found.push(...parseRows('look for photos', mediaItemSchema, rows))
    }
    return found
  }
  const found = await Promise.all([find('id', keys.ids), find('content_hash', keys.contentHashes)])
  return [...new Map(found.flat().map((item) => [item.id, item])).values()]
}

/** A stored file's bytes, retried while that can help. */
export function downloadObject(bucket: Bucket, path: string, signal: AbortSignal): Promise<Blob> {
  return withRetry(
    async () => {
      const { data, error } = await supabase.storage.from(bucket).download(path, {}, { signal })
      signal.throwIfAborted()
      if (error) throw storageError('load the photo', error)
      return data
    },
    { signal },
  )
}

/** Whose requests these are. @throws DataError `session_expired` */
export async function ownId(action: string): Promise<string> {
  const { data } = await supabase.auth.getSession()
  if (!data.session) throw new DataError(action, 'session_expired', 401)
  return data.session.user.id
}

/** Take back files that were uploaded under these keys and never registered. */
export async function removeUploads(uploadKeys: readonly string[], signal: AbortSignal): Promise<void> {
  const userId = await ownId('remove a file')
  signal.throwIfAborted()
  await removeObjects(
    'media',
    uploadKeys.map((key) => `${userId}/${key}.jpg`),
  )
}

/** Best effort: what stays behind costs room until it is cleaned up, but nothing is wrong. */
export async function removeObjects(bucket: Bucket, paths: readonly (string | null)[]): Promise<void> {
  const files = paths.filter((path) => path !== null)
  if (files.length === 0) return
  const { error } = await supabase.storage.from(bucket).remove(files)
  if (error) log.info('Could not remove files', storageError('remove files', error))
}
