import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { answerBillingEvent } from '../../supabase/functions/billing-webhook/handler'
import { startEmbedded, type StartedServer } from '../../supabase/embedded/node/startServer'
import {
  checkoutCompleted,
  invoiceChanged,
  PRICE_ENTERPRISE,
  PRICE_PRO,
  signatureHeader,
  signatureOf,
  subscriptionChanged,
  type Api,
  type ProviderEvent,
} from '../fixtures/billingEvents'
import { must, signUp, type Person } from './people'

const SECRET = 'whsec_test_of_the_tests'
const NEXT_SECRET = 'whsec_the_next_one'
const configuration = {
  secrets: [SECRET, NEXT_SECRET],
  plans: new Map([
    [PRICE_PRO, 'pro'],
    [PRICE_ENTERPRISE, 'enterprise'],
  ] as const),
}
const now = () => Math.floor(Date.now() / 1000)

let server: StartedServer
let ada: Person
let customer: string
let subscription: string
beforeAll(async () => {
  server = await startEmbedded({ memory: true, functions: { billing: configuration } })
})
afterAll(() => server.close())
beforeEach(async () => {
  ada = await signUp(server, 'Ada')
  const id = crypto.randomUUID().slice(0, 12)
  customer = `cus_${id}`
  subscription = `sub_${id}`
})

const send = (body: string, header: string | null, init: RequestInit = {}) =>
  fetch(`${server.url}/functions/v1/billing-webhook`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(header === null ? {} : { 'stripe-signature': header }),
    },
    body,
    ...init,
  })
/** As the provider delivers. @returns status and what was answered */
async function deliver(event: ProviderEvent, { secret = SECRET, at = now() } = {}) {
  const body = JSON.stringify(event, null, 2)
  return said(await send(body, await signatureHeader(body, secret, at)))
}
async function said(answer: Response) {
  const { outcome, message }: { outcome?: string; message?: string } = await answer.json()
  return `${answer.status} ${outcome ?? message}`
}
const link = (person: string | null = ada.id) =>
  deliver(checkoutCompleted(customer, person, subscription, { created: now() }))
const shown = async () => ({
  plan: must(await ada.client.from('users').select('subscription_plan').single()).subscription_plan,
  subscription: must(await ada.client.from('subscriptions').select('plan_id, status, period_end'))[0],
  invoices: must(
    await ada.client.from('invoices').select('number, amount_cents, currency, status, hosted_url'),
  ),
})

