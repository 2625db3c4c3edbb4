import { MutationCache, onlineManager, QueryCache, QueryClient } from '@tanstack/react-query'
import { canHeal, NETWORK } from './dataError'
import { DataError } from './errors'
import { watchReachability } from './reachability'
import { retryDelay } from './retryDelay'
import { tellError } from './tellError'

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: Error
    /** `quiet`: the screen that asked shows the error itself, next to what was asked. */
    queryMeta: { quiet?: boolean }
    mutationMeta: { quiet?: boolean }
  }
}

const TRIES = 4
const DAY_MS = 24 * 60 * 60_000

const gotNoAnswer = (error: Error) => error instanceof DataError && error.code === NETWORK
const isOffline = (error: Error) => gotNoAnswer(error) && !onlineManager.isOnline()

/**
 * Each kind of request is asked four times at most, and only where asking again can help. Once the API is known to be
 * away, what is there is shown without waiting: coming back online asks again.
 */
const retry = (failures: number, error: Error) => failures < TRIES - 1 && canHeal(error) && !isOffline(error)

/**
 * For what a person did and may be kept. While the API is away it waits, and no try counts; a request that goes nowhere
 * although the API is there, or a server in trouble, is met with more patience than a question. See: [Note: kept
 * mutations].
 */
export const keepTrying = (failures: number, error: Error) =>
  canHeal(error) && (isOffline(error) || failures < (gotNoAnswer(error) ? 10 : 2) * TRIES)

/** The same waits as of everything else that is sent again; `failures` counts from 0 here. */
const delay = (failures: number, error: Error) =>
  retryDelay(failures + 1, error instanceof DataError ? error.retryAfterMs : null)

/**
 * A new client with the rules of this app; tests make their own, the page has `queryClient`.
 *
 * [Note: nothing spins while offline] Requests are always tried, whatever the network is said to be, and fail at once
 * when there is none: what waited for a network would show a skeleton for as long as there is none, and a form would
 * stay busy. Only what is kept waits; see [Note: kept mutations].
 */
export function makeQueryClient(): QueryClient {
  return new Client({
    defaultOptions: {
      // As long as a tab is open, what was seen once can be seen again offline.
      queries: {
        staleTime: 30_000,
        gcTime: DAY_MS,
        retry,
        retryDelay: delay,
        networkMode: 'always',
        refetchOnReconnect: true,
      },
      mutations: { retry, retryDelay: delay, networkMode: 'always' },
    },
    queryCache: new QueryCache({
      onError: (error, query) => {
        // Without data the screen itself says that nothing came; with data it would look fresh while it is not. That
        // one is offline is said on every page already, and what is gone by the page that showed it.
        if (query.state.data === undefined || query.meta?.quiet) return
        if (!isOffline(error) && !isGone(error)) tellError(error)
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.quiet) tellError(error)
      },
    }),
  })
}

const isGone = (error: Error) => error instanceof DataError && error.code === 'not_found'

class Client extends QueryClient {
  /** What waited for the network leaves in the order in which it was asked for, one after the other. */
  override async resumePausedMutations(): Promise<void> {
    for (const mutation of this.getMutationCache().getAll()) {
      // Its own callbacks have said what went wrong; the next one does not depend on it.
      if (mutation.state.isPaused) await mutation.continue().catch(() => undefined)
    }
  }
}

export const queryClient = makeQueryClient()
watchReachability()
