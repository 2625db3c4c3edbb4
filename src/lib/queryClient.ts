import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query'
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

/** 40001 serialization failure, 40P01 deadlock: the database asks to be asked again. */
const HEALING_CODES = ['network', '40001', '40P01']
const HEALING_STATUSES = [408, 425, 429]

/** Whether asking again can succeed: no answer, a busy server, a lost race. Never a refusal. */
export function canHeal(error: unknown): boolean {
  if (!(error instanceof DataError)) return false
  return HEALING_CODES.includes(error.code) || HEALING_STATUSES.includes(error.status) || error.status >= 500
}

const ATTEMPTS = 3
const retry = (failures: number, error: Error) => failures < ATTEMPTS && canHeal(error)

/** Milliseconds before the next attempt: 0.5 s doubled each time, ± 25 % so that tabs do not ask in step. */
const retryDelay = (failures: number) => Math.min(500 * 2 ** failures, 15_000) * (0.75 + Math.random() * 0.5)

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
