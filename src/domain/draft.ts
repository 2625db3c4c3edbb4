import { z } from 'zod'
import { analysisSchema } from './analysis'
import { trackFactsSchema } from './audioTrack'
import { DEFAULT_MUSIC, musicSchema, trackAnalysisSchema } from './music'
import { captionSchema, photoChoiceSchema, photoFactsSchema } from './photo'
import { aspectRatioSchema, DESCRIPTION_MAX, styleSchema, TITLE_MAX } from './project'
import { DEFAULT_SETTINGS, fileFormatSchema, frameRateSchema, resolutionSchema } from './video'

/**
 * A photo in a draft. The file itself is kept in the local database under the same `id`.
 * `id` becomes the media item's id and `placementId` the placement's: made here once, so that every retry of the
 * upload names the same rows. `analysis` is null until the photo was looked at, and when that failed.
 */
export const draftPhotoSchema = z.object({
  id: z.uuid(),
  placementId: z.uuid(),
  facts: photoFactsSchema,
  caption: captionSchema,
  choice: photoChoiceSchema,
  analysis: analysisSchema.nullable(),
})
export type DraftPhoto = z.output<typeof draftPhotoSchema>

/**
 * The music of a draft's own. Its file is kept like a photo's, under `id`, which becomes the id of the `audio_tracks` row
 * and is what the draft's `music` names.
 */
export const draftTrackSchema = z.object({
  id: z.uuid(),
  facts: trackFactsSchema,
  analysis: trackAnalysisSchema,
})
export type DraftTrack = z.output<typeof draftTrackSchema>

/**
 * A film not yet created. `id` becomes the project's id and `requestKey` the queue's idempotency key.
 * The title may still be empty and the duration is what was last valid: a draft keeps what a person typed.
 * `track` stays while the music is something else, so that it can be chosen again. `order` is `time` until a person
 * moves a photo: from then on it is theirs, and nothing moves by itself. `keepLocation` is null until it is chosen for this
 * film: then what the settings say counts, as they are when the photos are sent.
 */
export const draftSchema = z.object({
  id: z.uuid(),
  requestKey: z.uuid(),
  title: z.string().max(TITLE_MAX),
  description: z.string().max(DESCRIPTION_MAX),
  style: styleSchema,
  durationSeconds: z.int(),
  aspectRatio: aspectRatioSchema,
  music: musicSchema,
  track: draftTrackSchema.nullable(),
  resolution: resolutionSchema,
  format: fileFormatSchema,
  fps: frameRateSchema,
  keepLocation: z.boolean().nullable(),
  order: z.enum(['time', 'hand']),
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
    music: DEFAULT_MUSIC,
    track: null,
    ...DEFAULT_SETTINGS,
    keepLocation: null,
    order: 'time',
    photos: [],
  }
}

/** Ids of all files of a draft: its photos, and the track where it has one. */
export const fileIdsOf = ({ photos, track }: Pick<Draft, 'photos' | 'track'>): string[] => [
  ...photos.map(({ id }) => id),
  ...(track ? [track.id] : []),
]

/** What the film of a draft is made of: its photos, and the track where the music is the track. */
export const neededFiles = ({ photos, music, track }: Pick<Draft, 'photos' | 'music' | 'track'>) => [
  ...photos,
  ...(track && music.kind === 'track' ? [track] : []),
]
