import { beforeEach, describe, expect, test } from 'vitest'
import { BROKEN_CHECK, DUPLICATE, NO_RIGHT, onEveryEngine, refusal } from './engines'
import { addToLibrary, claim, enqueue, finishFilm, invitePeople, placePhoto, type People } from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
    await placePhoto(people.owner, people.project, (await addToLibrary(people.owner)).id)
  })
  const finish = async () => {
    const job = await claim(people.owner)
    if (!job) throw new Error('nothing to claim')
    return finishFilm(people.owner, job)
  }

  describe('generated_videos', () => {
    test('owner and members read it; strangers see nothing; the anonymous have no right', async () => {
      await enqueue(people.owner, people.project)
      for (const reader of [people.owner, people.editor, people.viewer]) {
        expect(await reader.query('select status from generated_videos')).toEqual([{ status: 'queued' }])
      }
      expect(await people.stranger.query('select status from generated_videos')).toEqual([])
      expect(await refusal(database.anonymous.query('select * from generated_videos'))).toBe(NO_RIGHT)
    })

    test.each([
      `update generated_videos set status = 'completed'`,
      `update generated_videos set progress_percentage = 100`,
      `update generated_videos set max_attempts = 50`,
      `insert into generated_videos (project_id, user_id, request_key, settings)
       select id, user_id, gen_random_uuid(), '{}' from video_projects`,
      `delete from generated_videos`,
    ])('nobody writes it directly: %s', async (statement) => {
      await enqueue(people.owner, people.project)
      for (const actor of [people.owner, people.editor, people.stranger, database.anonymous]) {
        expect(await refusal(actor.query(statement))).toBe(NO_RIGHT)
      }
    })

    test.each(['private.leases', 'private.job_events', 'private.uploads'])(
      'nobody reads %s',
      async (table) => {
        for (const actor of [people.owner, database.anonymous]) {
          expect(await refusal(actor.query(`select * from ${table}`))).toBe(NO_RIGHT)
        }
      },
    )
  })

  describe('no role at all', () => {
    test.each(['completed', 'failed', 'cancelled'])('changes a job that is %s', async (status) => {
      const job = await enqueue(people.owner, people.project)
      if (status === 'completed') await finish()
      else {
        await claim(people.owner)
        await database.admin('update generated_videos set status = $1, finished_at = now()', [status])
      }
      for (const change of [`status = 'queued', finished_at = null`, 'attempt = 2', `error_code = 'x'`]) {
        expect(await refusal(database.admin(`update generated_videos set ${change}`))).toBe(
          'PT409 terminal_state',
        )
      }
      expect(await people.owner.row('select id, status from generated_videos')).toEqual({
        id: job.id,
        status,
      })
    })

    test('takes a way round the states', async () => {
      await enqueue(people.owner, people.project)
      const complete = `update generated_videos set status = 'completed', progress_percentage = 100, storage_path = 'x',
        bytes = 1, mime_type = 'video/mp4', finished_at = now()`
      expect(await refusal(database.admin(complete))).toBe('PT409 illegal_transition')
      const born = `insert into generated_videos (project_id, cut, user_id, request_key, settings, status, finished_at)
        select id, 'other', user_id, gen_random_uuid(), '{}', 'failed', now() from video_projects`
      expect(await refusal(database.admin(born))).toBe('PT409 illegal_transition')
    })

    test('changes what a job is about', async () => {
      await enqueue(people.owner, people.project)
      for (const change of [
        `cut = 'other'`,
        `settings = '{"a": 1}'`,
        'user_id = gen_random_uuid()',
        'request_key = gen_random_uuid()',
        `period = '2020-01-01'`,
        `created_at = '2020-01-01'`,
      ]) {
        expect(await refusal(database.admin(`update generated_videos set ${change}`))).toBe('PT409 immutable')
      }
      const overdone = `update generated_videos set status = 'processing', attempt = 1, max_attempts = 0,
        lease_until = now()`
      expect(await refusal(database.admin(overdone))).toBe(BROKEN_CHECK)
    })

    test('has two live jobs for the same cut', async () => {
      await enqueue(people.owner, people.project)
      const second = `insert into generated_videos (project_id, user_id, request_key, settings)
        select id, user_id, gen_random_uuid(), '{}' from video_projects`
      expect(await refusal(database.admin(second))).toBe(DUPLICATE)
    })

    test('makes progress fall within an attempt', async () => {
      await enqueue(people.owner, people.project)
      await claim(people.owner)
      await database.admin('update generated_videos set progress_percentage = 60')
      await database.admin('update generated_videos set progress_percentage = 20')
      expect(
        (await people.owner.row('select progress_percentage from generated_videos')).progress_percentage,
      ).toBe(60)
    })
  })

  test('the project shows the live job, else how the last film ended, else draft', async () => {
    const status = async () => (await people.owner.row('select status from video_projects')).status
    const cancel = `update generated_videos set status = 'cancelled', finished_at = now() where status = 'queued'`
    const fail = `update generated_videos set status = 'failed', finished_at = now() where status = 'processing'`
    expect(await status()).toBe('draft')
    await enqueue(people.owner, people.project)
    expect(await status()).toBe('processing')
    await database.admin(cancel)
    expect(await status()).toBe('draft')
    await enqueue(people.owner, people.project)
    await finish()
    expect(await status()).toBe('completed')
    await enqueue(people.owner, people.project)
    await enqueue(people.owner, people.project, { cut: 'short' })
    await database.admin(`${cancel} and cut = 'short'`)
    expect(await status()).toBe('processing')
    await claim(people.owner)
    await database.admin(fail)
    expect(await status()).toBe('failed')
    await database.admin(`delete from generated_videos where status = 'failed'`)
    expect(await status()).toBe('completed')
    expect((await people.owner.row('select rev from video_projects')).rev).toBe(1)
  })

  test('every change of status leaves an event', async () => {
    await enqueue(people.owner, people.project)
    await finish()
    expect(
      await database.admin('select from_status, to_status, attempt from private.job_events order by id'),
    ).toEqual([
      { from_status: null, to_status: 'queued', attempt: 0 },
      { from_status: 'queued', to_status: 'processing', attempt: 1 },
      { from_status: 'processing', to_status: 'completed', attempt: 1 },
    ])
  })

  describe('notifications', () => {
    beforeEach(async () => {
      await enqueue(people.owner, people.project)
      await finish()
    })

    test('owner: one for the film, marks it read, dismisses it', async () => {
      expect(await people.owner.row('select * from notifications')).toMatchObject({
        kind: 'video_completed',
        payload: { project: people.project, title: 'Summer at the lake' },
        read_at: null,
      })
      expect(
        await people.owner.query('update notifications set read_at = now() returning kind'),
      ).toHaveLength(1)
      expect(await people.owner.query('delete from notifications returning kind')).toHaveLength(1)
    })

    test('owner: cannot write one', async () => {
      expect(await refusal(people.owner.query(`update notifications set payload = '{}'`))).toBe(NO_RIGHT)
      const insert = `insert into notifications (user_id, kind) values ($1, 'video_completed')`
      expect(await refusal(people.owner.query(insert, [people.owner.id]))).toBe(NO_RIGHT)
    })

    test('members and strangers see none; the anonymous have no right', async () => {
      for (const actor of [people.editor, people.viewer, people.stranger]) {
        expect(await actor.query('select * from notifications')).toEqual([])
        expect(await actor.query('update notifications set read_at = now() returning id')).toEqual([])
        expect(await actor.query('delete from notifications returning id')).toEqual([])
      }
      expect(await refusal(database.anonymous.query('select * from notifications'))).toBe(NO_RIGHT)
    })
  })
})
