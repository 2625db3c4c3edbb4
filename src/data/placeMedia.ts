import { generateNKeysBetween } from 'fractional-indexing'
import { supabase } from '@/lib/supabase'
import { listPhotos } from './photos'
import { answer } from './request'

/** Library photos for the end of a project. `id` of each is the placement's, made by the caller, so that a retry names the same. */
export type Placing = { projectId: string; placements: readonly { id: string; mediaItemId: string }[] }

/**
 * Put photos behind those that a project has, in one request: all of them or none. What is in it already stays where it is.
 * Repeating it is harmless. @returns how many were new
 * @throws DataError `photo_limit`, `42501` when the project may not be changed
 */
export async function placeMedia({ projectId, placements }: Placing): Promise<number> {
  const there = await listPhotos(projectId)
  const known = new Set(there.map(({ mediaItemId }) => mediaItemId))
  const missing = placements.filter(({ mediaItemId }) => !known.has(mediaItemId))
  if (missing.length === 0) return 0
  const positions = generateNKeysBetween(there.at(-1)?.position ?? null, null, missing.length)
  const rows = missing.map(({ id, mediaItemId }, n) => ({
    id,
    project_id: projectId,
    media_item_id: mediaItemId,
    position: positions[n] ?? '',
  }))
  await answer(
    'place the photos',
    supabase.from('photos').upsert(rows, { onConflict: 'id', ignoreDuplicates: true }),
  )
  return missing.length
}