describe('a purchase', () => {
  test.each<Api>(['2024-06-20', '2025-09-30.clover'])(
    'as events of version %s: bought, billed, paid, renewed, to be ended, ended',
    async (api) => {
      const begin = now() - 1000
      const invoice = `in_${customer}`
      const number = `A-${customer}`
      expect(await link()).toBe('200 recorded')
      const created = subscriptionChanged(customer, subscription, {
        is: 'created',
        status: 'incomplete',
        created: begin,
        api,
      })
      expect(await deliver(created)).toBe('200 recorded')
      expect((await shown()).subscription).toBeUndefined()
      const draft = { type: 'invoice.created', status: 'draft', number: null, created: begin, api }
      expect(await deliver(invoiceChanged(customer, invoice, draft))).toBe('200 ignored')
      const open = { type: 'invoice.finalized', status: 'open', number, created: begin + 1, api }
      expect(await deliver(invoiceChanged(customer, invoice, open))).toBe('200 recorded')
      expect((await shown()).invoices).toMatchObject([{ status: 'open' }])
      const paid = { type: 'invoice.paid', status: 'paid', number, created: begin + 2, api }
      expect(await deliver(invoiceChanged(customer, invoice, paid))).toBe('200 recorded')
      const update = (change: object, seconds: number) =>
        deliver(
          subscriptionChanged(customer, subscription, {
            is: 'updated',
            created: begin + seconds,
            api,
            ...change,
          }),
        )
      expect(await update({}, 3)).toBe('200 recorded')
      expect(await shown()).toEqual({
        plan: 'pro',
        // Renews itself: no end.
        subscription: { plan_id: 'pro', status: 'active', period_end: null },
        invoices: [
          {
            number,
            amount_cents: 900,
            currency: 'EUR',
            status: 'paid',
            hosted_url: `https://invoice.example/i/${invoice}`,
          },
        ],
      })
      expect(await update({ price: PRICE_ENTERPRISE }, 4)).toBe('200 recorded')
      expect((await shown()).plan).toBe('enterprise')
      expect(await update({ price: PRICE_ENTERPRISE, status: 'past_due' }, 5)).toBe('200 recorded')
      expect(await shown()).toMatchObject({ plan: 'free', subscription: { status: 'past_due' } })
      const end = now() + 9000
      expect(await update({ cancelAtPeriodEnd: true, periodEnd: end }, 6)).toBe('200 recorded')
      const ending = await shown()
      expect(ending).toMatchObject({ plan: 'pro', subscription: { status: 'active' } })
      expect(Date.parse(ending.subscription?.period_end ?? '')).toBe(end * 1000)
      const ended = { is: 'deleted', status: 'canceled', created: begin + 7, api } as const
      expect(await deliver(subscriptionChanged(customer, subscription, ended))).toBe('200 recorded')
      expect(await shown()).toMatchObject({ plan: 'free', subscription: { status: 'canceled' } })
    },
  )

  test('in the worst order comes to the same', async () => {
    const begin = now() - 100
    const story = [
      invoiceChanged(customer, 'in_1' + customer, {
        type: 'invoice.paid',
        status: 'paid',
        number: `B-${customer}`,
        created: begin + 2,
      }),
      invoiceChanged(customer, 'in_1' + customer, {
        type: 'invoice.finalized',
        status: 'open',
        number: `B-${customer}`,
        created: begin + 2,
      }),
      subscriptionChanged(customer, subscription, {
        is: 'updated',
        created: begin + 3,
        price: PRICE_ENTERPRISE,
      }),
      subscriptionChanged(customer, subscription, {
        is: 'created',
        created: begin + 3,
        status: 'incomplete',
      }),
    ]
    expect(await Promise.all(story.map((event) => deliver(event)))).toContain('200 waiting')
    expect((await shown()).plan).toBe('free')
    expect(await link()).toBe('200 recorded')
    expect(await shown()).toMatchObject({ plan: 'enterprise', invoices: [{ status: 'paid' }] })
  })

  test('delivered twice, or by two servers at once, counts once', async () => {
    await link()
    const event = subscriptionChanged(customer, subscription, { is: 'created', created: now() })
    const both = await Promise.all([deliver(event), deliver(event)])
    expect(both.toSorted()).toEqual(['200 recorded', '200 repeated'])
    expect(await deliver(event, { at: now() + 1 })).toBe('200 repeated')
  })

  test('of an account that there is not waits, and of nobody’s checkout is no business of ours', async () => {
    expect(await link(crypto.randomUUID())).toBe('200 waiting')
    expect(await link(null)).toBe('200 ignored')
    expect(await link('order 7')).toBe('200 ignored')
    expect(
      await deliver(subscriptionChanged(customer, subscription, { is: 'created', created: now() })),
    ).toBe('200 waiting')
    expect((await shown()).plan).toBe('free')
  })

  test('of a price that is not configured is refused, so that it comes again once it is', async () => {
    await link()
    const foreign = { is: 'created', created: now(), price: 'price_of_something_else' } as const
    expect(await deliver(subscriptionChanged(customer, subscription, foreign))).toBe('422 unknown_price')
    expect((await shown()).plan).toBe('free')
  })
})

