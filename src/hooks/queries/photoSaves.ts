import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { directionSchema, someDirectionSchema, UNDIRECTED } from '@/domain/direction'
import { captionSchema, photoChoiceSchema, type Photo } from '@/domain/photo'
import { inOrder } from '@/domain/position'
import { underWay, type Verb } from './mutationKey'

const place = { projectId: z.uuid(), photoId: z.uuid() }
// What an older build kept says nothing of it.
const choice = photoChoiceSchema.default('auto')
const direction = directionSchema.default(UNDIRECTED)
const position = z.string().regex(/^[0-9A-Za-z]{1,200}$/)

/** What can be done to the photos of a project, as it waits and is kept: plain JSON. */
export const photoSaveSchemas = {
  'photo.caption': z.object({ ...place, caption: captionSchema }),
  'photo.choose': z.object({ ...place, choice: photoChoiceSchema }),
  'photo.direct': z.object({ ...place, direction: someDirectionSchema }),
  'photo.move': z.object({ ...place, position }),
  'photo.remove': z.object(place),
  'photo.restore': z.object({
    ...place,
    mediaItemId: z.uuid(),
    position,
    caption: captionSchema,
    choice,
    direction,
  }),
} as const satisfies Partial<Record<Verb, z.ZodType>>

type Schemas = typeof photoSaveSchemas
export type PhotoCaption = z.output<Schemas['photo.caption']>
export type PhotoChoosing = z.output<Schemas['photo.choose']>
export type PhotoDirecting = z.output<Schemas['photo.direct']>
export type PhotoMove = z.output<Schemas['photo.move']>
export type PhotoRemoval = z.output<Schemas['photo.remove']>
export type PhotoRestore = z.output<Schemas['photo.restore']>

type Change = (photos: readonly Photo[], removed: (photoId: string) => Photo | undefined) => readonly Photo[]

const changes: { [V in keyof Schemas]: (save: z.output<Schemas[V]>) => Change } = {
  'photo.caption':
    ({ photoId, caption }) =>
    (photos) =>
      photos.map((photo) => (photo.id === photoId ? { ...photo, caption } : photo)),
  'photo.choose':
    ({ photoId, choice: to }) =>
    (photos) =>
      photos.map((photo) => (photo.id === photoId ? { ...photo, choice: to } : photo)),
  'photo.direct':
    ({ photoId, direction: to }) =>
    (photos) =>
      photos.map((photo) =>
        photo.id === photoId ? { ...photo, direction: { ...photo.direction, ...to } } : photo,
      ),
  'photo.move': (move) => (photos) =>
    photos
      .map((photo) => (photo.id === move.photoId ? { ...photo, position: move.position } : photo))
      .sort(inOrder),
  'photo.remove':
    ({ photoId }) =>
    (photos) =>
      photos.filter(({ id }) => id !== photoId),
  'photo.restore':
    ({ photoId, projectId: _project, ...row }) =>
    (photos, removed) => {
      const photo = removed(photoId)
      if (!photo || photos.some(({ id }) => id === photoId)) return photos
      return [...photos, { ...photo, ...row }].sort(inOrder)
    },
}

/** What is not settled of a project's photos, oldest first, without `except`: each as what it does to the list. */
export function pendingPhotoSaves(
  client: QueryClient,
  userId: string,
  projectId: string,
  except?: unknown,
): Change[] {
  return client
    .getMutationCache()
    .findAll(underWay(userId, 'photo'))
    .flatMap(({ options, state: { variables } }) => {
      const verb = photoVerb(options.mutationKey?.[2])
      if (!verb || variables === except) return []
      return readChange(verb, variables, projectId) ?? []
    })
}

const isPhotoVerb = (verb: unknown): verb is keyof Schemas =>
  typeof verb === 'string' && Object.hasOwn(photoSaveSchemas, verb)
const photoVerb = (verb: unknown) => (isPhotoVerb(verb) ? verb : undefined)

function readChange(verb: keyof Schemas, variables: unknown, projectId: string): Change | null {
  switch (verb) {
    case 'photo.caption':
      return changeOf(verb, photoSaveSchemas[verb].safeParse(variables).data, projectId)
    case 'photo.choose':
      return changeOf(verb, photoSaveSchemas[verb].safeParse(variables).data, projectId)
    case 'photo.direct':
      return changeOf(verb, photoSaveSchemas[verb].safeParse(variables).data, projectId)
    case 'photo.move':
      return changeOf(verb, photoSaveSchemas[verb].safeParse(variables).data, projectId)
    case 'photo.remove':
      return changeOf(verb, photoSaveSchemas[verb].safeParse(variables).data, projectId)
    case 'photo.restore':
      return changeOf(verb, photoSaveSchemas[verb].safeParse(variables).data, projectId)
    default:
      return verb satisfies never
  }
}

function changeOf<V extends keyof Schemas>(
  verb: V,
  save: z.output<Schemas[V]> | undefined,
  projectId: string,
): Change | null {
  return save && save.projectId === projectId ? changes[verb](save) : null
}
