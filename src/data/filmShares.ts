import { z } from 'zod'
import { filmShareSchema, type FilmShare, type ShareDays } from '@/domain/filmShare'
import { supabase } from '@/lib/supabase'
import { answer, parseRow, parseRows } from './request'

/** The links to a film, newest first. Empty for whoever may not edit its project. */
export async function listFilmShares(filmId: string, signal?: AbortSignal): Promise<FilmShare[]> {
  let query = supabase
    .from('film_shares')
    .select('id, film_id, created_by, created_at, expires_at, revoked_at')
    .eq('film_id', filmId)
    .order('created_at', { ascending: false })
  if (signal) query = query.abortSignal(signal)
  return parseRows('load the links', filmShareSchema, await answer('load the links', query, signal))
}

export type NewShare = { shareId: string; token: string; expiresAt: string }
const newShareSchema = z
  .object({ share: z.uuid(), token: z.string().min(1), expires_at: z.iso.datetime({ offset: true }) })
  .transform(({ share, token, expires_at }): NewShare => ({ shareId: share, token, expiresAt: expires_at }))

/**
 * Make a link to a finished film. Its token is answered this once.
 * @throws DataError `not_allowed`, `not_finished`, `too_many_shares`
 */
export async function createFilmShare(filmId: string, days: ShareDays): Promise<NewShare> {
  const rows = await answer('make a link', supabase.rpc('create_film_share', { film: filmId, days }))
  return parseRow('make a link', newShareSchema, rows[0])
}

/** End a link. Repeating it is harmless. */
export async function revokeFilmShare(shareId: string): Promise<void> {
  await answer('end the link', supabase.rpc('revoke_film_share', { share: shareId }))
}
