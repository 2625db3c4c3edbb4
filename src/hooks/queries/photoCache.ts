import type { QueryClient } from '@tanstack/react-query'
import type { Photo, PhotoRow } from '@/domain/photo'
import { inOrder } from '@/domain/position'
import { changeKeepingAge } from './changeKeepingAge'
import { keepAtHand, letGo } from './keepAtHand'
import { pendingPhotoSaves } from './photoSaves'
import type { Patched } from './projectCache'

export const photosKey = (userId: string) => [userId, 'photos'] as const
export const projectPhotosKey = (userId: string, projectId: string) => [userId, 'photos', projectId] as const
const confirmedKey = (userId: string, projectId: string) =>
  [userId, 'photos', 'confirmed', projectId] as const
const removedKey = (userId: string, photoId: string) => [userId, 'photos', 'removed', photoId] as const

/** A photo this page took out. `at`: when the server said so, in ms since 1970; null: not yet. */
type Removed = { photo: Photo; at: number | null }

/**
 * What the server said last about the photos of a project. See: [Note: confirmed and shown]. `beginning`: the change
 * that is just being made; when it is the only one, what is shown is still what the server said.
 */
export function confirmedPhotos(
  client: QueryClient,
  userId: string,
  projectId: string,
  beginning?: unknown,
): readonly Photo[] | undefined {
  const shown = client.getQueryData<Photo[]>(projectPhotosKey(userId, projectId))
  if (pendingPhotoSaves(client, userId, projectId, beginning).length === 0) return shown
  return client.getQueryData<Photo[]>(confirmedKey(userId, projectId)) ?? shown
}

/** Show what the server said, under what the person did since. @returns what is shown */
export function showPhotos(
  client: QueryClient,
  userId: string,
  projectId: string,
  confirmed: readonly Photo[],
  except?: unknown,
): Photo[] {
  const saves = pendingPhotoSaves(client, userId, projectId, except)
  const queryKey = confirmedKey(userId, projectId)
  if (saves.length > 0) keepAtHand(client, queryKey, confirmed)
  else letGo(client, queryKey)
  const removed = (photoId: string) => removedPhoto(client, userId, photoId)?.photo
  const shown = saves.reduce<readonly Photo[]>((photos, change) => change(photos, removed), confirmed)
  changeKeepingAge<Photo[]>(client, projectPhotosKey(userId, projectId), () => [...shown])
  return [...shown]
}

/**
 * Photos that were asked for at `askedAt`, each in its newest revision, as the screen shall see them. What was taken out
 * after the question is not in the answer any more.
 */
export function receivePhotos(
  client: QueryClient,
  userId: string,
  projectId: string,
  arrived: readonly Photo[],
  askedAt: number,
): Photo[] {
  const known = new Map(confirmedPhotos(client, userId, projectId)?.map((photo) => [photo.id, photo]))
  const newest = arrived
    .filter(({ id }) => (removedPhoto(client, userId, id)?.at ?? 0) < askedAt)
    .map((photo) => {
      const old = known.get(photo.id)
      return old && old.rev > photo.rev ? { ...photo, ...rowOf(old) } : photo
    })
    .sort(inOrder)
  return showPhotos(client, userId, projectId, newest)
}

/**
 * Put a photo that arrived into the list of its project, under the person's own unsettled changes.
 * @returns `patched` when that is all there is to do, `stale` when it was old news, `unknown` when its project is not
 * cached or it is new there: then ask again
 */
export function patchPhoto(client: QueryClient, userId: string, row: PhotoRow, except?: unknown): Patched {
  const confirmed = confirmedPhotos(client, userId, row.projectId)
  const at = confirmed?.findIndex(({ id }) => id === row.id) ?? -1
  const old = confirmed?.[at]
  if (!confirmed || !old) return 'unknown'
  if (old.rev >= row.rev) return 'stale'
  showPhotos(
    client,
    userId,
    row.projectId,
    confirmed.with(at, { ...old, ...rowOf(row) }).sort(inOrder),
    except,
  )
  return 'patched'
}

/** Take a deleted photo out of the project it was in. */
export function dropPhoto(client: QueryClient, userId: string, photoId: string, except?: unknown): void {
  for (const [[, , projectId]] of client.getQueriesData({ queryKey: photosKey(userId) })) {
    if (typeof projectId !== 'string') continue
    const confirmed = confirmedPhotos(client, userId, projectId)
    if (!confirmed?.some(({ id }) => id === photoId)) continue
    const others = confirmed.filter(({ id }) => id !== photoId)
    showPhotos(client, userId, projectId, others, except)
  }
}

/** Remember a photo that this person takes out, with its file, so that it can be shown again when it is put back. */
export function rememberRemoved(client: QueryClient, userId: string, photo: Photo, at: Removed['at']): void {
  keepAtHand<Removed>(client, removedKey(userId, photo.id), { photo, at })
}

export const removedPhoto = (client: QueryClient, userId: string, photoId: string) =>
  client.getQueryData<Removed>(removedKey(userId, photoId))

const rowOf = ({
  id,
  projectId,
  mediaItemId,
  position,
  caption,
  choice,
  direction,
  rev,
}: PhotoRow): PhotoRow => ({
  id,
  projectId,
  mediaItemId,
  position,
  caption,
  choice,
  direction,
  rev,
})
