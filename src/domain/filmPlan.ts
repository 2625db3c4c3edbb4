import { z } from 'zod'
import { entranceSchema, focusSchema, holdSecondsSchema, storedCardSchema } from './direction'
import { musicSchema } from './music'
import { photoChoiceSchema, type Photo } from './photo'
import { aspectRatioSchema, styleSchema, type Project } from './project'

/** What a waiting film was asked to be: see [Note: a film is what was asked for] in the database. */
export const askedFilmSchema = z
  .object({
    title: z.string(),
    description: z.string(),
    style: styleSchema,
    duration_seconds: z.int(),
    aspect_ratio: aspectRatioSchema,
    music: musicSchema,
    photos: z.array(
      z
        .object({
          id: z.uuid(),
          position: z.string(),
          caption: z.string(),
          choice: photoChoiceSchema,
          focus: focusSchema.nullable(),
          hold_seconds: holdSecondsSchema.nullable(),
          entrance: entranceSchema.nullable(),
          card: storedCardSchema,
        })
        .transform(({ id, position, caption, choice, focus, hold_seconds, entrance, card }) => ({
          id,
          position,
          caption,
          choice,
          direction: { focus, holdSeconds: hold_seconds, entrance, card },
        })),
    ),
  })
  .transform(({ duration_seconds, aspect_ratio, photos, ...wishes }) => ({
    wishes: { ...wishes, durationSeconds: duration_seconds, aspectRatio: aspect_ratio },
    photos,
  }))
export type AskedFilm = z.output<typeof askedFilmSchema>

/**
 * Project and photos as they were when the film was asked for. Photos that came later are not in it; those that have been
 * taken out since are not either: their files may be gone, and somebody wanted them out.
 */
export function asAsked<P extends Project>(
  asked: AskedFilm,
  project: P,
  photos: readonly Photo[],
): { project: P; photos: Photo[] } {
  const now = new Map(photos.map((photo) => [photo.id, photo]))
  return {
    project: { ...project, ...asked.wishes },
    photos: asked.photos.flatMap((then) => {
      const photo = now.get(then.id)
      return photo ? [{ ...photo, ...then }] : []
    }),
  }
}
