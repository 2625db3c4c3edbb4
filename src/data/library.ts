import { libraryPhotoSchema, photoUseSchema, type LibraryPhoto, type PhotoUse } from '@/domain/libraryPhoto'
import { supabase } from '@/lib/supabase'
import { removeObjects } from './media'
import { answer, parseRows } from './request'

export const LIBRARY_PAGE = 1000

/**
 * The caller's whole library, newest first, a thousand photos a request, each behind the last one of the one before.
 * `onPage` hears what has come so far, so that the first screen need not wait. See: [Note: the whole library at once]
 */
export async function listLibrary(
  signal?: AbortSignal,
  onPage?: (soFar: LibraryPhoto[]) => void,
): Promise<LibraryPhoto[]> {
  const photos = new Map<string, LibraryPhoto>()
  let after: { after_created: string; after_id: string } | null = null
  for (;;) {
    let query = supabase.rpc('list_library', { ...after, take: LIBRARY_PAGE })
    if (signal) query = query.abortSignal(signal)
    const rows: { id: string; created_at: string }[] = await answer('load the library', query, signal)
    for (const photo of parseRows('load the library', libraryPhotoSchema, rows)) photos.set(photo.id, photo)
    const last = rows.at(-1)
    if (rows.length < LIBRARY_PAGE || !last) return [...photos.values()]
    onPage?.([...photos.values()])
    after = { after_created: last.created_at, after_id: last.id }
  }
}

/** In which projects photos of the caller's are, those with most of them first. */
export async function findPhotoUses(ids: readonly string[], signal?: AbortSignal): Promise<PhotoUse[]> {
  let query = supabase.rpc('media_uses', { items: [...ids] })
  if (signal) query = query.abortSignal(signal)
  return parseRows(
    'look where the photos are used',
    photoUseSchema,
    await answer('look where the photos are used', query, signal),
  )
}

/** A request's address must stay short. */
const KEYS_PER_REQUEST = 50

/**
 * Delete photos from the caller's library, with their placements in projects and their files. Repeating it is harmless.
 * See: [Note: rows first]
 */
export async function removeMedia(ids: readonly string[]): Promise<void> {
  for (let first = 0; first < ids.length; first += KEYS_PER_REQUEST) {
    const gone = await answer(
      'delete the photos',
      supabase
        .from('media_items')
        .delete()
        .in('id', ids.slice(first, first + KEYS_PER_REQUEST))
        .select('storage_path, thumbnail_path'),
    )
    await removeObjects(
      'media',
      gone.flatMap((row) => [row.storage_path, row.thumbnail_path]),
    )
  }
}
