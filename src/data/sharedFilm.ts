import { sharedFilmSchema, type SharedFilm } from '@/domain/sharedFilm'
import { postgrestError } from '@/lib/dataError'
import { env } from '@/lib/env'
import { parseRow } from './request'

/**
 * The film that a link shows, for whoever has it. Without supabase-js: it would send the session of whoever is signed in
 * here, and a link is opened as nobody.
 * @throws DataError `not_found` when the link does not, or no longer, lead anywhere
 */
export async function openSharedFilm(token: string, signal: AbortSignal): Promise<SharedFilm> {
  const action = 'open the film'
  let response: Response
  try {
    response = await fetch(`${env.supabaseUrl}/functions/v1/shared-film`, {
      method: 'POST',
      headers: { apikey: env.supabaseKey, 'content-type': 'application/json' },
      body: JSON.stringify({ token }),
      referrerPolicy: 'no-referrer',
      credentials: 'omit',
      signal,
    })
  } catch (error) {
    signal.throwIfAborted()
    throw postgrestError(action, { code: '', message: String(error) }, 0)
  }
  if (!response.ok) {
    const code = response.status === 404 ? 'not_found' : ''
    throw postgrestError(action, { code, message: '' }, response.status)
  }
  return parseRow(action, sharedFilmSchema, await response.json())
}

/** Where a file of a shared film is. */
export const sharedUrl = (path: string): string => `${env.supabaseUrl}${path}`

/** The same, saved under a name. */
export const sharedDownloadUrl = (path: string, filename: string): string =>
  `${sharedUrl(path)}&download=${encodeURIComponent(filename)}`
