import { describe, expect, test } from 'vitest'
import { Actor, onEveryEngine, refusal, type Row } from '../engines'
import { enqueue, filmableProject, finishFilm, invitePeople, reserveUpload, startFilm } from '../studio'

const GIGABYTE = 1024 ** 3
const FREE_BYTES = 2 * GIGABYTE

/** Somebody whose token claims what nobody granted. */
class Boaster extends Actor {
  override get claims(): string {
    const plan = { plan: 'enterprise', subscription_plan: 'enterprise' }
    return JSON.stringify({
      ...(JSON.parse(super.claims) as Row),
      ...plan,
      app_metadata: plan,
      user_metadata: plan,
    })
  }
}

onEveryEngine((database) => {
  const account = async (actor: Actor) =>
    (await database.admin('select * from users where id = $1', [actor.id]))[0] ?? {}

  /** What somebody is answered who has used up all that the free plan gives. */
  const beyondFree = async (actor: Actor) => {
    const project = await filmableProject(actor)
    await database.admin('update users set total_storage_bytes = $1 where id = $2', [FREE_BYTES, actor.id])
    const storage = await refusal(reserveUpload(actor))
    await database.admin(
      `insert into usage_counters (user_id, period, videos)
       values ($1, date_trunc('month', now() at time zone 'utc')::date, 30)`,
      [actor.id],
    )
    const month = await refusal(enqueue(actor, project))
    await database.admin('update usage_counters set videos = 3')
    const born = `insert into generated_videos (project_id, cut, user_id, request_key, settings)
      select $1, 'cut-' || n, $2, gen_random_uuid(), '{}' from generate_series(1, 3) as n`
    await database.admin(born, [project, actor.id])
    return { storage, month, atOnce: await refusal(enqueue(actor, project, { cut: 'one-more' })) }
  }
  const REFUSED = {
    storage: 'PT402 storage_quota',
    month: 'PT402 monthly_quota',
    atOnce: 'PT429 too_many_active',
  }
  const GRANTED = { storage: 'accepted', month: 'accepted', atOnce: 'accepted' }

  describe('whoever signs up with', () => {
    test.each<[string, Row]>([
      ['a plan', { subscription_plan: 'enterprise' }],
      ['a plan by another name', { plan: 'enterprise', plan_id: 'enterprise' }],
      ['a subscription', { subscription: { plan_id: 'pro', status: 'active' }, status: 'active' }],
      ['less than no bytes', { total_storage_bytes: -1_000_000_000_000 }],
      ['more than all bytes', { max_storage_bytes: 1_000_000_000_000 }],
      ['a role', { role: 'service_role', is_admin: true }],
      [
        'somebody else’s id',
        { id: '00000000-0000-4000-8000-000000000000', user_id: '00000000-0000-4000-8000-000000000000' },
      ],
      ['somebody else’s address', { email: 'boss@example.com' }],
      ['a name that is a thing', { display_name: { plan: 'pro' } }],
      ['a name without end', { display_name: 'x'.repeat(100_000) }],
      ['no metadata', {}],
    ])('%s gets the free plan', async (_what, metadata) => {
      const eve = await database.signUp('Eve', metadata)
      const row = await account(eve)
      expect(row).toMatchObject({
        id: eve.id,
        email: 'eve@example.com',
        subscription_plan: 'free',
        total_storage_bytes: 0,
        language: 'en',
        avatar_path: null,
      })
      expect(String(row.display_name).length).toBeLessThanOrEqual(80)
      expect(await database.admin('select from subscriptions')).toEqual([])
      await database.admin('update auth.users set raw_user_meta_data = $1', [
        JSON.stringify({ ...metadata, subscription_plan: 'pro', display_name: 'Changed' }),
      ])
      expect(await account(eve)).toEqual(row)
    })

    test('claims of a plan in their token is answered as before', async () => {
      const { id } = await database.signUp('Eve')
      expect(await beyondFree(new Boaster(() => database.engine, id))).toEqual(REFUSED)
    })
  })

  describe('a subscription that is', () => {
    test.each([
      ['active without an end', 'pro', 'active', null, GRANTED],
      ['active until tomorrow', 'pro', 'active', '1 day', GRANTED],
      ['active until a minute from now, of the largest plan', 'enterprise', 'active', '1 minute', GRANTED],
      ['active until a second ago', 'pro', 'active', '-1 second', REFUSED],
      ['active until last year', 'enterprise', 'active', '-1 year', REFUSED],
      ['past due', 'pro', 'past_due', '1 day', REFUSED],
      ['past due without an end', 'enterprise', 'past_due', null, REFUSED],
      ['canceled before its end', 'pro', 'canceled', '1 day', REFUSED],
      ['canceled', 'enterprise', 'canceled', null, REFUSED],
    ])('%s', async (_what, plan, status, rest, answers) => {
      const eve = await database.signUp('Eve')
      await database.admin(`insert into subscriptions values ($1, $2, $3, now() + $4::interval)`, [
        eve.id,
        plan,
        status,
        rest,
      ])
      expect(await beyondFree(eve)).toEqual(answers)
    })

    test('that of the owner counts for no editor of theirs', async () => {
      const { owner, editor } = await invitePeople(database)
      await database.admin(`insert into subscriptions values ($1, 'enterprise', 'active', null)`, [owner.id])
      expect(await beyondFree(editor)).toEqual(REFUSED)
      expect((await account(owner)).subscription_plan).toBe('enterprise')
      expect((await account(editor)).subscription_plan).toBe('free')
    })

    test('over while a film is made: it is finished, the next one is refused', async () => {
      const eve = await database.signUp('Eve')
      await database.admin(`insert into subscriptions values ($1, 'pro', 'active', null)`, [eve.id])
      const held = await startFilm(eve)
      await database.admin('update usage_counters set videos = 31')
      await database.admin(`update subscriptions set period_end = now() - interval '1 second'`)
      expect(await finishFilm(eve, held)).toMatchObject({ status: 'completed' })
      expect(await refusal(enqueue(eve, held.project))).toBe('PT402 monthly_quota')
    })
  })
})
