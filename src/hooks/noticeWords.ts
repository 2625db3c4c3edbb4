import type { Notification } from '@/domain/notification'
import { errorCodeText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** What a person reads: one sentence, perhaps one more, where it leads and what the button there is called. */
export type NoticeWords = { text: string; detail: string | null; link: { to: string; label: string } | null }

export function noticeWords({ kind, payload }: Notification): NoticeWords {
  const title = payload.title ?? t('notices.untitled')
  const person = payload.person ?? t('notices.somebody')
  const project = (label: string) =>
    payload.project ? { to: paths.project(payload.project), label } : { to: paths.projects, label }
  switch (kind) {
    case 'video_completed':
      return {
        text: t('notices.video_completed', { title }),
        detail: null,
        link: project(t('notices.watch')),
      }
    case 'video_failed':
      return {
        text: t('notices.video_failed', { title }),
        detail: errorCodeText(payload.errorCode ?? null),
        link: project(t('notices.look')),
      }
    case 'project_invited':
      return {
        text: t('notices.project_invited', { title, person }),
        detail: t(payload.role === 'editor' ? 'notices.invited_editor' : 'notices.invited_viewer'),
        // Invitations are answered on top of the projects; before that the project itself cannot be opened.
        link: { to: paths.projects, label: t('notices.answer') },
      }
    case 'invitation_accepted':
      return {
        text: t('notices.invitation_accepted', { title, person }),
        detail: null,
        link: project(t('notices.open')),
      }
    case 'member_left':
      return {
        text: t('notices.member_left', { title, person }),
        detail: null,
        link: project(t('notices.open')),
      }
    case 'membership_ended':
      return { text: t('notices.membership_ended', { title }), detail: null, link: null }
    case 'role_changed':
      return {
        text: t(payload.role === 'editor' ? 'notices.role_editor' : 'notices.role_viewer', { title }),
        detail: null,
        link: project(t('notices.open')),
      }
    case 'other':
      return { text: t('notices.other'), detail: t('notices.otherDetail'), link: null }
    default:
      return kind satisfies never
  }
}

/** A film of one's own has ended, well or not: worth telling somebody who looks elsewhere. */
export const isAboutFilm = ({ kind }: Notification): boolean =>
  kind === 'video_completed' || kind === 'video_failed'

/** The page of a film shows by itself how it ended. */
export const isShownAt = (pathname: string, notification: Notification): boolean =>
  isAboutFilm(notification) &&
  notification.payload.project !== undefined &&
  pathname === paths.project(notification.payload.project)
