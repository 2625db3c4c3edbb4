import { z } from 'zod'
import { memberRoleSchema } from './member'

/** What can have happened. `other` is what a newer database says and this page does not know. */
export const NOTIFICATION_KINDS = [
  'video_completed',
  'video_failed',
  'project_invited',
  'invitation_accepted',
  'membership_ended',
  'role_changed',
  'member_left',
  'other',
] as const
export const notificationKindSchema = z.enum(NOTIFICATION_KINDS)
export type NotificationKind = z.output<typeof notificationKindSchema>

const id = z.uuid().optional().catch(undefined)
const text = z.string().optional().catch(undefined)

/** What the sentence needs; what does not apply, or cannot be read, is left out. */
const payloadSchema = z
  .object({
    job: id,
    project: id,
    title: text,
    error_code: text,
    invitation: id,
    person: text,
    role: memberRoleSchema.optional().catch(undefined),
  })
  .catch({})
  .transform(({ error_code: errorCode, ...payload }) => ({ ...payload, errorCode }))

/** A `notifications` row, parsed once at the edge. `announcedAt` is set once one of the person's tabs has said it. */
export const notificationSchema = z
  .object({
    id: z.uuid(),
    kind: notificationKindSchema.catch('other'),
    payload: payloadSchema,
    read_at: z.iso.datetime({ offset: true }).nullable(),
    announced_at: z.iso.datetime({ offset: true }).nullable(),
    created_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    id: row.id,
    kind: row.kind,
    payload: row.payload,
    readAt: row.read_at,
    announcedAt: row.announced_at,
    createdAt: row.created_at,
  }))
export type Notification = z.output<typeof notificationSchema>
