import { beforeEach, describe, expect, test } from 'vitest'
import { BROKEN_CHECK, DUPLICATE, NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'

const INSERT = `insert into invoices (user_id, number, amount_cents, currency, status, hosted_url, period_start, period_end)
  values ($1, $2, $3, $4, $5, $6, '2025-11-01', $7)`

onEveryEngine((database) => {
  let ada: Actor
  let bob: Actor
  beforeEach(async () => {
    ada = await database.signUp('Ada')
    bob = await database.signUp('Bob')
    await bill(ada)
  })
  const bill = (
    person: Actor,
    changes: Partial<Record<'number' | 'currency' | 'status' | 'url' | 'end', string>> & {
      cents?: number
    } = {},
  ) => {
    const {
      number = 'PM-1',
      cents = 900,
      currency = 'EUR',
      status = 'paid',
      url = null,
      end = '2025-11-30',
    } = changes
    return database.admin(INSERT, [person.id, number, cents, currency, status, url, end])
  }

  test('owner: reads their own', async () => {
    expect(await ada.query('select number, amount_cents, currency, status from invoices')).toEqual([
      { number: 'PM-1', amount_cents: 900, currency: 'EUR', status: 'paid' },
    ])
  })

  test('stranger: reads none of them', async () => {
    expect(await bob.query('select * from invoices')).toEqual([])
  })

  test('nobody signed in writes one', async () => {
    for (const statement of [
      `update invoices set status = 'paid'`,
      'delete from invoices',
      `insert into invoices (user_id, number, amount_cents, currency, status, period_start, period_end)
       values (auth.uid(), 'PM-2', 0, 'EUR', 'paid', '2025-11-01', '2025-11-30')`,
    ]) {
      expect(await refusal(ada.query(statement))).toBe(NO_RIGHT)
      expect(await refusal(database.anonymous.query(statement))).toBe(NO_RIGHT)
    }
    expect(await refusal(database.anonymous.query('select * from invoices'))).toBe(NO_RIGHT)
  })

  describe('the billing side cannot write', () => {
    test.each([
      ['an amount below nothing', { cents: -1 }, BROKEN_CHECK],
      ['a currency of no shape', { currency: 'eur' }, BROKEN_CHECK],
      ['an unknown status', { status: 'lost' }, BROKEN_CHECK],
      ['a link that is not https', { url: 'javascript:alert(1)' }, BROKEN_CHECK],
      ['a period that ends before it starts', { end: '2025-10-31' }, BROKEN_CHECK],
      ['the same number twice', {}, DUPLICATE],
    ])('%s', async (_, changes, code) => {
      const number = code === DUPLICATE ? 'PM-1' : 'PM-2'
      expect(await refusal(bill(ada, { number, ...changes }))).toBe(code)
    })
  })

  test('they go with the account', async () => {
    await ada.query('select delete_my_account()')
    expect(await database.admin('select from invoices')).toEqual([])
  })
})
