import { z } from 'zod'

/** What somebody is to a project: the owner may do everything, an editor change it, a viewer look at it. */
export const roleSchema = z.enum(['owner', 'editor', 'viewer'])
export type Role = z.output<typeof roleSchema>

/** A role that can be given to somebody: there is one owner, for good. */
export const memberRoleSchema = roleSchema.exclude(['owner'])
export type MemberRole = z.output<typeof memberRoleSchema>

/**
 * A row of `project_people()`: somebody who works on a project. `email` is known for oneself and, to the owner, for whom
 * they invited (the address they wrote); else it is null.
 */
export const memberSchema = z
  .object({
    user_id: z.uuid(),
    display_name: z.string(),
    avatar_path: z.string().nullable(),
    email: z.string().nullable(),
    role: roleSchema,
    created_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    userId: row.user_id,
    displayName: row.display_name,
    avatarPath: row.avatar_path,
    email: row.email,
    role: row.role,
    createdAt: row.created_at,
  }))
export type Member = z.output<typeof memberSchema>
