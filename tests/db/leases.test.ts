import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  claim,
  complete,
  enqueue,
  expireLease,
  fail,
  filmableProject,
  filmsThisMonth,
  heartbeat,
  release,
  reserveOutput,
  startFilm,
  type Claim,
} from './studio'

onEveryEngine((database) => {
  let ada: Actor
  let eve: Actor
  beforeEach(async () => {
    ada = await database.signUp('Ada')
    eve = await database.signUp('Eve')
  })
  const job = () => ada.row('select * from generated_videos')
  const secondsLeft = async () =>
    Number(
      (
        await database.admin(
          'select extract(epoch from lease_until - clock_timestamp()) as s from generated_videos',
        )
      )[0]?.s,
    )
  /** Every call a worker makes, with an upload that would be complete. */
  const calls = (actor: Actor, held: Claim) => ({
    heartbeat: () => heartbeat(actor, held, 50),
    reserve_output: () => reserveOutput(actor, held),
    complete: () => complete(actor, held, held.uploadPath),
    fail: () => fail(actor, held, true),
    release: () => release(actor, held),
  })

  describe('claim_generation', () => {
    test('hands out the oldest job of the caller, once', async () => {
      const first = await enqueue(ada, await filmableProject(ada))
      const second = await enqueue(ada, await filmableProject(ada))
      const claimed = await claim(ada)
      expect(claimed).toEqual({
        id: first.id,
        attempt: 1,
        token: expect.stringMatching(/^[0-9a-f-]{36}$/),
        uploadPath: `${ada.id}/${String(first.project_id)}/${String(first.id)}/1.mp4`,
        leaseMs: 45_000,
      })
      expect((await claim(ada))?.id).toBe(second.id)
      expect(await claim(ada)).toBeNull()
      expect(await ada.row('select status, progress_percentage from generated_videos limit 1')).toEqual({
        status: 'processing',
        progress_percentage: 0,
      })
    })

    test('takes the asked-for job only', async () => {
      await enqueue(ada, await filmableProject(ada))
      const second = await enqueue(ada, await filmableProject(ada))
      expect(await claim(ada, 45, randomUUID())).toBeNull()
      expect((await claim(ada, 45, String(second.id)))?.id).toBe(second.id)
      expect(await claim(ada, 45, String(second.id))).toBeNull()
    })

    test.each([
      [1, 15],
      [45, 45],
      [31_536_000, 120],
    ])('a lease asked for %i s lasts %i s', async (asked, given) => {
      await enqueue(ada, await filmableProject(ada))
      expect((await claim(ada, asked))?.leaseMs).toBe(given * 1000)
      expect(Math.abs((await secondsLeft()) - given)).toBeLessThan(2)
    })

    test('nobody claims the job of somebody else', async () => {
      const queued = await enqueue(ada, await filmableProject(ada))
      expect(await claim(eve)).toBeNull()
      expect(await claim(eve, 45, String(queued.id))).toBeNull()
      expect(await refusal(claim(database.anonymous))).toBe(NO_RIGHT)
    })

    test('an expired lease is taken over: next attempt, progress from 0, the old token opens nothing', async () => {
      const old = await startFilm(ada)
      await heartbeat(ada, old, 70)
      await expireLease(database, old.id)
      const taken = await claim(ada)
      expect(taken).toMatchObject({ id: old.id, attempt: 2 })
      expect(await job()).toMatchObject({ status: 'processing', attempt: 2, progress_percentage: 0 })
      for (const attempt of Object.values(calls(ada, old)))
        expect(await refusal(attempt())).toBe('PT409 lease_lost')
    })

    test('a lease that ran out but was not taken over can be renewed', async () => {
      const held = await startFilm(ada)
      await expireLease(database, held.id)
      await heartbeat(ada, held, 10)
      expect(await secondsLeft()).toBeGreaterThan(40)
      expect(await claim(ada)).toBeNull()
    })
  })

  describe('whoever does not hold the lease', () => {
    test('is refused by every call: wrong token, other person, cancelled job', async () => {
      const held = await startFilm(ada)
      for (const attempt of Object.values(calls(ada, { ...held, token: randomUUID() }))) {
        expect(await refusal(attempt())).toBe('PT409 lease_lost')
      }
      for (const attempt of Object.values(calls(eve, held)))
        expect(await refusal(attempt())).toBe('PT409 lease_lost')
      for (const attempt of Object.values(calls(eve, { ...held, id: randomUUID() }))) {
        expect(await refusal(attempt())).toBe('PT409 lease_lost')
      }
      await ada.query('select cancel_generation($1)', [held.id])
      for (const attempt of Object.values(calls(ada, held)))
        expect(await refusal(attempt())).toBe('PT409 lease_lost')
    })

    test('anonymous: has no right', async () => {
      const held = await startFilm(ada)
      for (const attempt of Object.values(calls(database.anonymous, held))) {
        expect(await refusal(attempt())).toBe(NO_RIGHT)
      }
    })
  })

  describe('heartbeat_generation', () => {
    test('renews the lease and reports progress, stage and time left', async () => {
      const held = await startFilm(ada)
      await database.admin(`update generated_videos set lease_until = now() + interval '3 seconds'`)
      const { answer } = await heartbeat(ada, held, 40, 'rendering', 90)
      const row = await job()
      expect(answer).toEqual({ ok: true, lease_ms: 45_000, rev: row.rev })
      expect(row).toMatchObject({ progress_percentage: 40, stage: 'rendering' })
      expect(await secondsLeft()).toBeGreaterThan(40)
      expect(Math.abs(Number(row.estimated_completion_at) - Date.now() - 90_000)).toBeLessThan(3000)
    })

    test.each([
      [-10, 30],
      [10, 30],
      [5000, 99],
      [100, 99],
      [null, 30],
    ])('progress of %s after 30 shows %i', async (reported, shown) => {
      const held = await startFilm(ada)
      await heartbeat(ada, held, 30)
      await ada.query('select heartbeat_generation($1, $2, $3)', [held.id, held.token, reported])
      expect((await job()).progress_percentage).toBe(shown)
    })

    test('an absurd time left is not shown', async () => {
      const held = await startFilm(ada)
      for (const eta of [-1, 86_401]) {
        await heartbeat(ada, held, 1, 'x'.repeat(100), eta)
        expect((await job()).estimated_completion_at).toBeNull()
      }
    })
  })

  describe('fail_generation', () => {
    test('a failure worth another attempt queues the job again, a little later', async () => {
      const held = await startFilm(ada)
      const row = await fail(ada, held, true)
      expect(row).toMatchObject({
        status: 'queued',
        error_code: 'encoder_failed',
        attempt: 1,
        lease_until: null,
      })
      const pause = Number(row.run_after) - Date.now()
      expect(pause).toBeGreaterThan(500)
      expect(pause).toBeLessThan(9000)
      expect(await claim(ada)).toBeNull()
      expect(await filmsThisMonth(database, ada)).toBe(1)
      await database.admin('update generated_videos set run_after = now()')
      expect(await claim(ada)).toMatchObject({ attempt: 2 })
      expect((await job()).error_code).toBeNull()
    })

    test('a final failure tells, gives the film back, and keeps the reason', async () => {
      const held = await startFilm(ada)
      expect(await fail(ada, held, false)).toMatchObject({
        status: 'failed',
        error_code: 'encoder_failed',
        error_message: 'The encoder stopped.',
      })
      expect(await filmsThisMonth(database, ada)).toBe(0)
      expect(await ada.row('select kind, payload from notifications')).toMatchObject({
        kind: 'video_failed',
        payload: { job: held.id, error_code: 'encoder_failed' },
      })
    })

    test('the last attempt fails for good however retryable', async () => {
      const held = await startFilm(ada)
      await database.admin('update generated_videos set max_attempts = 1')
      expect(await fail(ada, held, true)).toMatchObject({ status: 'failed' })
    })
  })

  describe('release_generation', () => {
    test('puts the job back at once without using up an attempt', async () => {
      const held = await startFilm(ada)
      await heartbeat(ada, held, 50)
      await release(ada, held)
      expect(await job()).toMatchObject({ status: 'queued', attempt: 1, max_attempts: 6, stage: null })
      expect(await refusal(heartbeat(ada, held, 60))).toBe('PT409 lease_lost')
      expect(await claim(ada)).toMatchObject({ id: held.id, attempt: 2 })
    })

    test('said of a tab that died: at once, but the attempt counts, and the last one fails the film', async () => {
      const first = await startFilm(ada)
      const died = ({ id, token }: { id: string; token: string }) =>
        ada.query('select release_generation($1, $2, true)', [id, token])
      await died(first)
      expect(await job()).toMatchObject({ status: 'processing', attempt: 1, max_attempts: 5 })
      for (let attempt = 2; attempt <= 5; attempt++) {
        const next = await claim(ada)
        expect(next).toMatchObject({ id: first.id, attempt })
        if (next) await died(next)
      }
      expect(await refusal(died(first))).toBe('PT409 lease_lost')
      expect(await claim(ada)).toBeNull()
      expect(await job()).toMatchObject({ status: 'failed', error_code: 'worker_lost' })
      expect(await filmsThisMonth(database, ada)).toBe(0)
      expect(await ada.query('select kind from notifications')).toEqual([{ kind: 'video_failed' }])
    })

    test('not for ever', async () => {
      const held = await startFilm(ada)
      await database.admin('update generated_videos set max_attempts = 50')
      expect(await refusal(release(ada, held))).toBe('PT409 too_many_handovers')
    })
  })
})
