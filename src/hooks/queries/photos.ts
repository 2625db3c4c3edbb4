import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { listPhotos } from '@/data/photos'
import type { Photo } from '@/domain/photo'
import { photosKey, projectPhotosKey, receivePhotos } from './photoCache'
import {
  captionPhotoOptions,
  choosePhotoOptions,
  directPhotoOptions,
  movePhotoOptions,
  photoSavesOf,
  removePhotoOptions,
  restorePhotoOptions,
} from './photoMutations'

export const photoQueries = {
  all: photosKey,
  /** The placements of a project with their files, in the person's order. */
  ofProject: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: projectPhotosKey(userId, projectId),
      queryFn: async ({ signal, client }): Promise<Photo[]> => {
        const askedAt = Date.now()
        const photos = await listPhotos(projectId, signal)
        return receivePhotos(client, userId, projectId, photos, askedAt)
      },
    }),
}

/**
 * Caption a photo: `mutate({ projectId, photoId, caption })`. Like all below: shown at once, taken back alone on
 * failure, kept while offline, and sent in the order it was done.
 */
export function useCaptionPhoto(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...captionPhotoOptions(client, userId), scope: photoSavesOf(projectId) })
}

/** Say whether the film shows a photo: `mutate({ projectId, photoId, choice })`. */
export function useChoosePhoto(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...choosePhotoOptions(client, userId), scope: photoSavesOf(projectId) })
}

/** Say how the film shows a photo: `mutate({ projectId, photoId, direction })`, with the fields that change. */
export function useDirectPhoto(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...directPhotoOptions(client, userId), scope: photoSavesOf(projectId) })
}

/** Move a photo: `mutate({ projectId, photoId, position })`, with a position of `positionAt`. */
export function useMovePhoto(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...movePhotoOptions(client, userId), scope: photoSavesOf(projectId) })
}

/** Take a photo out: `mutate({ projectId, photoId })`. */
export function useRemovePhoto(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...removePhotoOptions(client, userId), scope: photoSavesOf(projectId) })
}

/** Put a removed photo back: `mutate({ projectId, photoId, mediaItemId, position, caption, choice, direction })`. */
export function useRestorePhoto(userId: string, projectId: string) {
  const client = useQueryClient()
  return useMutation({ ...restorePhotoOptions(client, userId), scope: photoSavesOf(projectId) })
}
