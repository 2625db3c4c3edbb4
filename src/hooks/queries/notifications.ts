import { queryOptions } from '@tanstack/react-query'
import { countUnread } from '@/data/notifications'

export const notificationQueries = {
  all: (userId: string) => [userId, 'notifications'] as const,
  /** How many are unread: the number on the bell. */
  unread: (userId: string) =>
    queryOptions({
      queryKey: [...notificationQueries.all(userId), 'unread'] as const,
      queryFn: ({ signal }) => countUnread(userId, signal),
      meta: { quiet: true },
    }),
}
