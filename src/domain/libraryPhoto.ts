import { z } from 'zod'
import { townSchema } from './analysis'

/** A photo of the media library as a list needs it: a row of `list_library`. What is odd in what was seen is nothing. */
export const libraryPhotoSchema = z
  .object({
    id: z.uuid(),
    storage_path: z.string(),
    thumbnail_path: z.string().nullable(),
    original_filename: z.string(),
    bytes: z.number().nonnegative(),
    width: z.int().positive(),
    height: z.int().positive(),
    taken_at: z.string().nullable(),
    utc_offset_minutes: z.int().nullable(),
    created_at: z.iso.datetime({ offset: true }),
    camera: z.string().nullable(),
    town: townSchema.nullable().catch(null),
    hash: z
      .string()
      .regex(/^[0-9a-f]{16}$/)
      .nullable()
      .catch(null),
    sharpness: z.coerce.number().nullable().catch(null),
    brightness: z.coerce.number().nullable().catch(null),
  })
  .transform((row) => ({
    id: row.id,
    storagePath: row.storage_path,
    thumbnailPath: row.thumbnail_path,
    filename: row.original_filename,
    bytes: row.bytes,
    width: row.width,
    height: row.height,
    takenAt: row.taken_at,
    utcOffsetMinutes: row.utc_offset_minutes,
    createdAt: row.created_at,
    camera: row.camera,
    town: row.town,
    hash: row.hash,
    sharpness: row.sharpness,
    brightness: row.brightness,
  }))
export type LibraryPhoto = z.output<typeof libraryPhotoSchema>

/** In which project photos are, and how many of them: `project` is null where its owner may not read it any more. */
export const photoUseSchema = z
  .object({ project_id: z.uuid().nullable(), title: z.string().nullable(), photos: z.int() })
  .transform(({ project_id: id, title, photos }) => ({
    project: id === null || title === null ? null : { id, title },
    photos,
  }))
export type PhotoUse = z.output<typeof photoUseSchema>
