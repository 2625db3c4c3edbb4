import { z } from 'zod'
import type { PlanId } from '@/domain/plan'
import { log } from './log'

export type PaidPlanId = Exclude<PlanId, 'free'>

const unset = z.literal('').transform(() => undefined)
const link = z.union([unset, z.url({ protocol: /^https$/ })]).optional()
const checkoutSchema = z.object({
  VITE_CHECKOUT_URL_PRO: link,
  VITE_CHECKOUT_URL_ENTERPRISE: link,
  VITE_BILLING_PORTAL_URL: link,
})

export type Checkout = {
  /** Where each plan is bought; plans without a link cannot be bought. */
  plans: Partial<Record<PaidPlanId, string>>
  /** Where what was bought is changed, paid and ended. */
  portal: string | null
}

/**
 * The payment pages of this build. Apart from env.ts: nobody needs them before they open the plan page. A link that is none
 * is never shown; what is wrong with it is told in the console, and the page goes on without.
 */
export function readCheckout(environment: unknown = import.meta.env): Checkout {
  const parsed = checkoutSchema.safeParse(environment)
  if (!parsed.success) {
    log.warn(`The payment links are not usable: ${z.prettifyError(parsed.error)}`)
    return { plans: {}, portal: null }
  }
  const { VITE_CHECKOUT_URL_PRO: pro, VITE_CHECKOUT_URL_ENTERPRISE: enterprise } = parsed.data
  return {
    plans: { ...(pro !== undefined && { pro }), ...(enterprise !== undefined && { enterprise }) },
    portal: parsed.data.VITE_BILLING_PORTAL_URL ?? null,
  }
}

type Payer = { id: string; email: string }

/** A checkout that knows for whom it is: the webhook finds the account by the reference, the e-mail is filled in. */
export function checkoutUrl(base: string, { id, email }: Payer): string {
  const url = new URL(base)
  url.searchParams.set('client_reference_id', id)
  url.searchParams.set('prefilled_email', email)
  return url.href
}

/** The provider asks whoever comes to prove that the e-mail is theirs; it is filled in. */
export function portalUrl(base: string, { email }: Payer): string {
  const url = new URL(base)
  url.searchParams.set('prefilled_email', email)
  return url.href
}
