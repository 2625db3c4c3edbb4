import { useCallback, useEffect, useSyncExternalStore } from 'react'
import { t } from '@/lib/i18n'
import { log } from '@/lib/log'
import { followOtherTabs, useNoticesStore } from '@/stores/notices.store'

/** What the browser says: not there, never asked, allowed, or refused. */
type Permission = 'unsupported' | NotificationPermission

type SystemNotificationState = 'unsupported' | 'blocked' | 'off' | 'on'
/** `unanswered`: the browser's question was closed. */
type TurnedOn = 'on' | 'blocked' | 'unanswered' | 'unsupported'

const readPermission = (): Permission =>
  isSecureContext && 'Notification' in globalThis ? Notification.permission : 'unsupported'

const watchers = new Set<() => void>()
const changed = () => watchers.forEach((watcher) => watcher())

/** People change permissions in the browser's own settings, in this tab or beside it. */
function watchPermission(watcher: () => void): () => void {
  watchers.add(watcher)
  document.addEventListener('visibilitychange', watcher)
  let status: PermissionStatus | undefined
  let stopped = false
  if ('permissions' in navigator) {
    navigator.permissions.query({ name: 'notifications' }).then(
      (found) => {
        if (stopped) return
        status = found
        status.addEventListener('change', watcher)
      },
      () => undefined, // a browser that cannot watch this one is asked again when it comes into view
    )
  }
  return () => {
    stopped = true
    watchers.delete(watcher)
    document.removeEventListener('visibilitychange', watcher)
    status?.removeEventListener('change', watcher)
  }
}

/** The switch in the settings: what it shows is what would happen, not what was once wished. */
export function useSystemNotifications(userId: string) {
  const permission = useSyncExternalStore(watchPermission, readPermission)
  const wanted = useNoticesStore(({ wanting }) => wanting.includes(userId))
  const setWanted = useNoticesStore((store) => store.systemNotificationsWanted)
  useEffect(followOtherTabs, [])

  /** Asks the browser where it has not been asked. */
  const turnOn = useCallback(async (): Promise<TurnedOn> => {
    const answer = await Notification.requestPermission()
    changed()
    if (answer === 'denied') return 'blocked'
    if (answer === 'default') return 'unanswered'
    // Also finds out whether the browser really shows them: some have the name and refuse.
    const shown = { tag: 'on', title: t('notices.systemOn'), body: t('notices.systemOnBody') }
    if (!showSystemNotification(shown)) return 'unsupported'
    setWanted(userId, true)
    return 'on'
  }, [setWanted, userId])
  const turnOff = useCallback(() => setWanted(userId, false), [setWanted, userId])
  return { state: stateOf(permission, wanted), turnOn, turnOff }
}

function stateOf(permission: Permission, wanted: boolean): SystemNotificationState {
  switch (permission) {
    case 'unsupported':
      return 'unsupported'
    case 'denied':
      return 'blocked'
    case 'default':
      return 'off'
    case 'granted':
      return wanted ? 'on' : 'off'
    default:
      return permission satisfies never
  }
}

/** Whether this person is told by the system while nobody looks at the page. */
export const wantsSystemNotifications = (userId: string): boolean =>
  readPermission() === 'granted' && useNoticesStore.getState().wanting.includes(userId)

type SystemNotification = {
  /** Two with the same tag are one on screen. */
  tag: string
  title: string
  body?: string
  onClick?: () => void
}

/** Let the system show something; a click brings this tab to the front. @returns false where the browser refuses */
export function showSystemNotification({ tag, title, body = '', onClick }: SystemNotification): boolean {
  try {
    const shown = new Notification(title, { body, tag, icon: '/favicon.svg' })
    shown.onclick = () => {
      window.focus()
      shown.close()
      onClick?.()
    }
    return true
  } catch (error) {
    // Chrome on Android has the constructor and throws: there only a service worker may show any.
    log.warn('The browser does not show notifications', error)
    return false
  }
}
