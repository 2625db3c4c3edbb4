/**
 * The payment provider tells here what became of subscriptions and invoices. Runs as a Supabase Edge Function (./index.ts)
 * and, the same code, on the embedded Supabase. What is done with an event: [Note: billing events] in
 * supabase/migrations/20251122000320_billing.sql.
 *
 * [Note: what the provider is answered] 200 when an event has arrived for good, also when it is of no interest or a repeat;
 * anything else and it is sent again for three days. So what is our fault (no secret yet, an unknown price, a database that
 * is away) heals by itself once it is mended, and shows in the provider's list of failed deliveries until then.
 */
import type { BillingConfiguration } from './configuration.ts'
import { readEvent, type BillingEvent, type ReadEvent } from './readEvent.ts'
import { checkSignature } from './signature.ts'
import type { Json } from './values.ts'

export type BillingBackend = {
  supabaseUrl: string
  /** Passes every row-level security policy. It never leaves this function. */
  serviceKey: string
  configuration: BillingConfiguration
  fetch?: (request: Request) => Promise<Response>
  now?: () => number
}

/** The largest events there are have a few hundred kilobytes. */
const LONGEST_BODY = 1024 * 1024

export async function answerBillingEvent(request: Request, backend: BillingBackend): Promise<Response> {
  const { configuration, now = Date.now } = backend
  if (request.method !== 'POST') return reply(405, { message: 'method_not_allowed' })
  if (configuration.secrets.length === 0) return reply(503, { message: 'not_configured' })
  const body = await bodyOf(request)
  if (body === null) return reply(413, { message: 'too_large' })
  const header = request.headers.get('stripe-signature')
  const signed = await checkSignature(body, header, configuration.secrets, now())
  if (signed !== 'genuine') return reply(400, { message: signed === 'too_old' ? 'too_old' : 'bad_signature' })

  const read = parse(body, configuration)
  switch (read.is) {
    case 'ignored':
      return reply(200, { outcome: 'ignored' })
    case 'refused':
      return reply(422, { message: read.why })
    case 'event':
      try {
        return reply(200, { outcome: await record(read.event, backend) })
      } catch {
        // Never what it was: it may name a person or the key.
        return reply(503, { message: 'unavailable' })
      }
    default:
      return read satisfies never
  }
}

async function bodyOf(request: Request): Promise<Uint8Array<ArrayBuffer> | null> {
  if (Number(request.headers.get('content-length') ?? 0) > LONGEST_BODY) return null
  const body = new Uint8Array(await request.arrayBuffer())
  return body.length > LONGEST_BODY ? null : body
}

function parse(body: Uint8Array, { plans }: BillingConfiguration): ReadEvent {
  let told: Json
  try {
    told = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body))
  } catch {
    return { is: 'refused', why: 'bad_event' }
  }
  return readEvent(told, plans)
}

/** @returns what record_billing_event() says: recorded, repeated, outdated, waiting */
async function record(
  event: BillingEvent,
  { supabaseUrl, serviceKey, fetch: send = fetch }: BillingBackend,
): Promise<unknown> {
  const response = await send(
    new Request(`${supabaseUrl}/rest/v1/rpc/record_billing_event`, {
      method: 'POST',
      headers: {
        apikey: serviceKey,
        authorization: `Bearer ${serviceKey}`,
        'content-type': 'application/json',
      },
      body: JSON.stringify({ event }),
    }),
  )
  if (!response.ok) throw new Error(`record_billing_event answered ${response.status}`)
  return response.json()
}

/** For no page: there are no CORS headers here. */
const reply = (status: number, body: object) =>
  new Response(JSON.stringify(body), {
    status,
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
