import { describe, expect, test } from 'vitest'
import { NO_SUCH_REFERENCE, refusal } from '../engines'
import { inOneWorld } from './world'

const IMPOSSIBLE_VALUE = '23514'

const event = (id: string, kind = `'invoice.paid'`) =>
  `insert into private.billing_events (id, kind, happened_at) values (${id}, ${kind}, now())`
const customer = (id: string, user = 'null') =>
  `insert into private.billing_customers (id, user_id) values (${id}, ${user})`
const subscription = (status: string, plan = `'pro'`, of = `'cus_1'`) =>
  `insert into private.billing_subscriptions (id, customer_id, plan_id, status, happened_at, stage)
   values ('sub_1', ${of}, ${plan}, ${status}, now(), 1)`
const invoice = (of: string) =>
  `insert into private.billing_invoices (id, customer_id, number, amount_cents, currency, status, period_start, period_end, issued_at, happened_at, stage)
   values ('in_1', ${of}, 'P-1', 900, 'EUR', 'paid', now(), now(), now(), now(), 1)`

inOneWorld((world) => {
  /** As the owner of the database. */
  const tell = (...sql: string[]) =>
    refusal(
      world().rehearse(async (play) => {
        for (const one of sql) await play.admin(one)
      }),
    )

  describe('what the payment provider tells has a name and a length', () => {
    test.each([
      event(`''`),
      event(`repeat('e', 256)`),
      event(`'evt_1'`, `''`),
      event(`'evt_1'`, `repeat('k', 101)`),
      customer(`''`),
      customer(`repeat('c', 256)`),
    ])('%s', async (sql) => {
      expect(await tell(sql)).toBe(IMPOSSIBLE_VALUE)
    })

    test('a subscription is in a state that we know, or in none yet', async () => {
      expect(await tell(customer(`'cus_1'`), subscription(`'free_for_ever'`))).toBe(IMPOSSIBLE_VALUE)
    })

    test('the shortest and the longest are kept', async () => {
      await world().rehearse(async (play) => {
        for (const id of [`'e'`, `repeat('e', 255)`]) await play.admin(event(id, `repeat('k', 100)`))
        for (const id of [`'c'`, `repeat('c', 255)`, `'cus_1'`]) await play.admin(customer(id))
        await play.admin(subscription('null'))
        const kept = await play.admin(
          `update private.billing_events set kind = 'k' where id in ('e', repeat('e', 255)) returning id`,
        )
        expect(kept).toHaveLength(2)
      })
    })
  })

  describe('nothing refers to what is not there', () => {
    test.each([
      [customer(`'cus_1'`, 'gen_random_uuid()')],
      [subscription(`'active'`, `'pro'`, `'cus_0'`)],
      [customer(`'cus_1'`), subscription(`'active'`, `'gold'`)],
      [invoice(`'cus_0'`)],
    ])('%s', async (...sql) => {
      expect(await tell(...sql)).toBe(NO_SUCH_REFERENCE)
    })

    test('with a customer goes what is known of them', async () => {
      await world().rehearse(async (play) => {
        await play.admin(customer(`'cus_1'`))
        await play.admin(subscription(`'active'`))
        await play.admin(invoice(`'cus_1'`))
        await play.admin(`delete from private.billing_customers where id = 'cus_1'`)
        expect(await play.admin(`select id from private.billing_subscriptions where id = 'sub_1'`)).toEqual(
          [],
        )
        expect(await play.admin(`select id from private.billing_invoices where id = 'in_1'`)).toEqual([])
      })
    })
  })
})
