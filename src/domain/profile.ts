import { z } from 'zod'
import { planIdSchema } from './plan'

/** A `users` row, parsed once at the edge. Plan and storage are written by the database alone. */
export const profileSchema = z
  .object({
    id: z.uuid(),
    email: z.string(),
    display_name: z.string(),
    avatar_path: z.string().nullable(),
    language: z.string(),
    keep_location: z.boolean(),
    subscription_plan: planIdSchema,
    total_storage_bytes: z.number().nonnegative(),
    closing_since: z.iso.datetime({ offset: true }).nullable(),
  })
  .transform((row) => ({
    id: row.id,
    email: row.email,
    displayName: row.display_name,
    avatarPath: row.avatar_path,
    language: row.language,
    /** Whether photos are stored with the place and time that their file names. */
    keepLocation: row.keep_location,
    subscriptionPlan: row.subscription_plan,
    totalStorageBytes: row.total_storage_bytes,
    closingSince: row.closing_since,
  }))
export type Profile = z.output<typeof profileSchema>
