import { answerSharedFilm } from '../../functions/shared-film/handler'
import type { Keys } from './keys'

type Send = (request: Request) => Promise<Response>

/** The Edge Functions of supabase/functions, the same code, at the same addresses. */
export function createFunctions(keys: Keys, send: Send) {
  return async (request: Request): Promise<Response> => {
    const { pathname, origin } = new URL(request.url)
    switch (pathname) {
      case '/functions/v1/shared-film':
        return answerSharedFilm(request, { supabaseUrl: origin, serviceKey: keys.secret, fetch: send })
      default:
        return Response.json(
          { code: 'NOT_FOUND', message: 'Requested function was not found' },
          { status: 404 },
        )
    }
  }
}
