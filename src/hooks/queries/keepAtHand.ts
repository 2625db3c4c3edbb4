import type { QueryClient } from '@tanstack/react-query'

/** Keep something beside the answers of the server for as long as the person is here, though no screen looks at it. */
export function keepAtHand<T>(client: QueryClient, queryKey: readonly unknown[], data: T): void {
  client.setQueryDefaults(queryKey, { gcTime: Infinity })
  client.setQueryData<T>(queryKey, data)
}

/** It is not needed any more: neither here nor on the device, which forgets what was reset. */
export function letGo(client: QueryClient, queryKey: readonly unknown[]): void {
  client.getQueryCache().find({ queryKey, exact: true })?.reset()
  client.removeQueries({ queryKey, exact: true })
}
