import type { QueryClient } from '@tanstack/react-query'

/** Is a row with this id anywhere in what is cached for the person? Cached values are plain JSON. */
export function isCached(client: QueryClient, userId: string, id: string): boolean {
  return client.getQueriesData({ queryKey: [userId] }).some(([, data]) => mentions(data, id))
}

function mentions(value: unknown, id: string): boolean {
  if (value === id) return true
  if (typeof value !== 'object' || value === null) return false
  return Object.values(value).some((part) => mentions(part, id))
}
