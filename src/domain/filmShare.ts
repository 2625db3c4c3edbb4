import { z } from 'zod'

/** For how many days a link can be made to work. */
export const SHARE_DAYS = [1, 7, 30, 365] as const
export type ShareDays = (typeof SHARE_DAYS)[number]

/** A `film_shares` row as whoever may edit the project reads it. The token is in no row. */
export const filmShareSchema = z
  .object({
    id: z.uuid(),
    film_id: z.uuid(),
    created_by: z.uuid(),
    created_at: z.iso.datetime({ offset: true }),
    expires_at: z.iso.datetime({ offset: true }),
    revoked_at: z.iso.datetime({ offset: true }).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    filmId: row.film_id,
    createdBy: row.created_by,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
  }))
export type FilmShare = z.output<typeof filmShareSchema>

/** @param now ms since 1970 */
export const isOpen = ({ revokedAt, expiresAt }: Pick<FilmShare, 'revokedAt' | 'expiresAt'>, now: number) =>
  revokedAt === null && Date.parse(expiresAt) > now
