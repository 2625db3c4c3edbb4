import { InfiniteQueryObserver, type QueryClient } from '@tanstack/react-query'
import { claimNotifications } from '@/data/notifications'
import type { Notification } from '@/domain/notification'
import { log } from '@/lib/log'
import { notificationQueries } from './queries/notifications'

/** How long a hidden tab leaves the news to one the person looks at. */
export const HIDDEN_TAB_WAITS_MS = 2_000

/**
 * Call `announce` with what happens from now on, each notification in one tab of one device of the person only.
 *
 * [Note: once per person] Every tab sees the news in its cache; the one that gets the row when it writes
 * `announced_at` announces it. What is there when the page opens is told by the number on the bell: nobody wants ten
 * messages over the page on Monday morning. @returns stop
 */
export function followNews(
  client: QueryClient,
  userId: string,
  announce: (won: Notification[]) => void,
): () => void {
  const options = notificationQueries.feed(userId)
  const timers = new Set<ReturnType<typeof setTimeout>>()
  /** Were there when the page opened, or have been tried. */
  const known = new Set<string>()
  /** Rows at least this old were on later pages when the page opened. */
  let floor: number | null = null
  let stopped = false

  const look = (rows: readonly Notification[], isWhole: boolean) => {
    if (floor === null) {
      const last = rows.at(-1)
      floor = isWhole || !last ? -Infinity : Date.parse(last.createdAt)
      for (const { id } of rows) known.add(id)
      return
    }
    const since = floor
    const news = rows.filter((row) => isNews(row) && !known.has(row.id) && Date.parse(row.createdAt) > since)
    if (news.length === 0) return
    const ids = news.map(({ id }) => id)
    for (const id of ids) known.add(id)
    if (document.visibilityState === 'visible') return void claim(ids)
    const timer = setTimeout(() => {
      timers.delete(timer)
      void claim(ids)
    }, HIDDEN_TAB_WAITS_MS)
    timers.add(timer)
  }

  const claim = async (ids: string[]) => {
    const stillNews = new Set(
      firstPage()
        .filter(isNews)
        .map(({ id }) => id),
    )
    const wanted = ids.filter((id) => stillNews.has(id))
    if (wanted.length === 0) return
    try {
      const won = await claimNotifications(wanted)
      if (won.length > 0 && !stopped) announce(won)
    } catch (error) {
      // No connection, most likely: whatever asks for the list next tries again.
      log.warn('Notifications could not be announced', error)
      for (const id of wanted) known.delete(id)
    }
  }

  const firstPage = () => client.getQueryData(options.queryKey)?.pages[0]?.notifications ?? []
  const observer = new InfiniteQueryObserver(client, options)
  const hear = ({ data, dataUpdatedAt }: ReturnType<typeof observer.getCurrentResult>) => {
    const page = data?.pages[0]
    // What was kept from an earlier visit does not say what was there when this page was opened.
    if (page && dataUpdatedAt >= performance.timeOrigin) look(page.notifications, page.next === null)
  }
  const stopObserving = observer.subscribe(hear)
  hear(observer.getCurrentResult())
  return () => {
    stopped = true
    stopObserving()
    for (const timer of timers) clearTimeout(timer)
  }
}

const isNews = ({ announcedAt, readAt }: Notification) => announcedAt === null && readAt === null
