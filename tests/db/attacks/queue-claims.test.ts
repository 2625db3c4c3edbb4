import { describe, expect, test } from 'vitest'
import { expire, LEASE_LOST, liveFilm, Player } from './queueScenes'
import { inOneWorld, type Rehearsal } from './world'

inOneWorld((world) => {
  const onStage = (work: (owner: Player, play: Rehearsal) => Promise<void>) =>
    world().rehearse((play) => work(new Player(play, world()), play))
  const leaseSeconds = async (play: Rehearsal, job: string) => {
    const sql = `select extract(epoch from lease_until - clock_timestamp()) as left from generated_videos where id = $1`
    return Number((await play.admin(sql, [job]))[0]?.left)
  }

  describe('the owner claims a lease of', () => {
    test.each([
      ['a year', 31_536_000, 120],
      ['as long as there are numbers', 2_147_483_647, 120],
      ['two minutes', 120, 120],
      ['two minutes and a second', 121, 120],
      ['nothing', 0, 15],
      ['less than nothing', -1_000_000, 15],
      ['who knows how long', null, 45],
    ])('%s (%s s): %i s', (_what, asked, given) =>
      onStage(async (owner, play) => {
        const { job } = liveFilm(world())
        await expire(play, job)
        const claimed = await owner.row(`select lease_ms from claim_generation('worker', $1, $2)`, [
          asked,
          job,
        ])
        expect(claimed.lease_ms).toBe(given * 1000)
        const left = await leaseSeconds(play, job)
        expect(left).toBeLessThanOrEqual(given)
        expect(left).toBeGreaterThan(given - 5)
      }),
    )

    test('45 s however often they ask for more', () =>
      onStage(async (owner, play) => {
        const film = liveFilm(world())
        for (let beat = 0; beat < 20; beat++) await owner.call('heartbeat', film)
        expect(await leaseSeconds(play, film.job)).toBeLessThanOrEqual(45)
      }))
  })

  describe('the owner reports after 30 %', () => {
    test.each([
      ['5,000 %', '5000', 99],
      ['all there are', '2147483647', 99],
      ['done without completing', '100', 99],
      ['less than before', '10', 30],
      ['nothing done', '0', 30],
      ['less than nothing', '-1', 30],
      ['the least there is', '-2147483648', 30],
      ['who knows', 'null', 30],
      ['a little more', '31', 31],
    ])('%s (%s): %i shown', (_what, progress, shown) =>
      onStage(async (owner) => {
        const { job, token } = liveFilm(world())
        for (const pct of ['30', progress])
          await owner.row(`select heartbeat_generation($1, $2, ${pct})`, [job, token])
        expect(await owner.job(job)).toMatchObject({ status: 'processing', progress_percentage: shown })
      }),
    )

    test.each(['-1', '86401', '2147483647', 'null'])('%s seconds left: none shown', (seconds) =>
      onStage(async (owner) => {
        const { job, token } = liveFilm(world())
        await owner.row(`select heartbeat_generation($1, $2, 40, 'x', ${seconds})`, [job, token])
        expect((await owner.job(job)).estimated_completion_at).toBeNull()
      }),
    )

    test('a novel as stage, code, reason and worker: the beginning is kept', () =>
      onStage(async (owner, play) => {
        const { job, token } = liveFilm(world())
        const novel = 'x'.repeat(100_000)
        await owner.row('select heartbeat_generation($1, $2, 40, $3)', [job, token, novel])
        expect((await owner.job(job)).stage).toBe('x'.repeat(40))
        await owner.row('select fail_generation($1, $2, $3, $3, true)', [job, token, novel])
        expect(await owner.job(job)).toMatchObject({
          error_code: 'x'.repeat(40),
          error_message: 'x'.repeat(500),
        })
        await play.admin('update generated_videos set run_after = now() where id = $1', [job])
        await owner.row('select * from claim_generation($1)', [novel])
        expect(await play.admin('select worker from generated_videos where id = $1', [job])).toEqual([
          { worker: 'x'.repeat(80) },
        ])
      }))
  })

  describe('the owner goes round in circles', () => {
    test('claiming and releasing ends after 45 hand-overs, and the job still ends by itself', () =>
      onStage(async (owner, play) => {
        let film = liveFilm(world())
        let answer = 'accepted'
        let handovers = 0
        const paid = await owner.films()
        for (; handovers < 100; handovers++) {
          answer = await owner.call('release', film)
          if (answer !== 'accepted') break
          film = await owner.claim(film.job)
        }
        expect([answer, handovers]).toEqual(['PT409 too_many_handovers', 45])
        expect(await owner.films()).toBe(paid)
        let attempt = Number((await owner.job(film.job)).attempt)
        for (; attempt < 50; attempt++) {
          await expire(play, film.job)
          film = await owner.claim(film.job)
        }
        await expire(play, film.job)
        expect(await owner.row(`select * from claim_generation('worker')`)).toEqual({})
        expect(await owner.job(film.job)).toMatchObject({
          status: 'failed',
          error_code: 'worker_lost',
          attempt: 50,
        })
        expect(await owner.films()).toBe(paid - 1)
      }))

    test('failing and claiming ends after five attempts, each waiting longer', () =>
      onStage(async (owner, play) => {
        let film = liveFilm(world())
        const pauses: number[] = []
        for (let attempt = 1; ; attempt++) {
          await owner.row(`select fail_generation($1, $2, 'x', 'x', true)`, [film.job, film.token])
          const job = await owner.job(film.job)
          if (job.status === 'failed') break
          pauses.push((Number(job.run_after) - Date.now()) / 1000)
          expect(await owner.row(`select * from claim_generation('worker')`)).toEqual({})
          await play.admin('update generated_videos set run_after = clock_timestamp() where id = $1', [
            film.job,
          ])
          film = await owner.claim(film.job)
        }
        expect(pauses).toHaveLength(4)
        for (const [index, pause] of pauses.entries()) {
          const middle = 5 * 2 ** index
          expect(pause).toBeGreaterThan(middle * 0.5 - 1)
          expect(pause).toBeLessThan(middle * 1.5 + 1)
        }
      }))

    test('letting the lease run out ends after five attempts', () =>
      onStage(async (owner, play) => {
        let film = liveFilm(world())
        for (let attempt = 1; attempt < 5; attempt++) {
          await expire(play, film.job)
          film = await owner.claim(film.job)
        }
        await expire(play, film.job)
        expect(await owner.row(`select * from claim_generation('worker', 45, $1)`, [film.job])).toEqual({})
        expect(await owner.job(film.job)).toMatchObject({ status: 'failed', attempt: 5 })
        expect(await owner.call('heartbeat', film)).toBe(LEASE_LOST)
      }))
  })

  describe('nobody else', () => {
    test.each(['stranger', 'viewer', 'editor'] as const)('gives a lost job of the owner up: %s', (who) =>
      onStage(async (owner, play) => {
        const { job } = liveFilm(world())
        await play.admin('update generated_videos set max_attempts = attempt where id = $1', [job])
        await expire(play, job)
        await new Player(play, world(), who).row(`select * from claim_generation('thief')`)
        expect((await owner.job(job)).status).toBe('processing')
      }),
    )

    test('the owner of a project does not render the film of an editor', () =>
      onStage(async (owner, play) => {
        const editor = new Player(play, world(), 'editor')
        await editor.row(`select enqueue_generation($1, gen_random_uuid(), '{"cut": "of-the-editor"}')`, [
          world().id('project shared'),
        ])
        expect(await owner.row(`select * from claim_generation('owner')`)).toEqual({})
        expect((await editor.row(`select token from claim_generation('editor')`)).token).toBeTruthy()
      }))
  })

  test('a job that waits its pause out is claimed by nobody, not even by name', () =>
    onStage(async (owner, play) => {
      const { job, token } = liveFilm(world())
      await owner.row(`select fail_generation($1, $2, 'x', 'x', true)`, [job, token])
      expect(await owner.row(`select * from claim_generation('worker')`)).toEqual({})
      expect(await owner.row(`select * from claim_generation('worker', 45, $1)`, [job])).toEqual({})
      await play.admin('update generated_videos set run_after = clock_timestamp() where id = $1', [job])
      expect((await owner.row(`select token from claim_generation('worker')`)).token).toBeTruthy()
    }))

  test('the token is told to nobody but the one who claims', () =>
    onStage(async (owner, play) => {
      const { job, token } = await owner.start('shared')
      for (const who of ['owner', 'editor', 'viewer'] as const) {
        const person = world().person(who)
        const sql = 'select to_jsonb(film) as data from generated_videos as film where id = $1'
        const seen = await play.as(person, sql, [job])
        expect(seen).toHaveLength(1)
        const account = await play.as(person, 'select export_my_account() as data')
        expect(JSON.stringify([seen, account])).not.toContain(token)
      }
    }))
})
