import { afterEach, beforeEach, expect, test } from 'vitest'
import { NO_RIGHT, refusal } from './engines'
import { inArena, type Session } from './raceSessions'
import { filmable, store, uploadPhoto } from './raceStage'

const ENQUEUE = `select (enqueue_generation($1, gen_random_uuid(), jsonb_build_object('cut', $2::text))).id`

interface Editor {
  id: string
  session: Session
}

inArena((arena) => {
  let run = 0
  let ada: Editor
  let bob: Editor
  let owner: Session
  let project: string
  /** Somebody new with a project, and these editors in it, one after the other. */
  const newOwner = async (name: string, editors: Editor[]) => {
    const session = await arena.session(await arena.signUp(`${name}${run}`))
    const theirs = await filmable(session)
    for (const { id } of editors) {
      const sql = `insert into project_members (project_id, user_id, role) values ($1, $2, 'editor')`
      await session.query(sql, [theirs, id])
    }
    return { session, project: theirs }
  }
  const newEditor = async (name: string): Promise<Editor> => {
    const id = await arena.signUp(`${name}${run}`)
    return { id, session: await arena.session(id) }
  }
  beforeEach(async () => {
    run++
    ada = await newEditor('ada')
    bob = await newEditor('bob')
    ;({ session: owner, project } = await newOwner('owner', [ada, bob]))
  })

  afterEach(() => arena.everybodyLeaves())

  test.each([
    ['removed', 'delete from project_members where user_id = $1'],
    ['made a viewer', `update project_members set role = 'viewer' where user_id = $1`],
  ])('an editor who is %s while their request waits queues nothing', async (_what, change) => {
    await owner.query('begin')
    await owner.query(change, [ada.id])
    const answer = refusal(ada.session.query(ENQUEUE, [project, 'main']))
    await arena.untilSomebodyWaits()
    await owner.query('commit')
    expect(await answer).toBe('PT403 not_allowed')
    expect(await arena.admin.query('select from generated_videos where user_id = $1', [ada.id])).toEqual([])
  })

  test('an editor who is removed while their photo waits places nothing, least of all more than fits', async () => {
    const item = await uploadPhoto(ada.session)
    await arena.admin.query(`update plans set max_photos = 1 where id = 'free'`)
    await owner.query('begin')
    await owner.query('delete from project_members where user_id = $1', [ada.id])
    const insert = `insert into photos (project_id, media_item_id, position) values ($1, $2, 'b0')`
    const answer = refusal(ada.session.query(insert, [project, item]))
    await arena.untilSomebodyWaits()
    await owner.query('commit')
    expect(await answer).toBe(NO_RIGHT)
    expect(await owner.query('select from photos')).toHaveLength(1)
  })

  test.each([
    [
      'writes nothing into the project',
      `update video_projects set title = 'Late' where id = $1 returning id`,
    ],
    ['captions no photo', `update photos set caption = 'Late' where project_id = $1 returning id`],
    ['takes no photo out', 'delete from photos where project_id = $1 returning id'],
  ])('an editor who is removed while their change waits %s', async (_what, change) => {
    await owner.query('begin')
    await owner.query('delete from project_members where user_id = $1', [ada.id])
    const changed = ada.session.query(change, [project])
    await arena.untilSomebodyWaits()
    await owner.query('commit')
    expect(await changed).toEqual([])
  })

  test.each([
    [
      `update video_projects set description = 'Late'`,
      `select from video_projects where description = 'Late'`,
    ],
    [`update photos set caption = 'Late'`, `select from photos where caption = 'Late'`],
    ['delete from photos', 'select from photos having count(*) <> 1'],
  ])('an editor who is added while their change waits changes nothing there: %s', async (change, damage) => {
    const other = await newOwner('other', [])
    await owner.query('begin')
    await owner.query(`update video_projects set title = 'Mine'`)
    const changed = ada.session.query(change)
    await arena.untilSomebodyWaits()
    const add = `insert into project_members (project_id, user_id, role) values ($1, $2, 'editor')`
    await other.session.query(add, [other.project, ada.id])
    await owner.query('commit')
    await changed
    expect(await other.session.query(damage)).toEqual([])
  })

  test('a file on its way to storage while its account closes, and is kept after all, counts', async () => {
    const { path } = await owner.row(`select reserve_upload('media', 1000, 'image/jpeg') as path`)
    await owner.query('begin')
    await store(owner, 'media', String(path), 1000, 'image/jpeg')
    const closer = await arena.session(String((await owner.row('select auth.uid() as id')).id))
    await closer.query('select close_my_account()')
    await owner.query('commit')
    await closer.query('select keep_my_account()')
    expect(await arena.admin.query('select bytes from private.uploads where name = $1', [path])).toEqual([
      { bytes: '1000' },
    ])
  })

  test.each([['close_my_account()'], ['delete_my_account()']])(
    'a file on its way to storage keeps the account that is ending from going: %s',
    async (end) => {
      const { path } = await owner.row(`select reserve_upload('media', 1000, 'image/jpeg') as path`)
      const { id } = await owner.row('select auth.uid() as id')
      await arena.admin.query('delete from storage.objects where split_part(name, $1, 1) = $2', ['/', id])
      await owner.query('begin')
      await store(owner, 'media', String(path), 1000, 'image/jpeg')
      const other = await arena.session(String(id))
      if (end === 'close_my_account()') await other.query(`select ${end}`)
      const answer = refusal(other.query('select delete_my_account()'))
      await arena.untilSomebodyWaits()
      await owner.query('commit')
      expect(await answer).toBe('PT409 files_remain')
      expect(await arena.admin.query('select from storage.objects where name = $1', [path])).toHaveLength(1)
    },
  )

  test('a file that comes while the account is being deleted is refused', async () => {
    const { path } = await owner.row(`select reserve_upload('media', 1000, 'image/jpeg') as path`)
    const { id } = await owner.row('select auth.uid() as id')
    await arena.admin.query('delete from storage.objects where split_part(name, $1, 1) = $2', ['/', id])
    const other = await arena.session(String(id))
    await other.query('begin')
    await other.query('select delete_my_account()')
    const answer = refusal(store(owner, 'media', String(path), 1000, 'image/jpeg'))
    await arena.untilSomebodyWaits()
    await other.query('commit')
    expect(await answer).toBe(NO_RIGHT)
    expect(await arena.admin.query('select from storage.objects where name = $1', [path])).toEqual([])
  })

  test('a film that begins to be stored before its job is cancelled, and comes after, is refused', async () => {
    const { id } = await ada.session.row(ENQUEUE, [project, 'main'])
    const claimSql = `select token, upload_path from claim_generation('tab', 45, $1)`
    const { token, upload_path: path } = await ada.session.row(claimSql, [id])
    await ada.session.query(`select reserve_output($1, $2, 1000, 'video/mp4')`, [id, token])
    await ada.session.query('begin')
    const elsewhere = await arena.session(ada.id)
    await elsewhere.query('select cancel_generation($1)', [id])
    // Its room may be somebody else's by now.
    expect(await refusal(store(ada.session, 'videos', String(path), 1000, 'video/mp4'))).toBe(NO_RIGHT)
    await ada.session.query('rollback')
  })

  test('a film that is being stored while another attempt begins is seen by it', async () => {
    const { id } = await ada.session.row(ENQUEUE, [project, 'main'])
    const claimSql = `select token, upload_path from claim_generation('tab', 45, $1)`
    const { token, upload_path: path } = await ada.session.row(claimSql, [id])
    await ada.session.query(`select reserve_output($1, $2, 1000, 'video/mp4')`, [id, token])
    await arena.admin.query(
      `update generated_videos set lease_until = now() - interval '1 second' where id = $1`,
      [id],
    )
    await ada.session.query('begin')
    await store(ada.session, 'videos', String(path), 1000, 'video/mp4')
    const elsewhere = await arena.session(ada.id)
    const next = elsewhere.row(claimSql, [id])
    await arena.untilSomebodyWaits()
    await ada.session.query('commit')
    await next
    expect(await elsewhere.query('select path from leftover_files()')).toEqual([{ path }])
    const second = await elsewhere.row(`select reserve_output($1, $2, 1000, 'video/mp4') as path`, [
      id,
      (await next).token,
    ])
    expect(second.path).not.toBe(path)
  })

  test('an invitation to somebody whose account is being deleted is written, and tells nobody', async () => {
    const other = await newOwner('host', [])
    await ada.session.query('begin')
    await ada.session.query('select delete_my_account()')
    const answer = refusal(
      other.session.query('select invite_member($1, $2, $3)', [
        other.project,
        `ada${run}@example.com`,
        'viewer',
      ]),
    )
    await arena.untilSomebodyWaits()
    await ada.session.query('commit')
    expect(await answer).toBe('accepted')
    expect(await arena.admin.query('select from notifications where user_id = $1', [ada.id])).toEqual([])
  })

  test('two owners take films and memberships from the same two editors, each in another order', async () => {
    const other = await newOwner('other', [bob, ada])
    const films = `update project_members set role = 'viewer'`
    for (const end of [films, 'delete from video_projects']) {
      for (const { session, id } of [ada, bob]) {
        for (const into of [project, other.project]) await session.query(ENQUEUE, [into, id])
      }
      // Both are as far as the first of the two: each would now wait for the other.
      await arena.admin.query('begin')
      await arena.admin.query('select from usage_counters for update')
      const answers = [owner, other.session].map((session) => refusal(session.query(end)))
      await arena.untilSomebodyWaits(2)
      await arena.admin.query('commit')
      expect(await Promise.all(answers)).toEqual(['accepted', 'accepted'])
      await Promise.all(
        [owner, other.session].map((session) => session.query(`update project_members set role = 'editor'`)),
      )
    }
  })
})
