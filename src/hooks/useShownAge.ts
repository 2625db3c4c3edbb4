import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'

/** Addresses are no answers, and the bell stands beside every page. */
const NOT_OF_THE_PAGE: readonly unknown[] = ['urls', 'notifications']

/** When the oldest answer that the page shows came, in ms since 1970; null while none is there. */
export function useShownAge(userId: string): number | null {
  const client = useQueryClient()
  const subscribe = useCallback((changed: () => void) => client.getQueryCache().subscribe(changed), [client])
  return useSyncExternalStore(subscribe, () => oldestShown(client, userId))
}

function oldestShown(client: QueryClient, userId: string): number | null {
  const shown = client
    .getQueryCache()
    .findAll({ queryKey: [userId], type: 'active' })
    .filter(({ queryKey, state }) => !NOT_OF_THE_PAGE.includes(queryKey[1]) && state.data !== undefined)
  return shown.length === 0 ? null : Math.min(...shown.map(({ state }) => state.dataUpdatedAt))
}
