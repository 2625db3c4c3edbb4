import type { PaidPlan } from './configuration.ts'
import { entriesOf, idOf, isText, isTime, isoTime, type Json, type JsonRecord } from './values.ts'

/** See private.billing_subscriptions. */
export type ToldSubscription = {
  id: string
  plan_id: PaidPlan
  status: 'active' | 'past_due' | 'canceled' | null
  /** Paid until then, if it ends. */
  period_end: string | null
  /** Of events in the same second the one with the higher stage is the later. */
  stage: number
}

export const STAGES = {
  'customer.subscription.created': 0,
  'customer.subscription.updated': 1,
  'customer.subscription.deleted': 2,
} as const

/** A subscription of the provider's, in our words. */
export function readSubscription(
  thing: JsonRecord,
  type: keyof typeof STAGES,
  plans: ReadonlyMap<string, PaidPlan>,
): ToldSubscription | 'bad_event' | 'unknown_price' {
  const { id } = thing
  const status = statusOf(thing.status)
  if (!isText(id) || status === 'bad_event') return 'bad_event'
  const plan = planOf(thing, plans)
  if (plan === null) return 'unknown_price'
  return { id, plan_id: plan, status, period_end: endOf(thing, status), stage: STAGES[type] }
}

/** The provider's words. `incomplete`: the first payment has not come, so nothing was bought yet. */
function statusOf(status: Json | undefined): ToldSubscription['status'] | 'bad_event' {
  if (!isText(status)) return 'bad_event'
  switch (status) {
    case 'active':
    case 'trialing':
      return 'active'
    case 'past_due':
    case 'unpaid':
    case 'paused':
      return 'past_due'
    case 'canceled':
      return 'canceled'
    case 'incomplete':
    case 'incomplete_expired':
      return null
    default:
      return 'bad_event'
  }
}

/** Of several prices that are known the largest plan: extras may be bought beside it. */
function planOf(thing: JsonRecord, plans: ReadonlyMap<string, PaidPlan>): PaidPlan | null {
  const bought = entriesOf(thing.items).map(({ price }) => plans.get(idOf(price) ?? ''))
  if (bought.includes('enterprise')) return 'enterprise'
  return bought.includes('pro') ? 'pro' : null
}

/**
 * [Note: an end only where there is one] A subscription that renews itself is not over when its month is: the news of the
 * next payment may be late, and nobody loses their plan for that. If the payment fails the provider says so.
 */
function endOf(thing: JsonRecord, status: ToldSubscription['status']): string | null {
  if (status === 'canceled') return firstTime(thing.ended_at, thing.canceled_at)
  if (isTime(thing.cancel_at)) return isoTime(thing.cancel_at)
  if (thing.cancel_at_period_end !== true) return null
  // Until 2025 the period was the subscription's, since then each item has its own.
  const ends = entriesOf(thing.items).flatMap(({ current_period_end: end }) => (isTime(end) ? [end] : []))
  return ends.length > 0 ? isoTime(Math.max(...ends)) : firstTime(thing.current_period_end)
}

function firstTime(...times: (Json | undefined)[]): string | null {
  const time = times.find(isTime)
  return time === undefined ? null : isoTime(time)
}
