import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor, type Row } from './engines'
import {
  addToLibrary,
  claim,
  createProject,
  enqueue,
  expireLease,
  fail,
  filmableProject,
  filmsThisMonth,
  finishFilm,
  invitePeople,
  placePhoto,
  startFilm,
  storageUsed,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
    await placePhoto(people.owner, people.project, (await addToLibrary(people.owner)).id)
  })
  const call = (actor: Actor, name: string, job: unknown) => actor.row(`select * from ${name}($1)`, [job])

  describe('enqueue_generation', () => {
    test('queues a film and pays for it', async () => {
      const row = await enqueue(people.owner, people.project, { resolution: '720p' })
      expect(row).toMatchObject({
        project_id: people.project,
        user_id: people.owner.id,
        cut: 'main',
        status: 'queued',
        progress_percentage: 0,
        attempt: 0,
        settings: { resolution: '720p' },
      })
      expect(await filmsThisMonth(database, people.owner)).toBe(1)
    })

    test('the same key twice is the same row and one film paid, also after it ended', async () => {
      const key = randomUUID()
      const first = await enqueue(people.owner, people.project, {}, key)
      expect((await enqueue(people.owner, people.project, {}, key)).id).toBe(first.id)
      await call(people.owner, 'cancel_generation', first.id)
      expect(await enqueue(people.owner, people.project, {}, key)).toMatchObject({
        id: first.id,
        status: 'cancelled',
      })
      const elsewhere = await createProject(people.owner)
      expect(await refusal(enqueue(people.owner, elsewhere, {}, key))).toBe('PT409 request_key_used')
    })

    test('one live job per project and cut', async () => {
      await enqueue(people.owner, people.project)
      expect(await refusal(enqueue(people.owner, people.project))).toBe('PT409 already_running')
      expect(await refusal(enqueue(people.editor, people.project))).toBe('PT409 already_running')
      expect(await enqueue(people.owner, people.project, { cut: '30s-9:16' })).toMatchObject({
        cut: '30s-9:16',
      })
      expect(await filmsThisMonth(database, people.owner)).toBe(2)
      expect(await filmsThisMonth(database, people.editor)).toBe(0)
    })

    test('an editor queues on their own account; viewers, strangers and missing projects are answered alike', async () => {
      expect(await enqueue(people.editor, people.project)).toMatchObject({ user_id: people.editor.id })
      for (const actor of [people.viewer, people.stranger]) {
        expect(await refusal(enqueue(actor, people.project))).toBe('PT403 not_allowed')
      }
      expect(await refusal(enqueue(people.stranger, randomUUID()))).toBe('PT403 not_allowed')
      expect(await refusal(enqueue(database.anonymous, people.project))).toBe(NO_RIGHT)
    })

    test('cuts of a project wait side by side, each with its own settings', async () => {
      const wide = { cut: '60s-16x9', durationSeconds: 60, fps: 24, language: 'ko' }
      const tall = { cut: '30s-9x16', durationSeconds: 30, aspectRatio: '9:16', format: 'small' }
      for (const settings of [wide, tall]) await enqueue(people.owner, people.project, settings)
      expect(await refusal(enqueue(people.owner, people.project, tall))).toBe('PT409 already_running')
      expect(
        await people.owner.query('select cut, settings from generated_videos order by created_at'),
      ).toEqual([
        { cut: '60s-16x9', settings: wide },
        { cut: '30s-9x16', settings: tall },
      ])
    })

    test('a film needs a photo', async () => {
      const empty = await createProject(people.owner)
      expect(await refusal(enqueue(people.owner, empty))).toBe('PT409 no_photos')
      expect(await filmsThisMonth(database, people.owner)).toBe(0)
    })

    test.each<[string, unknown, unknown]>([
      ['no key', null, '{}'],
      ['no settings', randomUUID(), null],
      ['settings that are a list', randomUUID(), '[]'],
      ['a cut of a strange name', randomUUID(), '{"cut": "../x"}'],
      ['a size nobody makes', randomUUID(), '{"resolution": "8k"}'],
      ['a format nobody makes', randomUUID(), '{"format": "gif"}'],
      ['a frame rate nobody makes', randomUUID(), '{"fps": 25}'],
      ['a cut of a strange shape', randomUUID(), '{"cut": "x", "aspectRatio": "3:2"}'],
      ['a cut that is too short', randomUUID(), '{"cut": "x", "durationSeconds": 4}'],
      ['a cut that is too long', randomUUID(), '{"cut": "x", "durationSeconds": 1801}'],
      ['a cut of no length', randomUUID(), '{"cut": "x", "durationSeconds": "long"}'],
      ['a length that is text', randomUUID(), '{"durationSeconds": "30"}'],
      ['a length that is null', randomUUID(), '{"durationSeconds": null}'],
      ['a frame rate that is text', randomUUID(), '{"fps": "30"}'],
      ['a frame rate that is null', randomUUID(), '{"fps": null}'],
      ['a language that is none', randomUUID(), '{"language": "../../en"}'],
      ['a language that is a number', randomUUID(), '{"language": 5}'],
      ['a language that is null', randomUUID(), '{"language": null}'],
      ['a size that is null', randomUUID(), '{"resolution": null}'],
      ['settings without end', randomUUID(), JSON.stringify({ text: 'x'.repeat(17_000) })],
    ])('%s is refused', async (_what, key, settings) => {
      const sql = 'select enqueue_generation($1, $2, $3)'
      expect(await refusal(people.owner.query(sql, [people.project, key, settings]))).toBe(
        'PT400 bad_request',
      )
    })

    test('the plan limits live jobs, films a month and their length', async () => {
      await database.admin(
        `update plans set max_active_jobs = 1, max_duration_seconds = 60 where id = 'free'`,
      )
      try {
        const long = await filmableProject(people.owner)
        await people.owner.query('update video_projects set duration_seconds = 61 where id = $1', [long])
        expect(await refusal(enqueue(people.owner, long))).toBe('PT402 duration_limit')
        const cut = { cut: 'long', durationSeconds: 61 }
        expect(await refusal(enqueue(people.owner, people.project, cut))).toBe('PT402 duration_limit')
        await enqueue(people.owner, people.project)
        expect(await refusal(enqueue(people.owner, people.project, { cut: 'two' }))).toBe(
          'PT429 too_many_active',
        )
        await database.admin('update usage_counters set videos = 30')
        await database.admin(`update plans set max_active_jobs = 3 where id = 'free'`)
        expect(await refusal(enqueue(people.owner, people.project, { cut: 'two' }))).toBe(
          'PT402 monthly_quota',
        )
        expect(await filmsThisMonth(database, people.owner)).toBe(30)
      } finally {
        await database.admin(
          `update plans set max_active_jobs = 3, max_duration_seconds = 1800 where id = 'free'`,
        )
      }
    })
  })

  describe('cancel_generation', () => {
    test('ends a queued or running job, gives the film back once, and may be repeated', async () => {
      for (const running of [false, true]) {
        const job = await enqueue(people.owner, people.project)
        if (running) await claim(people.owner)
        expect(await call(people.owner, 'cancel_generation', job.id)).toMatchObject({
          status: 'cancelled',
          lease_until: null,
        })
        expect(await call(people.owner, 'cancel_generation', job.id)).toMatchObject({ status: 'cancelled' })
        expect(await filmsThisMonth(database, people.owner)).toBe(0)
      }
      expect(await database.admin('select from notifications')).toEqual([])
    })

    test('the owner of a project ends the job of an editor', async () => {
      const job = await enqueue(people.editor, people.project)
      expect(await call(people.owner, 'cancel_generation', job.id)).toMatchObject({ status: 'cancelled' })
      expect(await filmsThisMonth(database, people.editor)).toBe(0)
    })

    test('others cannot, and cannot tell a foreign job from a missing one', async () => {
      const job = await enqueue(people.owner, people.project)
      for (const actor of [people.editor, people.viewer, people.stranger]) {
        for (const id of [job.id, randomUUID()]) {
          expect(await refusal(call(actor, 'cancel_generation', id))).toBe('PT404 not_found')
          expect(await refusal(call(actor, 'retry_generation', id))).toBe('PT404 not_found')
          expect(await refusal(call(actor, 'delete_generation', id))).toBe('PT404 not_found')
        }
      }
      expect(await refusal(call(database.anonymous, 'cancel_generation', job.id))).toBe(NO_RIGHT)
    })

    test('what has ended stays as it ended', async () => {
      const job = await startFilm(people.owner)
      await finishFilm(people.owner, job)
      expect(await refusal(call(people.owner, 'cancel_generation', job.id))).toBe('PT409 terminal_state')
    })
  })

  describe('retry_generation', () => {
    test('makes a new job with the same wishes; the old one stays in the history', async () => {
      const first = await enqueue(people.owner, people.project, { resolution: '720p', cut: 'short' })
      const job = await claim(people.owner)
      if (!job) throw new Error('nothing to claim')
      await fail(people.owner, job, false)
      expect(await filmsThisMonth(database, people.owner)).toBe(0)

      const again = await call(people.owner, 'retry_generation', first.id)
      expect(again).toMatchObject({
        project_id: people.project,
        cut: 'short',
        status: 'queued',
        attempt: 0,
        settings: { resolution: '720p', cut: 'short' },
      })
      expect(again.id).not.toBe(first.id)
      expect(await filmsThisMonth(database, people.owner)).toBe(1)
      expect(await refusal(call(people.owner, 'retry_generation', first.id))).toBe('PT409 already_running')
      expect(await refusal(call(people.owner, 'retry_generation', again.id))).toBe('PT409 already_running')
    })

    test('a film that worked is not retried', async () => {
      const job = await startFilm(people.owner)
      await finishFilm(people.owner, job)
      expect(await refusal(call(people.owner, 'retry_generation', job.id))).toBe('PT409 terminal_state')
    })

    test('a demoted editor cannot', async () => {
      const job = await enqueue(people.editor, people.project)
      await people.owner.query(`update project_members set role = 'viewer' where user_id = $1`, [
        people.editor.id,
      ])
      expect(await refusal(call(people.editor, 'retry_generation', job.id))).toBe('PT403 not_allowed')
    })
  })

  test('a dead last attempt fails by itself: told once, given back once, and out of the way', async () => {
    const job: Row = await enqueue(people.owner, people.project)
    await database.admin('update generated_videos set max_attempts = 1')
    await claim(people.owner)
    await expireLease(database, String(job.id))
    expect(await claim(people.owner)).toBeNull()
    expect(await people.owner.row('select status, error_code from generated_videos')).toEqual({
      status: 'failed',
      error_code: 'worker_lost',
    })
    expect(await filmsThisMonth(database, people.owner)).toBe(0)
    expect(await people.owner.query('select kind from notifications')).toEqual([{ kind: 'video_failed' }])

    await enqueue(people.owner, people.project)
    await database.admin(`update generated_videos set max_attempts = 1 where status = 'queued'`)
    const second = await claim(people.owner)
    await expireLease(database, second?.id ?? '')
    expect(await enqueue(people.owner, people.project)).toMatchObject({ status: 'queued' })
  })

  test('a deleted project gives back the films it had not made and the bytes of those it had', async () => {
    await finishFilm(people.owner, await startFilm(people.owner))
    await enqueue(people.owner, people.project)
    expect(await filmsThisMonth(database, people.owner)).toBe(2)
    await people.owner.query('delete from video_projects')
    expect(await filmsThisMonth(database, people.owner)).toBe(1)
    expect(await storageUsed(database, people.owner)).toBe(2000)
  })
})
