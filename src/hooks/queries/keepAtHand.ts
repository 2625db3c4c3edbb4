import type { QueryClient } from '@tanstack/react-query'

/** Keep something beside the answers of the server for as long as the person is here, though no screen looks at it. */
export function keepAtHand<T>(client: QueryClient, queryKey: readonly unknown[], data: T): void {
  client.setQueryDefaults(queryKey, { gcTime: Infinity })
  client.setQueryData<T>(queryKey, data)
}