describe('whoever is not the provider', () => {
  const event = () =>
    subscriptionChanged(customer, subscription, { is: 'created', created: now(), price: PRICE_ENTERPRISE })
  beforeEach(() => link())
  const unchanged = async () => expect((await shown()).plan).toBe('free')

  test.each<[string, (body: string) => Promise<string | null> | string | null]>([
    ['no signature', () => null],
    ['an empty one', () => ''],
    ['one without a time', async (body) => `v1=${await signatureOf(body, SECRET, now())}`],
    ['one of another secret', (body) => signatureHeader(body, 'whsec_guessed', now())],
    ['one of an empty secret', (body) => signatureHeader(body, ' ', now())],
    ['one of another body', (body) => signatureHeader(`${body} `, SECRET, now())],
    ['one of another time', async (body) => `t=${now()},v1=${await signatureOf(body, SECRET, now() - 100)}`],
    [
      'the right one in the scheme v0',
      async (body) => `t=${now()},v0=${await signatureOf(body, SECRET, now())}`,
    ],
    [
      'half of the right one',
      async (body) => `t=${now()},v1=${(await signatureOf(body, SECRET, now())).slice(0, 32)}`,
    ],
    [
      'the right one among too many',
      async (body) =>
        `t=${now()},${`v1=${'0'.repeat(64)},`.repeat(5)}v1=${await signatureOf(body, SECRET, now())}`,
    ],
  ])('with %s changes nothing', async (_what, header) => {
    const body = JSON.stringify(event())
    expect(await said(await send(body, await header(body)))).toBe('400 bad_signature')
    await unchanged()
  })

  test.each([
    ['six minutes old', -360, '400 too_old'],
    ['six minutes from now', 360, '400 too_old'],
    ['four minutes old', -240, '200 recorded'],
  ])('with a delivery that is %s', async (_what, seconds, answer) => {
    expect(await deliver(event(), { at: now() + seconds })).toBe(answer)
  })

  test('while the secret is being changed, both are good, and so are two signatures', async () => {
    expect(await deliver(event(), { secret: NEXT_SECRET })).toBe('200 recorded')
    const body = JSON.stringify(event())
    const header = `t=${now()},v1=${await signatureOf(body, 'whsec_before', now())},v1=${await signatureOf(body, SECRET, now())}`
    expect(await said(await send(body, header))).toBe('200 recorded')
  })

  test('asks the database itself in vain', async () => {
    const told = { event: { id: 'evt_mine', customer, subscription: { plan_id: 'enterprise' } } }
    expect((await ada.client.rpc('record_billing_event', told)).error?.code).toBe('42501')
    await unchanged()
  })
})

describe('what the provider sends that cannot be used', () => {
  const sent = async (body: string) => said(await send(body, await signatureHeader(body, SECRET, now())))
  test.each([
    ['', '422 bad_event'],
    ['no json', '422 bad_event'],
    ['null', '422 bad_event'],
    ['[]', '422 bad_event'],
    ['{"id": "evt_1"}', '422 bad_event'],
    [
      '{"id": "evt_1", "type": "customer.subscription.created", "created": "today", "data": {"object": {}}}',
      '422 bad_event',
    ],
    [
      '{"id": "evt_1", "type": "customer.subscription.created", "created": 1, "data": {"object": {"id": "sub"}}}',
      '422 bad_event',
    ],
    [
      '{"id": "evt_1", "type": "invoice.paid", "created": 1, "data": {"object": {"object": "invoice"}}}',
      '422 bad_event',
    ],
    [
      '{"id": "evt_1", "type": "payment_intent.succeeded", "created": 1, "data": {"object": {}}}',
      '200 ignored',
    ],
  ])('%s: %s', async (body, answer) => {
    expect(await sent(body)).toBe(answer)
  })

  test('an invoice that is a credit is nothing to pay, and its page must be https', async () => {
    await link()
    const odd = {
      type: 'invoice.finalized',
      status: 'paid',
      number: `C-${customer}`,
      total: -500,
      hostedUrl: 'http://x',
      created: now(),
    }
    expect(await deliver(invoiceChanged(customer, 'in_' + customer, odd))).toBe('200 recorded')
    expect((await shown()).invoices).toMatchObject([{ amount_cents: 0, hosted_url: null }])
  })

  test('is not read when it is too large, or not posted', async () => {
    const body = ' '.repeat(1024 * 1024 + 1)
    expect(await said(await send(body, 't=1,v1=00'))).toBe('413 too_large')
    const got = await fetch(`${server.url}/functions/v1/billing-webhook`)
    expect(await said(got)).toBe('405 method_not_allowed')
    expect(got.headers.get('access-control-allow-origin')).toBeNull()
    expect((await fetch(`${server.url}/functions/v1/another`, { method: 'POST' })).status).toBe(404)
  })
})

describe('what is our own fault is told so that it comes again', () => {
  const ask =
    (secrets: readonly string[], status = 500) =>
    async () => {
      const body = JSON.stringify(checkoutCompleted(customer, ada.id, subscription, { created: now() }))
      const request = new Request('https://films.example/functions/v1/billing-webhook', {
        method: 'POST',
        headers: { 'stripe-signature': await signatureHeader(body, SECRET, now()) },
        body,
      })
      return answerBillingEvent(request, {
        supabaseUrl: 'https://films.example',
        serviceKey: 'sb_secret_very',
        configuration: { ...configuration, secrets },
        fetch: () => Promise.resolve(new Response('secret detail', { status })),
      })
    }
  test('nothing is configured yet', async () => {
    expect(await said(await ask([])())).toBe('503 not_configured')
  })
  test('the database is away: nothing is told of why', async () => {
    expect(await said(await ask([SECRET])())).toBe('503 unavailable')
  })
})
