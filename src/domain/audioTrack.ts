import { z } from 'zod'
import { trackAnalysisSchema } from './music'

/** What can be heard in a film. The database and the bucket `media` take exactly these. */
export const TRACK_MIME_TYPES = [
  'audio/mpeg',
  'audio/mp4',
  'audio/aac',
  'audio/wav',
  'audio/ogg',
  'audio/flac',
] as const
export const trackMimeTypeSchema = z.enum(TRACK_MIME_TYPES)
export type TrackMimeType = z.output<typeof trackMimeTypeSchema>

export const TRACK_MAX_BYTES = 50 * 1024 * 1024
export const TRACK_MAX_SECONDS = 4 * 60 * 60

/** A file of music that was chosen, before it is uploaded. */
export const trackFactsSchema = z.object({
  filename: z.string().min(1),
  mimeType: trackMimeTypeSchema,
  bytes: z.int().positive().max(TRACK_MAX_BYTES),
  contentHash: z.string().regex(/^[0-9a-f]{64}$/),
})
export type TrackFacts = z.output<typeof trackFactsSchema>

/** An `audio_tracks` row: music of a person's own. `analysis` is null where other code had listened to it. */
export const audioTrackSchema = z
  .object({
    id: z.uuid(),
    user_id: z.uuid(),
    storage_path: z.string(),
    original_filename: z.string(),
    mime_type: trackMimeTypeSchema,
    bytes: z.number().positive(),
    duration_seconds: z.number().positive(),
    content_hash: z.string(),
    analysis: trackAnalysisSchema.nullable().catch(null),
    created_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    id: row.id,
    userId: row.user_id,
    storagePath: row.storage_path,
    originalFilename: row.original_filename,
    mimeType: row.mime_type,
    bytes: row.bytes,
    durationSeconds: row.duration_seconds,
    contentHash: row.content_hash,
    analysis: row.analysis,
    createdAt: row.created_at,
  }))
export type AudioTrack = z.output<typeof audioTrackSchema>
