import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'
import { isShownAt } from './noticeWords'
import { notificationQueries, useMarkRead } from './queries/notifications'

/** Who looks at the page of a film has read that it is ready: the bell does not say it again. */
export function useReadOnSight(userId: string): void {
  const { pathname } = useLocation()
  const { data } = useInfiniteQuery(notificationQueries.feed(userId))
  const { mutate: markRead } = useMarkRead(userId)
  /** Each once: a server that refuses must not be asked forever. */
  const tried = useRef(new Set<string>())
  useEffect(() => {
    const look = () => {
      if (document.visibilityState !== 'visible') return
      const rows = data?.pages.flatMap(({ notifications }) => notifications) ?? []
      const seen = rows
        .filter((row) => row.readAt === null && isShownAt(pathname, row) && !tried.current.has(row.id))
        .map(({ id }) => id)
      if (seen.length === 0) return
      for (const id of seen) tried.current.add(id)
      markRead(seen)
    }
    look()
    document.addEventListener('visibilitychange', look)
    return () => document.removeEventListener('visibilitychange', look)
  }, [data, pathname, markRead])
}
