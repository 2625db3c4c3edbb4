import { InvalidToken, readClaims, type Claims } from './claims'
import type { Keys } from './keys'

/**
 * Refuses REST requests in the name of accounts that no longer exist. Everything else, malformed tokens included, is
 * left to PostgREST's own answers.
 */
export function createRequestGuard(keys: Keys, isGone: (claims: Claims) => Promise<boolean>) {
  return async (request: Request): Promise<Response | null> => {
    if (!new URL(request.url).pathname.startsWith('/rest/v1/')) return null
    const token = bearer(request)
    if (!token || token.startsWith('sb_')) return null
    try {
      if (!(await isGone(await readClaims(token, keys)))) return null
    } catch (error) {
      if (error instanceof InvalidToken) return null
      throw error
    }
    return Response.json(
      {
        code: 'PGRST301',
        message: 'The account of this token does not exist any more',
        details: null,
        hint: null,
      },
      { status: 401, headers: { 'access-control-allow-origin': '*' } },
    )
  }
}

/** The token of an `Authorization: Bearer …` header. */
export function bearer(request: Request): string | undefined {
  return /^Bearer\s+(\S+)$/i.exec(request.headers.get('authorization') ?? '')?.[1]
}
