import { generateNKeysBetween } from 'fractional-indexing'
import type { SomeDirection } from '@/domain/direction'
import { photoRowSchema, photoSchema, type Photo, type PhotoChoice, type PhotoRow } from '@/domain/photo'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { getProject } from './projects'
import { answer, parseRow, parseRows } from './request'

/** A wish to see a library item in a project. `id` is the placement's, made by the caller. */
export type Placement = { id: string; mediaItemId: string; caption: string; choice: PhotoChoice }

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

  for (const { id, caption, choice, position } of wanted) {
    const old = before.get(id)
    if (old && (old.caption !== caption || old.choice !== choice || old.position !== position)) {
      await answer(
        'arrange the photos',
        supabase.from('photos').update({ caption, choice, position }).eq('id', id),
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
  const rows = placements.map(({ id, mediaItemId, caption, choice, position }) => ({
    id,
    project_id: projectId,
    media_item_id: mediaItemId,
    position,
    caption,
    choice,
  }))
  let query = supabase.from('photos').upsert(rows, { onConflict: 'id', ignoreDuplicates: true })
  if (signal) query = query.abortSignal(signal)
  await answer('place the photos', query, signal)
}

/** Write a photo's caption; whoever writes last has it. @throws DataError `not_found`, `not_allowed` */
export const captionPhoto = (place: PhotoPlace, caption: string): Promise<PhotoRow> =>
  changePhoto('save the caption', place, { caption })

/** Put a photo elsewhere in its project; whoever moves it last has it. @throws DataError `not_found`, `not_allowed` */
export const movePhoto = (place: PhotoPlace, position: string): Promise<PhotoRow> =>
  changePhoto('move the photo', place, { position })

/** Say whether the film shows a photo; whoever chooses last has it. @throws DataError `not_found`, `not_allowed` */
export const choosePhoto = (place: PhotoPlace, choice: PhotoChoice): Promise<PhotoRow> =>
  changePhoto('save the choice', place, { choice })

/** Say how the film shows a photo; each field is its last writer's. @throws DataError `not_found`, `not_allowed` */
export const directPhoto = (place: PhotoPlace, direction: SomeDirection): Promise<PhotoRow> =>
  changePhoto('save the change', place, directionRow(direction))

const directionRow = ({ focus, holdSeconds, entrance, card }: SomeDirection) => ({
  ...(focus !== undefined && { focus }),
  ...(holdSeconds !== undefined && { hold_seconds: holdSeconds }),
  ...(entrance !== undefined && { entrance }),
  ...(card !== undefined && { card }),
})

/** A placement and the project it is in. */
export type PhotoPlace = Pick<Photo, 'id' | 'projectId'>

async function changePhoto(
  action: string,
  { id, projectId }: PhotoPlace,
  change:
    { caption: string } | { position: string } | { choice: PhotoChoice } | ReturnType<typeof directionRow>,
): Promise<PhotoRow> {
  const [row] = await answer(action, supabase.from('photos').update(change).eq('id', id).select())
  if (row) return parseRow(action, photoRowSchema, row)
  return refused(action, id, projectId)
}

/**
 * Take a photo out of its project; it stays in its owner's library. Repeating it is harmless.
 * @throws DataError `not_found`, `not_allowed`
 */
export async function removePhoto({ id, projectId }: PhotoPlace): Promise<void> {
  const gone = await answer('remove the photo', supabase.from('photos').delete().eq('id', id).select('id'))
  if (gone.length > 0) return
  await refused('remove the photo', id, projectId).catch((error: unknown) => {
    if (!(error instanceof DataError) || error.code !== 'not_found') throw error
  })
}

/**
 * Put a removed photo back where it was, with its caption and all that was said of it. Repeating it is harmless. Only one's own photos can be put
 * back. @throws DataError `42501` when it is somebody else's, `photo_limit`
 */
export async function restorePhoto(photo: Omit<PhotoRow, 'rev'>): Promise<PhotoRow> {
  const row = {
    id: photo.id,
    project_id: photo.projectId,
    media_item_id: photo.mediaItemId,
    position: photo.position,
    caption: photo.caption,
    choice: photo.choice,
    ...directionRow(photo.direction),
  }
  const upsert = supabase.from('photos').upsert(row, { onConflict: 'id', ignoreDuplicates: true }).select()
  const [back] = await answer('put the photo back', upsert)
  if (back) return parseRow('put the photo back', photoRowSchema, back)
  const [there] = await answer('put the photo back', supabase.from('photos').select('*').eq('id', photo.id))
  if (!there) throw new DataError('put the photo back', 'not_found', 404)
  return parseRow('put the photo back', photoRowSchema, there)
}

/** Nothing was changed: is the photo (or its project) gone, or may it only be looked at? */
async function refused(action: string, id: string, projectId: string): Promise<never> {
  await getProject(projectId)
  const [there] = await answer(action, supabase.from('photos').select('id').eq('id', id))
  throw there ? new DataError(action, 'not_allowed', 403) : new DataError(action, 'not_found', 404)
}
