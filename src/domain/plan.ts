import { z } from 'zod'

/** What a person may use. Limits live in the `plans` table; the client only reads them. */
export const planIdSchema = z.enum(['free', 'pro', 'enterprise'])
export type PlanId = z.output<typeof planIdSchema>

/** A `plans` row, parsed once at the edge. */
export const planSchema = z
  .object({
    id: planIdSchema,
    monthly_videos: z.int().nonnegative(),
    max_storage_bytes: z.number().nonnegative(),
    max_photos: z.int().positive(),
    max_duration_seconds: z.int().positive(),
    max_active_jobs: z.int().positive(),
  })
  .transform((row) => ({
    id: row.id,
    monthlyVideos: row.monthly_videos,
    maxStorageBytes: row.max_storage_bytes,
    maxPhotos: row.max_photos,
    maxDurationSeconds: row.max_duration_seconds,
    maxActiveJobs: row.max_active_jobs,
  }))
export type Plan = z.output<typeof planSchema>
