import { notificationSchema, type Notification } from '@/domain/notification'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { answer, parseRows } from './request'

export const NOTIFICATIONS_PER_PAGE = 20

/** The last notification of a page: the next page begins behind it. */
export type NotificationCursor = { createdAt: string; id: string }
/** `next` is null on the last page. */
export type NotificationPage = { notifications: Notification[]; next: NotificationCursor | null }

/**
 * A page of a person's notifications, newest first.
 *
 * [Note: pages by place] New ones come in at the top while somebody reads: pages counted by number would show the
 * last of one page again as the first of the next.
 */
export async function listNotifications(
  userId: string,
  after: NotificationCursor | null,
  signal?: AbortSignal,
): Promise<NotificationPage> {
  let query = supabase
    .from('notifications')
    .select('*')
    .eq('user_id', userId)
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .limit(NOTIFICATIONS_PER_PAGE)
  if (after) {
    const { createdAt, id } = after
    query = query.or(`created_at.lt."${createdAt}",and(created_at.eq."${createdAt}",id.lt.${id})`)
  }
  if (signal) query = query.abortSignal(signal)
  const rows = await answer('load your notifications', query, signal)
  const last = rows.at(NOTIFICATIONS_PER_PAGE - 1)
  return {
    notifications: parseRows('load your notifications', notificationSchema, rows),
    next: last ? { createdAt: last.created_at, id: last.id } : null,
  }
}

/** How many notifications the person has not read. */
export async function countUnread(userId: string, signal?: AbortSignal): Promise<number> {
  let query = supabase
    .from('notifications')
    .select('id', { count: 'exact', head: true })
    .eq('user_id', userId)
    .is('read_at', null)
  if (signal) query = query.abortSignal(signal)
  const response = await query
  await answer('count your notifications', Promise.resolve(response), signal)
  if (response.count === null) throw new DataError('count your notifications', 'bad_row', response.status)
  return response.count
}

/** Mark these as read. Repeating it is harmless: the first time stays. */
export async function markNotificationsRead(ids: readonly string[]): Promise<void> {
  const query = supabase
    .from('notifications')
    .update({ read_at: new Date().toISOString() })
    .in('id', [...ids])
    .is('read_at', null)
  await answer('mark notifications as read', query)
}

/** Mark everything up to and including `newest.createdAt` as read; what came later has not been seen. */
export async function markAllNotificationsRead(
  userId: string,
  newest: Pick<NotificationCursor, 'createdAt'>,
): Promise<void> {
  const query = supabase
    .from('notifications')
    .update({ read_at: new Date().toISOString() })
    .eq('user_id', userId)
    .is('read_at', null)
    .lte('created_at', newest.createdAt)
  await answer('mark notifications as read', query)
}

/** Delete a notification. Repeating it is harmless. */
export async function dismissNotification(id: string): Promise<void> {
  await answer('dismiss the notification', supabase.from('notifications').delete().eq('id', id))
}

/**
 * Take the right to announce these: of all tabs and devices of a person exactly one gets each of them back.
 * An answer that is lost on the way announces nothing; the bell still shows it.
 */
export async function claimNotifications(ids: readonly string[]): Promise<Notification[]> {
  const query = supabase
    .from('notifications')
    .update({ announced_at: new Date().toISOString() })
    .in('id', [...ids])
    .is('announced_at', null)
    .select('*')
  const rows = await answer('announce notifications', query)
  return parseRows('announce notifications', notificationSchema, rows)
}
