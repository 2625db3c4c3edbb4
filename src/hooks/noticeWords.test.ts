import { describe, expect, test } from 'vitest'
import { happened, PROJECT } from '@/domain/notification.fixture'
import { NOTIFICATION_KINDS, type Notification } from '@/domain/notification'
import { isShownAt, noticeWords } from './noticeWords'

const about = { project: PROJECT, title: 'Lake', person: 'Grace', errorCode: undefined }
const words = (kind: Notification['kind'], payload: Partial<Notification['payload']> = {}) =>
  noticeWords(happened(1, { kind, payload: { ...about, ...payload } }))

describe('what is said', () => {
  test.each([
    ['video_completed', {}, 'Your film “Lake” is ready'],
    ['video_failed', {}, '“Lake” could not be made'],
    ['project_invited', {}, 'Grace invites you to “Lake”'],
    ['invitation_accepted', {}, 'Grace has joined “Lake”'],
    ['member_left', {}, 'Grace has left “Lake”'],
    ['membership_ended', {}, '“Lake” is no longer shared with you'],
    ['role_changed', { role: 'editor' }, 'You can now edit “Lake”'],
    ['role_changed', { role: 'viewer' }, 'You can now look at “Lake”, but no longer edit it'],
    ['other', {}, 'Something new has happened'],
  ] as const)('of %s %j', (kind, payload, sentence) => {
    expect(words(kind, payload).text).toBe(sentence)
  })
  test('of a film that failed has the reason', () => {
    expect(words('video_failed', { errorCode: 'photo_unreadable' }).detail).toBe(
      'A photo of this film could not be read.',
    )
  })
  test('is a whole sentence also when a name is missing', () => {
    const nothing = { title: undefined, person: undefined, project: undefined, errorCode: undefined }
    for (const kind of NOTIFICATION_KINDS) {
      const { text, detail } = noticeWords(happened(1, { kind, payload: nothing }))
      expect(`${text} ${detail ?? ''}`).not.toMatch(/undefined|null|\{\{|notices\./)
    }
  })
})

describe('where it leads', () => {
  test('is the project, or where the invitation is answered, or nowhere when there is no way in', () => {
    const to = (kind: Notification['kind']) => words(kind).link?.to ?? null
    expect(to('video_completed')).toBe(`/projects/${PROJECT}`)
    expect(to('role_changed')).toBe(`/projects/${PROJECT}`)
    expect(to('project_invited')).toBe('/projects')
    expect(to('membership_ended')).toBeNull()
  })
  test('is where the person is already, for a film on its own page', () => {
    expect(isShownAt(`/projects/${PROJECT}`, happened(1))).toBe(true)
    expect(isShownAt('/projects', happened(1))).toBe(false)
    expect(isShownAt(`/projects/${PROJECT}`, happened(1, { kind: 'member_left' }))).toBe(false)
  })
})
