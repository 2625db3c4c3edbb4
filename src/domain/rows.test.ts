import { describe, expect, test } from 'vitest'
import { invoiceSchema } from './invoice'
import { memberSchema } from './member'
import { notificationSchema } from './notification'
import { UNDIRECTED } from './direction'
import { photoRowSchema, photoSchema } from './photo'

const ID = '11111111-1111-4111-8111-111111111111'
const NOW = '2025-11-23T12:00:00+00:00'

describe('a notification', () => {
  const row = {
    id: ID,
    kind: 'video_completed',
    payload: {},
    read_at: null,
    announced_at: null,
    created_at: NOW,
  }

  test('of a kind that this page does not know yet is shown as another one, not lost', () => {
    expect(notificationSchema.parse({ ...row, kind: 'moon_landed' }).kind).toBe('other')
  })

  test('keeps of its payload what can be read', () => {
    const payload = {
      job: 'x',
      project: ID,
      title: 7,
      error_code: 'timeout',
      role: 'owner',
      more: 1,
      person: 'Ada',
    }
    const parsed = notificationSchema.parse({ ...row, payload }).payload
    expect(parsed).toEqual({ project: ID, errorCode: 'timeout', person: 'Ada' })
  })

  test.each([null, 'text', 7, []])('survives the payload %j', (payload) => {
    expect(notificationSchema.parse({ ...row, payload }).payload).toEqual({})
  })
})

test('a member whose e-mail is not for these eyes has none', () => {
  const row = {
    user_id: ID,
    display_name: 'Ada',
    avatar_path: null,
    email: null,
    role: 'viewer',
    created_at: NOW,
  }
  expect(memberSchema.parse(row)).toMatchObject({ userId: ID, email: null, role: 'viewer' })
  expect(memberSchema.safeParse({ ...row, role: 'admin' }).success).toBe(false)
})

test('an invoice links to nothing but https', () => {
  const row = {
    id: ID,
    number: 'PM-1',
    amount_cents: 900,
    currency: 'EUR',
    status: 'paid',
    hosted_url: 'https://billing.example/1',
    period_start: '2025-11-01',
    period_end: '2025-11-30',
    issued_at: NOW,
  }
  expect(invoiceSchema.parse(row)).toMatchObject({ amountCents: 900, periodEnd: '2025-11-30' })
  expect(invoiceSchema.safeParse({ ...row, hosted_url: 'javascript:alert(1)' }).success).toBe(false)
})

test('a photo as a change brings it has no file and is still a photo row', () => {
  const row = {
    id: ID,
    project_id: ID,
    media_item_id: ID,
    position: 'a0',
    caption: 'Lake',
    choice: 'auto',
    rev: 3,
  }
  expect(photoRowSchema.parse(row)).toEqual({
    id: ID,
    projectId: ID,
    mediaItemId: ID,
    position: 'a0',
    caption: 'Lake',
    choice: 'auto',
    direction: UNDIRECTED,
    rev: 3,
  })
  expect(photoSchema.safeParse(row).success).toBe(false)
  const titled = (text: string) =>
    photoRowSchema.parse({ ...row, card: { text, subtitle: '', seconds: 3, side: 'before' } }).direction.card
  // To the database 120 letters, to JavaScript 240; and words to one that are none to the other.
  expect(titled('🌊'.repeat(120))?.text).toHaveLength(240)
  expect(titled('\t\u00a0')).toBeNull()
})
