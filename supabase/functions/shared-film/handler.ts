/**
 * Whoever has a link asks here for its film: `POST {"token": "…"}`. Runs as a Supabase Edge Function (./index.ts) and, the
 * same code, on the embedded Supabase. See: [Note: share links] in supabase/migrations/20251122001230_film_shares.sql.
 *
 * [Note: one answer for every no] Unknown, expired, revoked, deleted and malformed are the same 404, after the same one
 * question to the database. A token has 244 random bits: there is nothing to guess, and nothing to learn from trying.
 */
export type Backend = {
  supabaseUrl: string
  /** Passes every row-level security policy. It never leaves this function. */
  serviceKey: string
  fetch?: (request: Request) => Promise<Response>
}

/** What is answered. Addresses begin at the API's origin, which the page knows. */
export type SharedFilmAnswer = {
  title: string
  durationSeconds: number | null
  width: number | null
  height: number | null
  mimeType: string | null
  finishedAt: string | null
  /** When the link ends. */
  expiresAt: string
  filmPath: string
  posterPath: string | null
  /** For how long the two addresses work: ask again before. */
  validSeconds: number
}

type SharedRow = {
  title: string
  storage_path: string
  thumbnail_path: string | null
  mime_type: string | null
  width: number | null
  height: number | null
  duration_seconds: number | null
  finished_at: string | null
  expires_at: string
}

/** Long enough to play a film without a stop, short enough that a revoked link is soon over everywhere. */
const SIGNED_SECONDS = 600
const LONGEST_BODY = 1024

export async function answerSharedFilm(request: Request, backend: Backend): Promise<Response> {
  if (request.method === 'OPTIONS') return new Response(null, { status: 204, headers: headers() })
  if (request.method !== 'POST') return refusal(405, 'method_not_allowed')
  const token = await tokenIn(request)
  if (token === null) return refusal(404, 'not_found')
  try {
    const film = await openShare(token, backend)
    const answer = film && (await signed(film, backend))
    return answer ? reply(200, answer) : refusal(404, 'not_found')
  } catch {
    // Never what it was: it may hold paths, or the token.
    return refusal(503, 'unavailable')
  }
}

async function tokenIn(request: Request): Promise<string | null> {
  try {
    const text = await request.text()
    if (text.length > LONGEST_BODY) return null
    const body: unknown = JSON.parse(text)
    const token: unknown = typeof body === 'object' && body !== null && 'token' in body ? body.token : null
    return typeof token === 'string' && /^[\w-]{20,100}$/.test(token) ? token : null
  } catch {
    return null
  }
}

async function openShare(token: string, backend: Backend): Promise<SharedRow | undefined> {
  const rows = await ask<SharedRow[]>(backend, '/rest/v1/rpc/open_film_share', { token })
  return rows[0]
}

/** Only the two paths that the row names are ever signed. */
async function signed(film: SharedRow, backend: Backend): Promise<SharedFilmAnswer | null> {
  const left = Math.floor((Date.parse(film.expires_at) - Date.now()) / 1000)
  const validSeconds = Math.max(1, Math.min(SIGNED_SECONDS, left))
  const paths = [film.storage_path, ...(film.thumbnail_path === null ? [] : [film.thumbnail_path])]
  const [file, poster] = await ask<{ signedURL: string | null }[]>(
    backend,
    '/storage/v1/object/sign/videos',
    {
      expiresIn: validSeconds,
      paths,
    },
  )
  if (!file?.signedURL) return null
  return {
    title: film.title,
    durationSeconds: film.duration_seconds,
    width: film.width,
    height: film.height,
    mimeType: film.mime_type,
    finishedAt: film.finished_at,
    expiresAt: film.expires_at,
    filmPath: `/storage/v1${file.signedURL}`,
    posterPath: poster?.signedURL ? `/storage/v1${poster.signedURL}` : null,
    validSeconds,
  }
}

/** @returns what our own API answers; its shape is the migrations' and storage's */
async function ask<T>(
  { supabaseUrl, serviceKey, fetch: send = fetch }: Backend,
  path: string,
  body: object,
): Promise<T> {
  const response = await send(
    new Request(`${supabaseUrl}${path}`, {
      method: 'POST',
      headers: {
        apikey: serviceKey,
        authorization: `Bearer ${serviceKey}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify(body),
    }),
  )
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return response.json()
}

const refusal = (status: number, message: string) => reply(status, { message })

const reply = (status: number, body: object) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { ...headers(), 'content-type': 'application/json' },
  })

/** For every page: there is no cookie and no session here, only what is asked. */
const headers = () => ({
  'access-control-allow-origin': '*',
  'access-control-allow-headers': 'authorization, apikey, content-type, x-client-info',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-max-age': '86400',
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
})
