import { z } from 'zod'
import { aspectRatioSchema, durationSecondsSchema, type AspectRatio } from './project'

/** `generated_videos.status`. Terminal states are frozen by the database. */
export const videoStatusSchema = z.enum(['queued', 'processing', 'completed', 'failed', 'cancelled'])
export type VideoStatus = z.output<typeof videoStatusSchema>
export const isLive = (status: VideoStatus) => status === 'queued' || status === 'processing'

/** What the runner is doing, in the order it happens. Kept in `generated_videos.stage`. */
export const stageSchema = z.enum(['preparing', 'rendering', 'finishing', 'uploading'])
export type Stage = z.output<typeof stageSchema>

export const RESOLUTIONS = ['720p', '1080p', '4k'] as const
export const resolutionSchema = z.enum(RESOLUTIONS)
export type Resolution = z.output<typeof resolutionSchema>

/** What a film's file is for: `everywhere` plays on every phone and in every chat, `small` is half as large. */
export const FILE_FORMATS = ['everywhere', 'small'] as const
export const fileFormatSchema = z.enum(FILE_FORMATS)
export type FileFormat = z.output<typeof fileFormatSchema>

export const FRAME_RATES = [24, 30, 60] as const
export const frameRateSchema = z.literal(FRAME_RATES)

/** `generated_videos.cut`: which version of the project's film this is, as `main` or `30s-9x16`. */
export const MAIN_CUT = 'main'
export const cutSchema = z.string().regex(/^[a-z0-9][a-z0-9._:-]{0,39}$/)

/** BCP 47 with at most a region, as `users.language`. */
export const filmLanguageSchema = z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/)

/**
 * `generated_videos.settings`: what was asked for when the film was queued. What an older row does not say is what was
 * made then. `cut`, `durationSeconds` and `aspectRatio` are of a version that differs from its project. `language` is that of
 * the film's own words (days, chapters): whoever makes the film, on whatever device, writes what was asked for.
 */
export const generationSettingsSchema = z.object({
  resolution: resolutionSchema.default('1080p'),
  format: fileFormatSchema.default('everywhere'),
  fps: frameRateSchema.default(30),
  cut: cutSchema.exactOptional(),
  durationSeconds: durationSecondsSchema.exactOptional(),
  aspectRatio: aspectRatioSchema.exactOptional(),
  language: filmLanguageSchema.exactOptional(),
})
export type GenerationSettings = z.output<typeof generationSettingsSchema>
export const DEFAULT_SETTINGS: GenerationSettings = { resolution: '1080p', format: 'everywhere', fps: 30 }

const SHORT_EDGE: Record<Resolution, number> = { '720p': 720, '1080p': 1080, '4k': 2160 }

/** Width and height of the film in pixels, both even. The short edge is what the resolution names. */
export function filmSize(
  aspectRatio: AspectRatio,
  resolution: Resolution,
): { width: number; height: number } {
  const short = SHORT_EDGE[resolution]
  switch (aspectRatio) {
    case '16:9':
      return { width: (short * 16) / 9, height: short }
    case '9:16':
      return { width: short, height: (short * 16) / 9 }
    case '1:1':
      return { width: short, height: short }
    case '4:5':
      return { width: short, height: (short * 5) / 4 }
    default:
      return aspectRatio satisfies never
  }
}

/** What every heartbeat renews the lease of a film to, from then on. */
export const LEASE_SECONDS = 45
/** How often a film is tried, unless it was given back in order: each time that happens it may be tried once more. */
const ATTEMPTS = 5

/** How many attempts at this film failed or ended without a word, as when a tab dies. */
export const lostAttempts = ({ attempt, maxAttempts }: Pick<Video, 'attempt' | 'maxAttempts'>): number =>
  Math.max(0, attempt - 1 - (maxAttempts - ATTEMPTS))

/** A `generated_videos` row, parsed once at the edge. */
export const videoSchema = z
  .object({
    id: z.uuid(),
    project_id: z.uuid(),
    user_id: z.uuid(),
    cut: z.string(),
    request_key: z.uuid(),
    status: videoStatusSchema,
    progress_percentage: z.int().min(0).max(100),
    stage: stageSchema.nullable().catch(null),
    error_code: z.string().nullable(),
    error_message: z.string().nullable(),
    attempt: z.int(),
    max_attempts: z.int(),
    run_after: z.iso.datetime({ offset: true }),
    queued_at: z.iso.datetime({ offset: true }),
    lease_until: z.iso.datetime({ offset: true }).nullable(),
    worker: z.string().nullable(),
    estimated_completion_at: z.iso.datetime({ offset: true }).nullable(),
    settings: generationSettingsSchema.catch(DEFAULT_SETTINGS),
    storage_path: z.string().nullable(),
    thumbnail_path: z.string().nullable(),
    mime_type: z.string().nullable(),
    width: z.int().nullable(),
    height: z.int().nullable(),
    duration_seconds: z.number().nullable(),
    bytes: z.number().nullable(),
    skipped_photo_ids: z.array(z.uuid()),
    rev: z.int(),
    created_at: z.iso.datetime({ offset: true }),
    finished_at: z.iso.datetime({ offset: true }).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    projectId: row.project_id,
    userId: row.user_id,
    cut: row.cut,
    requestKey: row.request_key,
    status: row.status,
    progressPercentage: row.progress_percentage,
    stage: row.stage,
    errorCode: row.error_code,
    errorMessage: row.error_message,
    attempt: row.attempt,
    maxAttempts: row.max_attempts,
    runAfter: row.run_after,
    queuedAt: row.queued_at,
    leaseUntil: row.lease_until,
    worker: row.worker,
    estimatedCompletionAt: row.estimated_completion_at,
    settings: row.settings,
    storagePath: row.storage_path,
    thumbnailPath: row.thumbnail_path,
    mimeType: row.mime_type,
    width: row.width,
    height: row.height,
    durationSeconds: row.duration_seconds,
    bytes: row.bytes,
    skippedPhotoIds: row.skipped_photo_ids,
    rev: row.rev,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }))
export type Video = z.output<typeof videoSchema>

/** The films that wait, in the order in which they will be made. `queuedAt` is the server's, so its text can be compared. */
export const inLine = <Film extends Pick<Video, 'id' | 'status' | 'queuedAt'>>(
  videos: readonly Film[],
): Film[] =>
  videos
    .filter(({ status }) => status === 'queued')
    .toSorted(
      (a, b) =>
        Date.parse(a.queuedAt) - Date.parse(b.queuedAt) ||
        compare(a.queuedAt, b.queuedAt) ||
        compare(a.id, b.id),
    )

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
