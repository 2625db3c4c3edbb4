import { z } from 'zod'
import { musicSchema } from './music'

export const STYLES = ['classic', 'modern', 'cinematic', 'vintage'] as const
export const styleSchema = z.enum(STYLES)
export type Style = z.output<typeof styleSchema>

export const ASPECT_RATIOS = ['16:9', '9:16', '1:1', '4:5'] as const
export const aspectRatioSchema = z.enum(ASPECT_RATIOS)
export type AspectRatio = z.output<typeof aspectRatioSchema>

export const TITLE_MAX = 120
export const DESCRIPTION_MAX = 2000
export const DURATION_MIN_SECONDS = 5
export const DURATION_MAX_SECONDS = 1800
export const CAPTION_MAX = 200

export const durationSecondsSchema = z.int().min(DURATION_MIN_SECONDS).max(DURATION_MAX_SECONDS)

export const projectStatusSchema = z.enum(['draft', 'processing', 'completed', 'failed'])
export type ProjectStatus = z.output<typeof projectStatusSchema>

/** A `video_projects` row, parsed once at the edge. Times stay ISO 8601 strings so that cached data is plain JSON. */
export const projectSchema = z
  .object({
    id: z.uuid(),
    user_id: z.uuid(),
    title: z.string(),
    description: z.string(),
    style: styleSchema,
    duration_seconds: z.int(),
    aspect_ratio: aspectRatioSchema,
    music: musicSchema,
    status: projectStatusSchema,
    rev: z.int(),
    created_at: z.iso.datetime({ offset: true }),
    updated_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    id: row.id,
    userId: row.user_id,
    title: row.title,
    description: row.description,
    style: row.style,
    durationSeconds: row.duration_seconds,
    aspectRatio: row.aspect_ratio,
    music: row.music,
    status: row.status,
    rev: row.rev,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }))
export type Project = z.output<typeof projectSchema>

/** What a person decides about a project; everything else on it is the database's. */
export type ProjectWishes = Pick<
  Project,
  'title' | 'description' | 'style' | 'durationSeconds' | 'aspectRatio' | 'music'
>
