import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { useLocation, useNavigate } from 'react-router-dom'
import type { Notification } from '@/domain/notification'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'
import { followOtherTabs } from '@/stores/notices.store'
import { followNews } from './announcements'
import { isAboutFilm, isShownAt, noticeWords } from './noticeWords'
import { useMarkRead } from './queries/notifications'
import { showSystemNotification, wantsSystemNotifications } from './systemNotifications'

/** So many messages can be read; more than these become one that counts them. */
const MOST_MESSAGES = 3
const FILM_SECONDS = 20

/**
 * Tell the person what happens while the page is open, once in all their tabs. Mounted once, near the root.
 * What it leads to is opened by the router: a reload would stop the film that is being made in this tab.
 */
export function useAnnouncements(userId: string): void {
  const client = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const { mutate: markRead } = useMarkRead(userId)
  const latest = useRef({ navigate, pathname })
  useEffect(() => {
    latest.current = { navigate, pathname }
  })
  useEffect(followOtherTabs, [])

  useEffect(() => {
    const goTo = (notification: Notification, to: string) => {
      markRead([notification.id])
      void latest.current.navigate(to)
    }
    return followNews(client, userId, (won) => {
      const { pathname: here } = latest.current
      const looking = document.visibilityState === 'visible'
      const news = won.filter((row) => !(looking && isShownAt(here, row)))
      const told =
        looking || !wantsSystemNotifications(userId) ? [] : news.filter((row) => tellSystem(row, goTo))
      const messages = news.filter((row) => !told.includes(row))
      if (messages.length > MOST_MESSAGES) notify.info(t('notices.many', { count: messages.length }))
      else for (const row of messages) tellPage(row, goTo)
    })
  }, [client, userId, markRead])
}

type GoTo = (notification: Notification, to: string) => void

function tellSystem(notification: Notification, goTo: GoTo): boolean {
  if (!isAboutFilm(notification)) return false
  const { text, detail, link } = noticeWords(notification)
  return showSystemNotification({
    tag: notification.id,
    title: text,
    ...(detail !== null && { body: detail }),
    ...(link && { onClick: () => goTo(notification, link.to) }),
  })
}

function tellPage(notification: Notification, goTo: GoTo): void {
  const { text, detail, link } = noticeWords(notification)
  const options = {
    id: `notice:${notification.id}`,
    // Somebody has waited for it, perhaps across the room.
    ...(isAboutFilm(notification) && { seconds: FILM_SECONDS }),
    ...(detail !== null && { detail }),
    ...(link && { action: { label: link.label, onClick: () => goTo(notification, link.to) } }),
  }
  if (notification.kind === 'video_completed') notify.success(text, options)
  else if (notification.kind === 'video_failed') notify.error(text, options)
  else notify.info(text, options)
}
