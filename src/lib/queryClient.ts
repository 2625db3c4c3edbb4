import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { canHeal } from './dataError'
import { DataError } from './errors'
import { errorText } from './errorText'
import { notify } from './notify'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error
    /** `quiet`: the screen that asked shows the error itself, next to what was asked. */
    queryMeta: { quiet?: boolean }
    mutationMeta: { quiet?: boolean }
  }
}

/** Each kind of request is asked four times at most, and only where asking again can help. */
const retry = (failures: number, error: Error) => failures < 3 && canHeal(error)

/**
 * Milliseconds before the next attempt: half a second doubled each time, ± 25 % so that tabs do not ask in step, and
 * at least what the server asked for.
 */
function retryDelay(failures: number, error: Error): number {
  const wait = Math.min(500 * 2 ** failures, 15_000) * (0.75 + Math.random() * 0.5)
  const asked = error instanceof DataError ? (error.retryAfterMs ?? 0) : 0
  return Math.max(wait, Math.min(asked, 60_000))
}

/** A new client with the rules of this app; tests make their own, the page has `queryClient`. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry, retryDelay },
      mutations: { retry, retryDelay },
    },
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Without data the screen itself says that nothing came; with data it would look fresh while it is not.
        if (query.state.data !== undefined && !query.meta?.quiet) tell(error)
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.quiet) tell(error)
      },
    }),
  })
}

/** One message per kind of trouble, however many requests ran into it. */
function tell(error: Error): void {
  const message = errorText(error)
  notify.error(message, { id: `error:${message}` })
}

export const queryClient = makeQueryClient()
