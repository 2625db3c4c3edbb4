import { z } from 'zod'

/** What a link shows, as supabase/functions/shared-film answers it. */
export const sharedFilmSchema = z.object({
  title: z.string(),
  durationSeconds: z.number().nullable(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  mimeType: z.string().nullable(),
  finishedAt: z.iso.datetime({ offset: true }).nullable(),
  expiresAt: z.iso.datetime({ offset: true }),
  filmPath: z.string().startsWith('/storage/v1/'),
  posterPath: z.string().startsWith('/storage/v1/').nullable(),
  validSeconds: z.number().positive(),
})
export type SharedFilm = z.output<typeof sharedFilmSchema>
