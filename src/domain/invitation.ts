import { z } from 'zod'
import { memberRoleSchema } from './member'

/** A `project_invitations` row as the owner of the project sees it: somebody who has not answered yet. */
export const invitationSchema = z
  .object({
    id: z.uuid(),
    project_id: z.uuid(),
    email: z.string(),
    role: memberRoleSchema,
    created_at: z.iso.datetime({ offset: true }),
    expires_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    id: row.id,
    projectId: row.project_id,
    email: row.email,
    role: row.role,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
  }))
export type Invitation = z.output<typeof invitationSchema>

/** A row of `my_invitations()`: one that waits for this person's answer. `invitedByName` may be empty. */
export const receivedInvitationSchema = z
  .object({
    id: z.uuid(),
    project_id: z.uuid(),
    title: z.string(),
    role: memberRoleSchema,
    invited_by_name: z.string(),
    created_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    id: row.id,
    projectId: row.project_id,
    title: row.title,
    role: row.role,
    invitedByName: row.invited_by_name,
    createdAt: row.created_at,
  }))
export type ReceivedInvitation = z.output<typeof receivedInvitationSchema>
