import {
  mutationOptions,
  useMutation,
  useMutationState,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { useMemo } from 'react'
import { z } from 'zod'
import { removeMedia } from '@/data/library'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { t } from '@/lib/i18n'
import { changeKeepingAge } from './changeKeepingAge'
import { libraryKey, mediaQueries } from './media'
import { mutationKey, refetchAfterLast } from './mutationKey'
import { photosKey } from './photoCache'
import { profileKey } from './profileKey'
import { projectListsKey } from './projectCache'
import { unlessUndone } from './undoable'
import { usageQueries } from './usage'

export const mediaRemovalSchema = z.object({ ids: z.array(z.uuid()).min(1) })
type MediaRemoval = z.output<typeof mediaRemovalSchema>

function dropPhotos(client: QueryClient, userId: string, ids: readonly string[]): void {
  const gone = new Set(ids)
  changeKeepingAge<LibraryPhoto[]>(client, libraryKey(userId), (photos) =>
    photos.filter(({ id }) => !gone.has(id)),
  )
}

/** Sent when the time for undoing is over. See: useDeletePhotos. */
export const removeMediaOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: mutationKey(userId, 'media.remove'),
    mutationFn: ({ ids }: MediaRemoval) => removeMedia(ids),
    onSuccess: (_nothing, { ids }) => dropPhotos(client, userId, ids),
    // They were in projects, on covers, and the profile says how much room is used.
    onSettled: () =>
      refetchAfterLast(client, userId, 'media', [
        mediaQueries.all(userId),
        photosKey(userId),
        projectListsKey(userId),
        profileKey(userId),
        usageQueries.all(userId),
      ]),
  })

/** Delete photos from the library and every project: hidden at once. See: [Note: deleting can be taken back]. */
export function useDeletePhotos(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: [userId, 'undo', 'media.remove'],
    networkMode: 'always',
    mutationFn: ({ ids }: MediaRemoval): Promise<void> =>
      unlessUndone(userId, {
        id: ids.join(),
        text: t('library.deleted', { count: ids.length }),
        leaving: (last) => {
          last.deleteMedia(ids)
          dropPhotos(client, userId, ids)
        },
        now: () => {
          const removing = client.getMutationCache().build(client, removeMediaOptions(client, userId))
          void removing.execute({ ids }).catch(() => undefined) // said by the mutation cache
        },
      }),
  })
}

/** The photos that are being deleted: still there, or on their way out, and not shown. */
export function usePhotosBeingDeleted(userId: string): ReadonlySet<string> {
  const asked = useMutationState({
    filters: {
      status: 'pending',
      predicate: ({ options: { mutationKey: key } }) => key?.[0] === userId && key[2] === 'media.remove',
    },
    select: ({ state }) => mediaRemovalSchema.safeParse(state.variables).data?.ids ?? [],
  })
  return useMemo(() => new Set(asked.flat()), [asked])
}
