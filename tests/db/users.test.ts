import { describe, expect, test } from 'vitest'
import { BROKEN_CHECK, NO_RIGHT, onEveryEngine, refusal } from './engines'
import { uploadFile } from './studio'

onEveryEngine((database) => {
  describe('users', () => {
    test('an account gets a profile: the name from the sign-up form, everything else from the database', async () => {
      const ada = await database.signUp('Ada', {
        display_name: '  Ada Lovelace ',
        subscription_plan: 'enterprise',
        total_storage_bytes: -5,
        role: 'service_role',
      })
      expect(await ada.row('select * from users')).toMatchObject({
        id: ada.id,
        email: 'ada@example.com',
        display_name: 'Ada Lovelace',
        avatar_path: null,
        language: 'en',
        subscription_plan: 'free',
        total_storage_bytes: 0,
        closing_since: null,
      })
    })

    test('an account speaks the language it was made in; what is no language is English', async () => {
      const spoken = async (name: string, language: unknown) => {
        const person = await database.signUp(name, { language })
        return (await person.row('select language from users')).language
      }
      expect(await spoken('Ko', 'ko')).toBe('ko')
      expect(await spoken('Pt', 'pt-BR')).toBe('pt-BR')
      for (const [index, wrong] of ['english', 'de\nfr', '', 5, null, { de: 1 }].entries())
        expect({ wrong, language: await spoken(`Wrong${index}`, wrong) }).toEqual({ wrong, language: 'en' })
    })

    test('an overlong name is cut, a missing one is empty', async () => {
      const long = await database.signUp('Long', { display_name: 'x'.repeat(500) })
      const none = await database.signUp('None', {})
      expect(String((await long.row('select display_name from users')).display_name)).toHaveLength(80)
      expect((await none.row('select display_name from users')).display_name).toBe('')
    })

    test('the profile follows a changed e-mail address', async () => {
      const ada = await database.signUp('Ada')
      await database.admin(`update auth.users set email = 'new@example.com' where id = $1`, [ada.id])
      expect((await ada.row('select email from users')).email).toBe('new@example.com')
    })

    test('owner: reads and changes name, language and picture', async () => {
      const ada = await database.signUp('Ada')
      const avatar = await uploadFile(ada)
      expect((await ada.row('select keep_location from users')).keep_location).toBe(false)
      await ada.query(
        `update users set display_name = 'A', language = 'pt-BR', avatar_path = $1, keep_location = true`,
        [avatar],
      )
      expect(await ada.row('select * from users')).toMatchObject({
        display_name: 'A',
        language: 'pt-BR',
        avatar_path: avatar,
        keep_location: true,
      })
    })

    test.each([
      [`update users set display_name = repeat('x', 81)`, BROKEN_CHECK],
      [`update users set language = 'english'`, BROKEN_CHECK],
      [`update users set avatar_path = '../secret.jpg'`, NO_RIGHT],
      [`update users set avatar_path = id || '/../../x.svg'`, BROKEN_CHECK],
      [`update users set avatar_path = gen_random_uuid() || '/' || gen_random_uuid() || '.jpg'`, NO_RIGHT],
      [`update users set email = 'root@example.com'`, NO_RIGHT],
      [`update users set subscription_plan = 'enterprise'`, NO_RIGHT],
      [`update users set total_storage_bytes = 0`, NO_RIGHT],
      [`update users set id = gen_random_uuid()`, NO_RIGHT],
      [`insert into users (id, email) values (gen_random_uuid(), 'x')`, NO_RIGHT],
      [`delete from users`, NO_RIGHT],
    ])('owner: refused: %s', async (statement, code) => {
      const ada = await database.signUp('Ada')
      expect(await refusal(ada.query(statement))).toBe(code)
    })

    test('stranger: sees and changes nobody else', async () => {
      const ada = await database.signUp('Ada')
      const eve = await database.signUp('Eve')
      expect(await eve.query('select id from users')).toEqual([{ id: eve.id }])
      expect(
        await eve.query(`update users set display_name = 'x' where id = $1 returning id`, [ada.id]),
      ).toEqual([])
      expect((await ada.row('select display_name from users')).display_name).toBe('Ada')
    })

    test('anonymous: no right at all', async () => {
      await database.signUp('Ada')
      expect(await refusal(database.anonymous.query('select * from users'))).toBe(NO_RIGHT)
      expect(await refusal(database.anonymous.query(`update users set display_name = 'x'`))).toBe(NO_RIGHT)
    })
  })

  describe('plans', () => {
    test('everybody reads them, nobody changes them', async () => {
      const ada = await database.signUp('Ada')
      for (const actor of [ada, database.anonymous]) {
        expect(await actor.query('select * from plans order by monthly_videos')).toMatchObject([
          {
            id: 'free',
            monthly_videos: 30,
            max_storage_bytes: 2 * 1024 ** 3,
            max_photos: 200,
            max_duration_seconds: 1800,
            max_active_jobs: 3,
          },
          { id: 'pro' },
          { id: 'enterprise' },
        ])
        expect(await refusal(actor.query('update plans set monthly_videos = 1000000'))).toBe(NO_RIGHT)
        expect(await refusal(actor.query('delete from plans'))).toBe(NO_RIGHT)
      }
    })
  })

  describe('subscriptions', () => {
    const subscribe = (person: string, plan: string, status = 'active', end: string | null = null) =>
      database.admin(
        `insert into subscriptions (user_id, plan_id, status, period_end) values ($1, $2, $3, $4)
         on conflict (user_id) do update set plan_id = $2, status = $3, period_end = $4`,
        [person, plan, status, end],
      )
    const countedPlan = async (person: string) =>
      (await database.admin('select id from private.plan_of($1)', [person]))[0]?.id

    test('an active one shows and counts; unpaid, lapsed or gone, the plan is free again', async () => {
      const ada = await database.signUp('Ada')
      const shown = async () => (await ada.row('select subscription_plan from users')).subscription_plan
      await subscribe(ada.id, 'pro')
      expect([await shown(), await countedPlan(ada.id)]).toEqual(['pro', 'pro'])
      await subscribe(ada.id, 'pro', 'past_due')
      expect([await shown(), await countedPlan(ada.id)]).toEqual(['free', 'free'])
      await subscribe(ada.id, 'pro', 'active', '2020-01-01T00:00:00Z')
      expect([await shown(), await countedPlan(ada.id)]).toEqual(['free', 'free'])
      await subscribe(ada.id, 'enterprise', 'active', '2999-01-01T00:00:00Z')
      expect([await shown(), await countedPlan(ada.id)]).toEqual(['enterprise', 'enterprise'])
      await database.admin('delete from subscriptions')
      expect([await shown(), await countedPlan(ada.id)]).toEqual(['free', 'free'])
    })

    test('owner: reads it but cannot write it; stranger: sees nothing; anonymous: no right', async () => {
      const ada = await database.signUp('Ada')
      const eve = await database.signUp('Eve')
      await subscribe(ada.id, 'pro')
      expect(await ada.query('select plan_id from subscriptions')).toEqual([{ plan_id: 'pro' }])
      expect(await eve.query('select plan_id from subscriptions')).toEqual([])
      const gift = `insert into subscriptions (user_id, plan_id, status) values ($1, 'pro', 'active')`
      expect(await refusal(eve.query(gift, [eve.id]))).toBe(NO_RIGHT)
      expect(await refusal(ada.query(`update subscriptions set plan_id = 'enterprise'`))).toBe(NO_RIGHT)
      expect(await refusal(ada.query('delete from subscriptions'))).toBe(NO_RIGHT)
      expect(await refusal(database.anonymous.query('select * from subscriptions'))).toBe(NO_RIGHT)
    })
  })

  describe('usage_counters', () => {
    test('owner: reads; stranger: nothing; nobody writes', async () => {
      const ada = await database.signUp('Ada')
      const eve = await database.signUp('Eve')
      await database.admin(
        `insert into usage_counters (user_id, period, videos) values ($1, '2025-11-01', 4)`,
        [ada.id],
      )
      expect(await ada.query('select videos from usage_counters')).toEqual([{ videos: 4 }])
      expect(await eve.query('select videos from usage_counters')).toEqual([])
      expect(await refusal(ada.query('update usage_counters set videos = 0'))).toBe(NO_RIGHT)
      expect(await refusal(ada.query('delete from usage_counters'))).toBe(NO_RIGHT)
      const insert = `insert into usage_counters (user_id, period) values ($1, '2025-12-01')`
      expect(await refusal(ada.query(insert, [ada.id]))).toBe(NO_RIGHT)
      expect(await refusal(database.anonymous.query('select * from usage_counters'))).toBe(NO_RIGHT)
    })
  })
})
