import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import {
  captionPhoto,
  choosePhoto,
  directPhoto,
  movePhoto,
  removePhoto,
  restorePhoto,
  type PhotoPlace,
} from '@/data/photos'
import type { PhotoRow } from '@/domain/photo'
import { inOrder } from '@/domain/position'
import { mutationKey, refetchAfterLast } from './mutationKey'
import {
  confirmedPhotos,
  dropPhoto,
  patchPhoto,
  photosKey,
  rememberRemoved,
  removedPhoto,
  showPhotos,
} from './photoCache'
import type {
  PhotoCaption,
  PhotoChoosing,
  PhotoDirecting,
  PhotoMove,
  PhotoRemoval,
  PhotoRestore,
} from './photoSaves'
import { projectListsKey } from './projectCache'

/** What is done to the photos of one project leaves in the order it was done. */
export const photoSavesOf = (projectId: string) => ({ id: `photos:${projectId}` })

type Save = { projectId: string; photoId: string }
const placeOf = ({ photoId, projectId }: Save): PhotoPlace => ({ id: photoId, projectId })

/** Shown at once; an error takes away this change alone. See: [Note: confirmed and shown]. */
function shared(client: QueryClient, userId: string) {
  const showWithout = (save: Save) => {
    const confirmed = confirmedPhotos(client, userId, save.projectId)
    if (confirmed) showPhotos(client, userId, save.projectId, confirmed, save)
  }
  return {
    onMutate: (save: Save) => {
      const confirmed = confirmedPhotos(client, userId, save.projectId, save)
      if (confirmed) showPhotos(client, userId, save.projectId, confirmed)
    },
    onSuccess: (row: PhotoRow, save: Save) => {
      patchPhoto(client, userId, row, save)
      showWithout(save)
    },
    onError: (_error: Error, save: Save) => showWithout(save),
    onSettled: () => refetchAfterLast(client, userId, 'photo', [photosKey(userId), projectListsKey(userId)]),
  }
}

export const captionPhotoOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    ...shared(client, userId),
    mutationKey: mutationKey(userId, 'photo.caption'),
    mutationFn: (save: PhotoCaption) => captionPhoto(placeOf(save), save.caption),
  })

export const choosePhotoOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    ...shared(client, userId),
    mutationKey: mutationKey(userId, 'photo.choose'),
    mutationFn: (save: PhotoChoosing) => choosePhoto(placeOf(save), save.choice),
  })

export const directPhotoOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    ...shared(client, userId),
    mutationKey: mutationKey(userId, 'photo.direct'),
    mutationFn: (save: PhotoDirecting) => directPhoto(placeOf(save), save.direction),
  })

export const movePhotoOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    ...shared(client, userId),
    mutationKey: mutationKey(userId, 'photo.move'),
    mutationFn: (save: PhotoMove) => movePhoto(placeOf(save), save.position),
  })

export const removePhotoOptions = (client: QueryClient, userId: string) => {
  const { onMutate, onError, onSettled } = shared(client, userId)
  return mutationOptions({
    onError,
    onSettled,
    mutationKey: mutationKey(userId, 'photo.remove'),
    mutationFn: (save: PhotoRemoval) => removePhoto(placeOf(save)),
    onMutate: (save) => {
      const photos = confirmedPhotos(client, userId, save.projectId, save)
      const photo = photos?.find(({ id }) => id === save.photoId)
      if (photo) rememberRemoved(client, userId, photo, null)
      onMutate(save)
    },
    onSuccess: (_nothing, save) => {
      const photo = removedPhoto(client, userId, save.photoId)?.photo
      if (photo) rememberRemoved(client, userId, photo, Date.now())
      dropPhoto(client, userId, save.photoId, save)
    },
  })
}

export const restorePhotoOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    ...shared(client, userId),
    mutationKey: mutationKey(userId, 'photo.restore'),
    mutationFn: ({ photoId, ...row }: PhotoRestore) => restorePhoto({ id: photoId, ...row }),
    onSuccess: (row, save) => {
      const photo = removedPhoto(client, userId, save.photoId)?.photo
      const others = confirmedPhotos(client, userId, save.projectId)?.filter(({ id }) => id !== row.id)
      if (photo) rememberRemoved(client, userId, photo, null)
      if (photo && others)
        showPhotos(client, userId, save.projectId, [...others, { ...photo, ...row }].sort(inOrder), save)
    },
  })
