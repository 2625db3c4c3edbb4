import { generateNKeysBetween } from 'fractional-indexing'
import { photoSchema, type Photo } from '@/domain/photo'
import { supabase } from '@/lib/supabase'
import { answer, parseRows } from './request'

/** A wish to see a library item in a project. `id` is the placement's, made by the caller. */
export type Placement = { id: string; mediaItemId: string; caption: string }

/**
 * The placements of a project with their files, in the person's order.
 *
 * [Note: positions are bytes] A position is compared byte by byte (`collate "C"` in the database, `<` here): a
 * language's collation would put `a0` before `Zz` and shuffle the photos.
 */
export async function listPhotos(projectId: string, signal?: AbortSignal): Promise<Photo[]> {
  let query = supabase
    .from('photos')
    .select('*, media_items(*)')
    .eq('project_id', projectId)
    .order('position')
    .order('id')
  if (signal) query = query.abortSignal(signal)
  return parseRows('load the photos', photoSchema, await answer('load the photos', query, signal))
}

/**
 * Make the placements of a project exactly these, in this order: missing ones are added, changed captions and places
 * updated, others removed. Repeating it changes nothing, so a retry is harmless.
 */
export async function arrangePhotos(
  projectId: string,
  placements: readonly Placement[],
  signal?: AbortSignal,
): Promise<void> {
  const before = new Map((await listPhotos(projectId, signal)).map((photo) => [photo.id, photo]))
  const positions = generateNKeysBetween(null, null, placements.length)
  const wanted = placements.map((placement, index) => ({ ...placement, position: positions[index] ?? '' }))

  const missing = wanted.filter(({ id }) => !before.has(id))
  if (missing.length > 0) await insertPlacements(projectId, missing, signal)

  for (const { id, caption, position } of wanted) {
    const old = before.get(id)
    if (old && (old.caption !== caption || old.position !== position)) {
      await answer(
        'arrange the photos',
        supabase.from('photos').update({ caption, position }).eq('id', id),
        signal,
      )
    }
  }

  const kept = new Set(placements.map(({ id }) => id))
  const extra = [...before.keys()].filter((id) => !kept.has(id))
  if (extra.length > 0) {
    await answer('arrange the photos', supabase.from('photos').delete().in('id', extra), signal)
  }
}

async function insertPlacements(
  projectId: string,
  placements: readonly (Placement & { position: string })[],
  signal?: AbortSignal,
): Promise<void> {
  const rows = placements.map(({ id, mediaItemId, caption, position }) => ({
    id,
    project_id: projectId,
    media_item_id: mediaItemId,
    position,
    caption,
  }))
  let query = supabase.from('photos').upsert(rows, { onConflict: 'id', ignoreDuplicates: true })
  if (signal) query = query.abortSignal(signal)
  await answer('place the photos', query, signal)
}
