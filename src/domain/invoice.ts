import { z } from 'zod'

const invoiceStatusSchema = z.enum(['open', 'paid', 'void', 'uncollectible'])

/**
 * An `invoices` row, parsed once at the edge. `amountCents` counts the currency's smallest unit; `currency` is its
 * ISO 4217 code; the period is two days as `YYYY-MM-DD`, both within it.
 */
export const invoiceSchema = z
  .object({
    id: z.uuid(),
    number: z.string(),
    amount_cents: z.int().nonnegative(),
    currency: z.string().regex(/^[A-Z]{3}$/),
    status: invoiceStatusSchema,
    hosted_url: z.url({ protocol: /^https$/ }).nullable(),
    period_start: z.iso.date(),
    period_end: z.iso.date(),
    issued_at: z.iso.datetime({ offset: true }),
  })
  .transform((row) => ({
    id: row.id,
    number: row.number,
    amountCents: row.amount_cents,
    currency: row.currency,
    status: row.status,
    hostedUrl: row.hosted_url,
    periodStart: row.period_start,
    periodEnd: row.period_end,
    issuedAt: row.issued_at,
  }))
export type Invoice = z.output<typeof invoiceSchema>
