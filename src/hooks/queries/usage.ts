import { queryOptions } from '@tanstack/react-query'
import { getFilmsByMonth, getStorageUse } from '@/data/usage'

export const MONTHS_SHOWN = 6

/** What the person has used, kept beside `profileQueries.filmsThisMonth`: asked again with it. */
export const usageQueries = {
  all: (userId: string) => [userId, 'usage'] as const,
  storage: (userId: string) =>
    queryOptions({
      queryKey: [...usageQueries.all(userId), 'storage'] as const,
      queryFn: ({ signal }) => getStorageUse(signal),
      staleTime: 0,
    }),
  months: (userId: string) =>
    queryOptions({
      queryKey: [...usageQueries.all(userId), 'months'] as const,
      queryFn: ({ signal }) => getFilmsByMonth(userId, MONTHS_SHOWN, signal),
      staleTime: 0,
    }),
}
