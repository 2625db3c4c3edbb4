import {
  infiniteQueryOptions,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import {
  countUnread,
  dismissNotification,
  listNotifications,
  markAllNotificationsRead,
  markNotificationsRead,
  type NotificationCursor,
  type NotificationPage,
} from '@/data/notifications'
import type { Notification } from '@/domain/notification'
import { changeKeepingAge } from './changeKeepingAge'

export const notificationQueries = {
  all: (userId: string) => [userId, 'notifications'] as const,
  /** Everything that happened, newest first, page by page. */
  feed: (userId: string) =>
    infiniteQueryOptions({
      queryKey: [...notificationQueries.all(userId), 'feed'] as const,
      queryFn: ({ pageParam, signal }) => listNotifications(userId, pageParam, signal),
      initialPageParam: null as NotificationCursor | null,
      getNextPageParam: ({ next }) => next,
      meta: { quiet: true },
    }),
  /** How many are unread: the number on the bell. */
  unread: (userId: string) =>
    queryOptions({
      queryKey: [...notificationQueries.all(userId), 'unread'] as const,
      queryFn: ({ signal }) => countUnread(userId, signal),
      meta: { quiet: true },
    }),
}

/** Mark some as read; shown at once, taken back on failure. Nothing is sent for what is read already. */
export function useMarkRead(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: [...notificationQueries.all(userId), 'read'],
    mutationFn: (ids: readonly string[]) => markNotificationsRead(ids),
    ...optimistic(client, userId, (ids: readonly string[], cached) =>
      cached.map((row) => (ids.includes(row.id) ? read(row) : row)),
    ),
  })
}

/** Mark everything the person has been shown as read: `newest` is the first row of the list. */
export function useMarkAllRead(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: [...notificationQueries.all(userId), 'readAll'],
    mutationFn: (newest: NotificationCursor) => markAllNotificationsRead(userId, newest),
    ...optimistic(client, userId, (_newest: NotificationCursor, cached) => cached.map(read), 0),
  })
}

/** Take one out of the list for good. */
export function useDismissNotification(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: [...notificationQueries.all(userId), 'dismiss'],
    mutationFn: (id: string) => dismissNotification(id),
    ...optimistic(client, userId, (id: string, cached) => cached.filter((row) => row.id !== id)),
  })
}

const read = (row: Notification): Notification =>
  row.readAt === null ? { ...row, readAt: new Date().toISOString() } : row
const unreadOf = (rows: readonly Notification[]) => rows.filter(({ readAt }) => readAt === null).length

const rowsOf = (feed: { pages: NotificationPage[] } | undefined) =>
  feed?.pages.flatMap(({ notifications }) => notifications) ?? []

/** Shows in list and number what `change` makes of the rows until the server has answered. */
function optimistic<Wish>(
  client: QueryClient,
  userId: string,
  change: (wish: Wish, rows: Notification[]) => Notification[],
  unreadAfter?: number,
) {
  const all = notificationQueries.all(userId)
  const feedKey = notificationQueries.feed(userId).queryKey
  const unreadKey = notificationQueries.unread(userId).queryKey
  return {
    onMutate: async (wish: Wish) => {
      await client.cancelQueries({ queryKey: all })
      const feed = client.getQueryData(feedKey)
      const unread = client.getQueryData(unreadKey)
      const changed = feed && {
        ...feed,
        pages: feed.pages.map((page) => ({ ...page, notifications: change(wish, page.notifications) })),
      }
      const fewer = unreadOf(rowsOf(feed)) - unreadOf(rowsOf(changed))
      const show = (pages: typeof feed, count: typeof unread) => {
        if (pages) changeKeepingAge(client, feedKey, () => pages)
        if (count !== undefined) changeKeepingAge(client, unreadKey, () => count)
      }
      show(changed, unread && (unreadAfter ?? Math.max(0, unread - fewer)))
      return { rollback: () => show(feed, unread) }
    },
    onError: (_error: Error, _wish: Wish, made: { rollback: () => void } | undefined) => made?.rollback(),
    // Only the last write in flight asks again: an earlier answer would flash old rows over a newer wish.
    onSettled: () =>
      client.isMutating({ mutationKey: all }) === 1 ? client.invalidateQueries({ queryKey: all }) : undefined,
  }
}
