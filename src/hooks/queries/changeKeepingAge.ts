import { replaceEqualDeep, type QueryClient } from '@tanstack/react-query'

/**
 * Change what is cached under a key, if anything is. A patch is no answer: the data stays as old as the last one, and
 * what does not change is not written, because a write tells the screen and calls the whole list fresh.
 */
export function changeKeepingAge<T>(
  client: QueryClient,
  queryKey: readonly unknown[],
  change: (cached: T) => T,
): void {
  const cached = client.getQueryData<T>(queryKey)
  if (cached === undefined) return
  const changed: T = replaceEqualDeep(cached, change(cached))
  if (changed === cached) return
  const state = client.getQueryState(queryKey)
  client.setQueryData(queryKey, changed, state ? { updatedAt: state.dataUpdatedAt } : {})
  // Writing calls it valid; what had to be asked for again still has.
  if (state?.isInvalidated) void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' })
}
