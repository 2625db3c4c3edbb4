import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
import { canHeal } from './dataError'
import { DataError } from './errors'
import { errorText } from './errorText'
import { notify } from './notify'
import { retryDelay } from './retryDelay'

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

/** The same waits as of everything else that is sent again; `failures` counts from 0 here. */
const delay = (failures: number, error: Error) =>
  retryDelay(failures + 1, error instanceof DataError ? error.retryAfterMs : null)

/** A new client with the rules of this app; tests make their own, the page has `queryClient`. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: { staleTime: 30_000, retry, retryDelay: delay },
      mutations: { retry, retryDelay: delay },
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
