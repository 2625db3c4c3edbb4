import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor, type Row } from './engines'

type Told = {
  id?: string
  plan_id?: string
  status?: string | null
  period_end?: string | null
  stage?: number
}
type Billed = { id?: string; number?: string; status?: string; stage?: number; amount_cents?: number }

onEveryEngine((database) => {
  let ada: Actor
  let bob: Actor
  let customer: string
  beforeEach(async () => {
    ada = await database.signUp('Ada')
    bob = await database.signUp('Bob')
    customer = `cus_${randomUUID()}`
  })

  /** As the function does: with the service role's rights and no more. */
  async function record(event: Row): Promise<string> {
    const complete = {
      id: `evt_${randomUUID()}`,
      kind: 'test',
      happened_at: at(0),
      customer,
      person: null,
      subscription: null,
      invoice: null,
      ...event,
    }
    const rows = await database.engine.transaction(async (query) => {
      await query(`select set_config('role', 'service_role', true)`)
      return query('select record_billing_event($1) as outcome', [JSON.stringify(complete)])
    })
    return String(rows[0]?.outcome)
  }
  const at = (seconds: number) => new Date(Date.UTC(2025, 10, 1) + seconds * 1000).toISOString()
  const link = (person: string, seconds = 0) => record({ person, happened_at: at(seconds) })
  const subscribe = (told: Told, seconds = 0) =>
    record({
      happened_at: at(seconds),
      subscription: {
        id: `sub_${customer}`,
        plan_id: 'pro',
        status: 'active',
        period_end: null,
        stage: 1,
        ...told,
      },
    })
  const bill = (billed: Billed, seconds = 0) =>
    record({
      happened_at: at(seconds),
      invoice: {
        id: `in_${customer}`,
        number: customer,
        amount_cents: 900,
        currency: 'EUR',
        status: 'open',
        hosted_url: 'https://pay.example/1',
        period_start: '2025-11-01',
        period_end: '2025-11-30',
        issued_at: at(0),
        stage: 0,
        ...billed,
      },
    })
  const subscription = async (person: Actor) =>
    (await person.query('select plan_id, status, period_end from subscriptions'))[0]
  const plan = async (person: Actor) =>
    (await person.row('select subscription_plan from users')).subscription_plan
  const invoices = (person: Actor) => person.query('select number, status, amount_cents from invoices')

  test('a subscription and its invoice reach whoever the checkout was for, and nobody else', async () => {
    expect(await link(ada.id)).toBe('recorded')
    expect(await subscribe({})).toBe('recorded')
    expect(await bill({ status: 'paid', stage: 2 })).toBe('recorded')
    expect(await plan(ada)).toBe('pro')
    expect(await invoices(ada)).toEqual([{ number: customer, status: 'paid', amount_cents: 900 }])
    expect([await subscription(bob), await plan(bob), await invoices(bob)]).toEqual([undefined, 'free', []])
  })

  test('what comes before anybody knows whose it is waits, and is there once they do', async () => {
    expect(await subscribe({ plan_id: 'enterprise' })).toBe('waiting')
    expect(await bill({})).toBe('waiting')
    expect(await plan(ada)).toBe('free')
    expect(await link(ada.id)).toBe('recorded')
    expect(await plan(ada)).toBe('enterprise')
    expect(await invoices(ada)).toHaveLength(1)
  })

  test('of an account that never was, or is gone, it waits for good', async () => {
    expect(await link(randomUUID())).toBe('waiting')
    expect(await subscribe({})).toBe('waiting')
    customer = `cus_${randomUUID()}`
    await link(ada.id)
    await subscribe({})
    await ada.query('select delete_my_account()')
    expect(await subscribe({ status: 'canceled', stage: 2 }, 9)).toBe('waiting')
    expect(await bill({}, 9)).toBe('waiting')
  })

  test('an event counts once, also when two deliveries come at the same moment', async () => {
    await link(ada.id)
    const event = {
      id: `evt_${randomUUID()}`,
      subscription: { id: `sub_${customer}`, plan_id: 'pro', status: 'active', stage: 0 },
    }
    expect((await Promise.all([record(event), record(event)])).toSorted()).toEqual(['recorded', 'repeated'])
    // The same id with another content is the same event.
    expect(await record({ ...event, subscription: { ...event.subscription, plan_id: 'enterprise' } })).toBe(
      'repeated',
    )
    expect(await plan(ada)).toBe('pro')
  })

  describe('in whatever order they come', () => {
    const stories: [name: string, told: [Told, number][], end: Row][] = [
      [
        'the newest counts',
        [
          [{ plan_id: 'enterprise' }, 20],
          [{ plan_id: 'pro' }, 10],
        ],
        { plan_id: 'enterprise', status: 'active' },
      ],
      [
        'what has ended does not begin again',
        [
          [{ status: 'canceled', stage: 2 }, 30],
          [{ stage: 0 }, 0],
          [{ status: 'past_due' }, 20],
        ],
        { plan_id: 'pro', status: 'canceled' },
      ],
      [
        'of the same second the later stage counts',
        [
          [{ status: 'canceled', stage: 2 }, 5],
          [{ stage: 1 }, 5],
          [{ stage: 0 }, 5],
        ],
        { plan_id: 'pro', status: 'canceled' },
      ],
    ]
    test.each(stories)('%s', async (_name, told, end) => {
      await link(ada.id)
      for (const order of [told, told.toReversed()]) {
        const id = `sub_${randomUUID()}`
        customer = `cus_${randomUUID()}`
        const person = await database.signUp(`Person${randomUUID()}`)
        await link(person.id)
        for (const [change, seconds] of order) await subscribe({ id, ...change }, seconds)
        expect(await subscription(person)).toMatchObject(end)
      }
    })

    test('an older event is told apart from one that changed something', async () => {
      await link(ada.id)
      await subscribe({}, 10)
      expect(await subscribe({ status: 'past_due' }, 9)).toBe('outdated')
      expect(await subscribe({ status: 'past_due' }, 11)).toBe('recorded')
    })

    test('a paid invoice is not opened again by the news that it was issued', async () => {
      await link(ada.id)
      await bill({ status: 'paid', stage: 2 }, 7)
      expect(await bill({ status: 'open', stage: 0 }, 7)).toBe('outdated')
      expect(await bill({ status: 'open', stage: 0 }, 6)).toBe('outdated')
      expect(await invoices(ada)).toMatchObject([{ status: 'paid' }])
    })
  })

  describe('an account with several subscriptions', () => {
    test('has the best that counts; when that ends, the next; when none is left, the last is shown as ended', async () => {
      await link(ada.id)
      await subscribe({ id: `sub_a_${customer}`, plan_id: 'pro' }, 1)
      const first = customer
      customer = `cus_${randomUUID()}`
      await link(ada.id)
      await subscribe({ id: `sub_b_${customer}`, plan_id: 'enterprise' }, 2)
      expect(await plan(ada)).toBe('enterprise')
      await subscribe({ id: `sub_b_${customer}`, plan_id: 'enterprise', status: 'canceled', stage: 2 }, 3)
      expect(await plan(ada)).toBe('pro')
      const second = customer
      customer = first
      await subscribe({ id: `sub_a_${first}`, status: 'past_due' }, 4)
      expect(await subscription(ada)).toMatchObject({ plan_id: 'pro', status: 'past_due' })
      await subscribe({ id: `sub_a_${first}`, status: 'canceled', stage: 2 }, 5)
      expect(await subscription(ada)).toMatchObject({ plan_id: 'pro', status: 'canceled' })
      expect(await plan(ada)).toBe('free')
      customer = second
    })

    test('whoever names a foreign account at the checkout takes nothing away from it', async () => {
      await link(ada.id)
      await subscribe({ plan_id: 'enterprise' })
      customer = `cus_${randomUUID()}`
      await link(ada.id)
      await subscribe({ id: `sub_${customer}`, plan_id: 'pro' }, 1)
      await subscribe({ id: `sub_${customer}`, plan_id: 'pro', status: 'canceled', stage: 2 }, 2)
      expect(await subscription(ada)).toMatchObject({ plan_id: 'enterprise', status: 'active' })
    })

    test('a customer stays whose it is, and a subscription its customer’s', async () => {
      await link(ada.id)
      await subscribe({})
      const stolen = `sub_${customer}`
      await link(bob.id, 1)
      expect([await plan(ada), await plan(bob)]).toEqual(['pro', 'free'])
      customer = `cus_${randomUUID()}`
      await link(bob.id)
      expect(await subscribe({ id: stolen, plan_id: 'enterprise' }, 9)).toBe('outdated')
      expect([await plan(ada), await plan(bob)]).toEqual(['pro', 'free'])
    })
  })

  test('one that was begun and never paid is shown to nobody', async () => {
    await link(ada.id)
    expect(await subscribe({ status: null, stage: 0 })).toBe('recorded')
    expect(await subscription(ada)).toBeUndefined()
  })

  test('an invoice number that another account has stays that account’s', async () => {
    await database.admin(
      `insert into invoices (user_id, number, amount_cents, currency, status, period_start, period_end)
       values ($1, $2, 100, 'EUR', 'paid', '2025-10-01', '2025-10-31')`,
      [bob.id, customer],
    )
    await link(ada.id)
    await bill({ amount_cents: 5 })
    expect(await invoices(bob)).toEqual([{ number: customer, status: 'paid', amount_cents: 100 }])
    expect(await invoices(ada)).toEqual([])
  })

  test('event ids are kept for ninety days and then forgotten', async () => {
    const id = `evt_${randomUUID()}`
    await record({ id, person: ada.id })
    await database.admin(
      `update private.billing_events set received_at = now() - interval '89 days' where id = $1`,
      [id],
    )
    expect(await record({ id })).toBe('repeated')
    await database.admin(
      `update private.billing_events set received_at = now() - interval '91 days' where id = $1`,
      [id],
    )
    await record({})
    expect(await database.admin('select from private.billing_events where id = $1', [id])).toEqual([])
  })

  test('an account that is deleted while its payments come in is no deadlock', async () => {
    await link(ada.id)
    const payments = Array.from({ length: 12 }, (_, second) => subscribe({ stage: 1 }, second))
    const [, ...told] = await Promise.all([ada.query('select delete_my_account()'), ...payments])
    for (const outcome of told) expect(['recorded', 'waiting', 'outdated']).toContain(outcome)
    expect(await database.admin('select from subscriptions')).toEqual([])
  })

  test('nobody but the service role records anything', async () => {
    const forged = `select record_billing_event('{"id": "evt_x", "customer": "cus_x"}')`
    for (const actor of [ada, database.anonymous]) expect(await refusal(actor.query(forged))).toBe(NO_RIGHT)
  })
})
