import type { PaidPlan } from './configuration.ts'
import { readInvoice, type BilledInvoice } from './readInvoice.ts'
import { readSubscription, type ToldSubscription } from './readSubscription.ts'
import { idOf, isRecord, isText, isTime, isoTime, type Json } from './values.ts'

/** An event as record_billing_event() takes it: [Note: billing events] in supabase/migrations/20251122000320_billing.sql. */
export type BillingEvent = {
  id: string
  kind: string
  happened_at: string
  customer: string
  /** The account that the page named to the checkout. */
  person: string | null
  subscription: ToldSubscription | null
  invoice: BilledInvoice | null
}

export type ReadEvent =
  | { is: 'event'; event: BillingEvent }
  /** Of no interest here. The provider is told that it arrived. */
  | { is: 'ignored' }
  /** Something that should have been understood: the provider tries again for days, and tells its owner. */
  | { is: 'refused'; why: 'bad_event' | 'unknown_price' }

const BAD = { is: 'refused', why: 'bad_event' } as const
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What a delivered event says about accounts here. Every shape the provider has used since 2022 is understood. */
export function readEvent(told: Json, plans: ReadonlyMap<string, PaidPlan>): ReadEvent {
  if (!isRecord(told)) return BAD
  const { id, type, created, data } = told
  if (!isText(id) || !isText(type) || !isTime(created) || !isRecord(data) || !isRecord(data.object))
    return BAD
  const thing = data.object
  const common = { id, kind: type, happened_at: isoTime(created) }
  const customer = idOf(thing.customer)
  switch (type) {
    case 'checkout.session.completed': {
      const reference = thing.client_reference_id
      // Payments of somebody who did not come from our page, or without a customer, concern no account.
      if (!isText(reference) || !UUID.test(reference) || customer === null) return { is: 'ignored' }
      return {
        is: 'event',
        event: { ...common, customer, person: reference, subscription: null, invoice: null },
      }
    }
    case 'customer.subscription.created':
    case 'customer.subscription.updated':
    case 'customer.subscription.deleted': {
      const subscription = readSubscription(thing, type, plans)
      if (customer === null || subscription === 'bad_event') return BAD
      if (subscription === 'unknown_price') return { is: 'refused', why: 'unknown_price' }
      return { is: 'event', event: { ...common, customer, person: null, subscription, invoice: null } }
    }
    default: {
      if (!type.startsWith('invoice.') || thing.object !== 'invoice') return { is: 'ignored' }
      const invoice = readInvoice(thing)
      if (invoice === 'draft') return { is: 'ignored' }
      if (invoice === 'bad_event' || customer === null) return BAD
      return { is: 'event', event: { ...common, customer, person: null, subscription: null, invoice } }
    }
  }
}
