import type { BillingConfiguration } from '../../functions/billing-webhook/configuration'
import { answerBillingEvent } from '../../functions/billing-webhook/handler'
import { answerSharedFilm } from '../../functions/shared-film/handler'
import type { Keys } from './keys'

type Send = (request: Request) => Promise<Response>

/** What hosted functions are told by their secrets. */
export type FunctionSettings = { billing: BillingConfiguration }

/** The Edge Functions of supabase/functions, the same code, at the same addresses. */
export function createFunctions(keys: Keys, send: Send, { billing }: FunctionSettings) {
  return async (request: Request): Promise<Response> => {
    const { pathname, origin } = new URL(request.url)
    const backend = { supabaseUrl: origin, serviceKey: keys.secret, fetch: send }
    switch (pathname) {
      case '/functions/v1/billing-webhook':
        return answerBillingEvent(request, { ...backend, configuration: billing })
      case '/functions/v1/shared-film':
        return answerSharedFilm(request, backend)
      default:
        return Response.json(
          { code: 'NOT_FOUND', message: 'Requested function was not found' },
          { status: 404 },
        )
    }
  }
}
