import type { Notification } from './notification'

const uuid = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`
export const PROJECT = uuid(900)

/** The `n`th thing that happened: the higher, the newer. A film that is ready and unread unless said otherwise. */
export const happened = (n: number, facts: Partial<Notification> = {}): Notification => ({
  id: uuid(n),
  kind: 'video_completed',
  payload: { project: PROJECT, title: `Film ${n}`, errorCode: undefined },
  readAt: null,
  announcedAt: null,
  createdAt: new Date(Date.UTC(2025, 10, 23, 12, n)).toISOString(),
  ...facts,
})
