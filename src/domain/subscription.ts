import { z } from 'zod'
import { planIdSchema } from './plan'

export const subscriptionStatusSchema = z.enum(['active', 'past_due', 'canceled'])

/** A `subscriptions` row: what is paid for. Written by the billing side. `periodEnd`: paid until then, if it ends. */
export const subscriptionSchema = z
  .object({
    plan_id: planIdSchema,
    status: subscriptionStatusSchema,
    period_end: z.iso.datetime({ offset: true }).nullable(),
  })
  .transform((row) => ({ planId: row.plan_id, status: row.status, periodEnd: row.period_end }))
export type Subscription = z.output<typeof subscriptionSchema>
