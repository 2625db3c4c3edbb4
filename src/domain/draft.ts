import { z } from 'zod'
import { captionSchema, photoFactsSchema } from './photo'
import { aspectRatioSchema, DESCRIPTION_MAX, styleSchema, TITLE_MAX } from './project'
import { resolutionSchema } from './video'

/**
 * A photo in a draft. The file itself is kept in the local database under the same `id`.
 * `id` becomes the media item's id and `placementId` the placement's: made here once, so that every retry of the
 * upload names the same rows.
 */
export const draftPhotoSchema = z.object({
  id: z.uuid(),
  placementId: z.uuid(),
  facts: photoFactsSchema,
  caption: captionSchema,
})
export type DraftPhoto = z.output<typeof draftPhotoSchema>

/**
 * A film not yet created. `id` becomes the project's id and `requestKey` the queue's idempotency key.
 * The title may still be empty and the duration is what was last valid: a draft keeps what a person typed.
 */
export const draftSchema = z.object({
  id: z.uuid(),
  requestKey: z.uuid(),
  title: z.string().max(TITLE_MAX),
  description: z.string().max(DESCRIPTION_MAX),
  style: styleSchema,
  durationSeconds: z.int(),
  aspectRatio: aspectRatioSchema,
  resolution: resolutionSchema,
  keepLocation: z.boolean(),
  photos: z.array(draftPhotoSchema),
})
export type Draft = z.output<typeof draftSchema>

export function emptyDraft(): Draft {
  return {
    id: crypto.randomUUID(),
    requestKey: crypto.randomUUID(),
    title: '',
    description: '',
    style: 'classic',
    durationSeconds: 60,
    aspectRatio: '16:9',
    resolution: '1080p',
    keepLocation: false,
    photos: [],
  }
}
