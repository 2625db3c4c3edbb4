import { z } from 'zod'
import { storedAnalysisSchema } from './analysis'
import { entranceSchema, focusSchema, holdSecondsSchema, storedCardSchema, type Direction } from './direction'
import { CAPTION_MAX } from './project'

/** What every browser can show, and the library may hold. */
export const PHOTO_MIME_TYPES = ['image/jpeg', 'image/png', 'image/webp', 'image/avif'] as const
export const photoMimeTypeSchema = z.enum(PHOTO_MIME_TYPES)

/** What a person may give: also HEIC, which is decoded here and enters the library as a JPEG. */
export const photoFileTypeSchema = z.enum([...PHOTO_MIME_TYPES, 'image/heic'])
export type PhotoFileType = z.output<typeof photoFileTypeSchema>

/** Refused above these, from the header and before anything is decoded. */
export const PHOTO_MAX_BYTES = 50 * 1024 * 1024
export const PHOTO_MAX_PIXELS = 200_000_000
export const PHOTO_MAX_EDGE = 30_000

export const captionSchema = z.string().max(CAPTION_MAX)

/** Degrees, WGS 84. */
export const placeSchema = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
export type Place = z.output<typeof placeSchema>

/**
 * What a photo file says about itself.
 * `width` and `height` are those of the upright picture, after EXIF orientation has been applied.
 * `takenAt` is the camera's wall clock as `YYYY-MM-DDTHH:mm:ss` without a zone; `utcOffsetMinutes` is the zone where
 * the file names one.
 */
export const photoFactsSchema = z.object({
  filename: z.string(),
  mimeType: photoFileTypeSchema,
  bytes: z.int().positive(),
  width: z.int().positive(),
  height: z.int().positive(),
  orientation: z.int().min(1).max(8),
  takenAt: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/)
    .nullable(),
  utcOffsetMinutes: z.int().min(-1440).max(1440).nullable(),
  place: placeSchema.nullable(),
  camera: z.string().max(120).nullable(),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type PhotoFacts = z.output<typeof photoFactsSchema>

/** A `media_items` row: a file in a person's library. */
export const mediaItemSchema = z
  .object({
    id: z.uuid(),
    user_id: z.uuid(),
    storage_path: z.string(),
    thumbnail_path: z.string().nullable(),
    original_filename: z.string(),
    mime_type: z.string(),
    bytes: z.number().positive(),
    width: z.int().positive(),
    height: z.int().positive(),
    taken_at: z.string().nullable(),
    utc_offset_minutes: z.int().nullable(),
    content_hash: z.string(),
    analysis: storedAnalysisSchema,
    created_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    id: row.id,
    userId: row.user_id,
    storagePath: row.storage_path,
    thumbnailPath: row.thumbnail_path,
    originalFilename: row.original_filename,
    mimeType: row.mime_type,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    takenAt: row.taken_at,
    utcOffsetMinutes: row.utc_offset_minutes,
    contentHash: row.content_hash,
    analysis: row.analysis,
    createdAt: row.created_at,
  }))
export type MediaItem = z.output<typeof mediaItemSchema>

/** Whether the film shows a photo: `auto` leaves it to the director, who leaves out near-duplicates. */
export const PHOTO_CHOICES = ['auto', 'keep', 'skip'] as const
export const photoChoiceSchema = z.enum(PHOTO_CHOICES)
export type PhotoChoice = z.output<typeof photoChoiceSchema>

const placementColumns = {
  id: z.uuid(),
  project_id: z.uuid(),
  media_item_id: z.uuid(),
  position: z.string().min(1),
  caption: z.string(),
  choice: photoChoiceSchema,
  // A database that is older than this page has none of these.
  focus: focusSchema.nullable().default(null),
  hold_seconds: holdSecondsSchema.nullable().default(null),
  entrance: entranceSchema.nullable().default(null),
  card: storedCardSchema.default(null),
  rev: z.int(),
}
const placementOf = (row: z.output<z.ZodObject<typeof placementColumns>>) => ({
  id: row.id,
  projectId: row.project_id,
  mediaItemId: row.media_item_id,
  position: row.position,
  caption: row.caption,
  choice: row.choice,
  direction: directionOf(row),
  rev: row.rev,
})
const directionOf = ({
  focus,
  hold_seconds: holdSeconds,
  entrance,
  card,
}: Pick<
  z.output<z.ZodObject<typeof placementColumns>>,
  'focus' | 'hold_seconds' | 'entrance' | 'card'
>): Direction => ({ focus, holdSeconds, entrance, card })

/** A `photos` row without its file, as changes bring it. `rev` grows with every change: the higher one is newer. */
export const photoRowSchema = z.object(placementColumns).transform(placementOf)
export type PhotoRow = z.output<typeof photoRowSchema>

/** A `photos` row with its file: a placement in a project. `position` is a fractional index; order by (position, id). */
export const photoSchema = z
  .object({ ...placementColumns, media_items: mediaItemSchema })
  .transform((row) => ({ ...placementOf(row), media: row.media_items }))
export type Photo = z.output<typeof photoSchema>
