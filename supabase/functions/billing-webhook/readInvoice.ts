import { entriesOf, isRecord, isText, isTime, isoTime, type Json, type JsonRecord } from './values.ts'

/** See private.billing_invoices; the rules of its values are those of public.invoices. */
export type BilledInvoice = {
  id: string
  number: string
  amount_cents: number
  currency: string
  status: keyof typeof STAGES
  hosted_url: string | null
  /** Days, both within the period. */
  period_start: string
  period_end: string
  issued_at: string
  stage: number
}

/** Of events in the same second the one that says more is the later: what is paid was open before. */
const STAGES = { open: 0, uncollectible: 1, paid: 2, void: 3 } as const
const isStatus = (status: Json | undefined): status is keyof typeof STAGES =>
  typeof status === 'string' && Object.hasOwn(STAGES, status)

const LARGEST_AMOUNT = 2 ** 31 - 1

/** An invoice of the provider's, in our words; `draft`: it has not been issued. */
export function readInvoice(thing: JsonRecord): BilledInvoice | 'draft' | 'bad_event' {
  const { id, number, status, total, currency, created } = thing
  if (status === 'draft' || status === null || number === null) return 'draft'
  if (!isText(id) || !isText(number) || number.length > 64 || !isStatus(status)) return 'bad_event'
  if (typeof total !== 'number' || !Number.isInteger(total) || total > LARGEST_AMOUNT) return 'bad_event'
  if (typeof currency !== 'string' || !/^[a-z]{3}$/i.test(currency) || !isTime(created)) return 'bad_event'
  const url = thing.hosted_invoice_url
  return {
    id,
    number,
    // A credit note is nothing to pay.
    amount_cents: Math.max(0, total),
    currency: currency.toUpperCase(),
    status,
    hosted_url: typeof url === 'string' && /^https:\/\/[^\s]+$/.test(url) ? url : null,
    ...daysOf(thing, created),
    issued_at: isoTime(issuedAt(thing) ?? created),
    stage: STAGES[status],
  }
}

function issuedAt({ status_transitions: changes }: JsonRecord): number | null {
  return isRecord(changes) && isTime(changes.finalized_at) ? changes.finalized_at : null
}

/** The invoice itself has the period of what was used, which for a subscription is a moment: its lines have what is paid. */
function daysOf(thing: JsonRecord, created: number) {
  const periods = entriesOf(thing.lines)
    .map(({ period }) => period)
    .filter(isRecord)
  const starts = periods.map(({ start }) => start).filter(isTime)
  const ends = periods.map(({ end }) => end).filter(isTime)
  const start =
    starts.length > 0 ? Math.min(...starts) : isTime(thing.period_start) ? thing.period_start : created
  const end = ends.length > 0 ? Math.max(...ends) : isTime(thing.period_end) ? thing.period_end : start
  // The end is the first moment that is not paid.
  return { period_start: dayOf(start), period_end: dayOf(Math.max(start, end - 1)) }
}

const dayOf = (seconds: number) => isoTime(seconds).slice(0, 10)
