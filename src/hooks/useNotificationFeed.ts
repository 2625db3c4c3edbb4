import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import {
  notificationQueries,
  useDismissNotification,
  useMarkAllRead,
  useMarkRead,
} from './queries/notifications'

/** The list behind the bell and what can be done with it. `rows` is undefined until something has come. */
export function useNotificationFeed(userId: string) {
  const feed = useInfiniteQuery(notificationQueries.feed(userId))
  const { data: unread = 0 } = useQuery(notificationQueries.unread(userId))
  const { mutate: markRead } = useMarkRead(userId)
  const { mutate: readAll } = useMarkAllRead(userId)
  const { mutate: dismiss } = useDismissNotification(userId)
  const rows = feed.data?.pages.flatMap(({ notifications }) => notifications)
  const newest = rows?.[0]
  return {
    rows,
    unread,
    error: feed.error,
    retry: () => void feed.refetch(),
    hasOlder: feed.hasNextPage,
    loadingOlder: feed.isFetchingNextPage,
    showOlder: () => void feed.fetchNextPage(),
    markRead: (id: string) => markRead([id]),
    markAllRead: () => newest && readAll(newest),
    dismiss: (id: string) => dismiss(id),
  }
}
export type NotificationFeed = ReturnType<typeof useNotificationFeed>
