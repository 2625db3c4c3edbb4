import { describe, expect, test } from 'vitest'
import { onEveryEngine, refusal, type Actor } from '../engines'
import {
  addToLibrary,
  claim,
  createProject,
  enqueue,
  fail,
  filmableProject,
  filmsThisMonth,
  finishFilm,
  heartbeat,
  placePhoto,
  release,
  reserveOutput,
  reserveUpload,
  startFilm,
  storageUsed,
  storeObject,
} from '../studio'

const MEGABYTE = 1024 ** 2
const crowd = (count: number, work: (index: number) => Promise<unknown>) =>
  Promise.all(Array.from({ length: count }, (_, index) => refusal(work(index))))
/** How often each answer was given. */
const tally = (answers: string[]) =>
  Object.fromEntries(
    [...new Set(answers)].map((answer) => [answer, answers.filter((one) => one === answer).length]),
  )

// On PGlite they come one after the other; on the server really at once.
onEveryEngine((database) => {
  const limit = (change: string) => database.admin(`update plans set ${change} where id = 'free'`)
  const asBefore = () => limit('monthly_videos = 30, max_active_jobs = 3, max_photos = 200')

  describe('all at once against what is left of a plan:', () => {
    test('thirty reservations of 50 MB against one gigabyte', async () => {
      const eve = await database.signUp('Eve')
      await database.admin('update users set total_storage_bytes = 1073741824')
      expect(tally(await crowd(30, () => reserveUpload(eve, { bytes: 50 * MEGABYTE })))).toEqual({
        accepted: 20,
        'PT402 storage_quota': 10,
      })
      // What is left is less than one more, but it is there.
      expect(await refusal(reserveUpload(eve, { bytes: 24 * MEGABYTE }))).toBe('accepted')
      expect(await refusal(reserveUpload(eve, { bytes: 1 }))).toBe('PT402 storage_quota')
    })

    test('thirty renewals of one reservation', async () => {
      const eve = await database.signUp('Eve')
      await database.admin('update users set total_storage_bytes = 2::bigint * 1073741824 - 50 * 1048576')
      const key = '3f0e9d3c-9d0e-4a54-8a37-9a2d2c8f5f10'
      expect(tally(await crowd(30, () => reserveUpload(eve, { bytes: 50 * MEGABYTE, key })))).toEqual({
        accepted: 30,
      })
    })

    test('photos and a film together', async () => {
      const eve = await database.signUp('Eve')
      const held = await startFilm(eve)
      await database.admin('update users set total_storage_bytes = 2::bigint * 1073741824 - 100 * 1048576')
      const answers = await crowd(10, (n) =>
        n % 2 === 0
          ? reserveUpload(eve, { bytes: 40 * MEGABYTE })
          : reserveOutput(eve, held, 40 * MEGABYTE, n % 4 === 1 ? 'video/mp4' : 'video/webm'),
      )
      const [sum] = await database.admin('select sum(bytes) as bytes from private.uploads')
      expect(Number(sum?.bytes)).toBe(80 * MEGABYTE)
      expect(new Set(answers)).toEqual(new Set(['accepted', 'PT402 storage_quota']))
    })

    test('twenty films against five', async () => {
      const eve = await database.signUp('Eve')
      const project = await filmableProject(eve)
      await limit('monthly_videos = 5, max_active_jobs = 50')
      try {
        expect(tally(await crowd(20, (n) => enqueue(eve, project, { cut: `cut-${n}` })))).toEqual({
          accepted: 5,
          'PT402 monthly_quota': 15,
        })
        expect(await filmsThisMonth(database, eve)).toBe(5)
      } finally {
        await asBefore()
      }
    })

    test('twenty films against three at a time', async () => {
      const eve = await database.signUp('Eve')
      const project = await filmableProject(eve)
      expect(tally(await crowd(20, (n) => enqueue(eve, project, { cut: `cut-${n}` })))).toEqual({
        accepted: 3,
        'PT429 too_many_active': 17,
      })
      expect(await filmsThisMonth(database, eve)).toBe(3)
    })

    test('twenty photos against room for five', async () => {
      const eve = await database.signUp('Eve')
      const project = await createProject(eve)
      const { id } = await addToLibrary(eve)
      await limit('max_photos = 5')
      try {
        expect(tally(await crowd(20, () => placePhoto(eve, project, id)))).toEqual({
          accepted: 5,
          'PT402 photo_limit': 15,
        })
        const many = `insert into photos (project_id, media_item_id, position)
          select $1, $2, 'b0' from generate_series(1, 6)`
        const other = await createProject(eve)
        expect(await refusal(eve.query(many, [other, id]))).toBe('PT402 photo_limit')
        expect(await eve.query('select from photos where project_id = $1', [other])).toEqual([])
      } finally {
        await asBefore()
      }
    })
  })

  describe('one job, everything at once:', () => {
    const start = async (): Promise<[Actor, Awaited<ReturnType<typeof startFilm>>]> => {
      const eve = await database.signUp('Eve')
      return [eve, await startFilm(eve)]
    }

    test('twenty cancel it: given back once', async () => {
      const [eve, held] = await start()
      expect(tally(await crowd(20, () => eve.query('select cancel_generation($1)', [held.id])))).toEqual({
        accepted: 20,
      })
      expect(await filmsThisMonth(database, eve)).toBe(0)
    })

    test('twenty report its failure: one does, told and given back once', async () => {
      const [eve, held] = await start()
      expect(tally(await crowd(20, () => fail(eve, held, false)))).toEqual({
        accepted: 1,
        'PT409 lease_lost': 19,
      })
      expect(await filmsThisMonth(database, eve)).toBe(0)
      expect(await eve.query('select from notifications')).toHaveLength(1)
    })

    test('twenty release it: one does, one attempt more', async () => {
      const [eve, held] = await start()
      expect(tally(await crowd(20, () => release(eve, held)))).toEqual({
        accepted: 1,
        'PT409 lease_lost': 19,
      })
      expect(await eve.row('select max_attempts from generated_videos')).toEqual({ max_attempts: 6 })
    })

    test('twenty try it again after it failed: one does, paid once', async () => {
      const [eve, held] = await start()
      await fail(eve, held, false)
      expect(tally(await crowd(20, () => eve.query('select retry_generation($1)', [held.id])))).toEqual({
        accepted: 1,
        'PT409 already_running': 19,
      })
      expect(await filmsThisMonth(database, eve)).toBe(1)
    })

    test('twenty throw the film away: one does, its bytes freed once', async () => {
      const [eve, held] = await start()
      await finishFilm(eve, held)
      expect(tally(await crowd(20, () => eve.query('select delete_generation($1)', [held.id])))).toEqual({
        accepted: 1,
        'PT404 not_found': 19,
      })
      expect(await storageUsed(database, eve)).toBe(1000)
    })

    test('completed, cancelled, failed and released at 99 %: one ending, and everything agrees with it', async () => {
      const eve = await database.signUp('Eve')
      for (let round = 0; round < 10; round++) {
        const held = await startFilm(eve)
        await heartbeat(eve, held, 99)
        const path = await reserveOutput(eve, held)
        await storeObject(eve, 'videos', path, 4000, 'video/mp4')
        const before = await filmsThisMonth(database, eve)
        const endings = [
          () => eve.query('select complete_generation($1, $2, $3)', [held.id, held.token, path]),
          () => eve.query('select cancel_generation($1)', [held.id]),
          () => fail(eve, held, false),
          () => release(eve, held),
        ]
        const answers = await crowd(endings.length, (n) => {
          const ending = endings[(n + round) % endings.length]
          if (!ending) throw new Error('no such ending')
          return ending()
        })
        // A released job can still be cancelled: that is one ending too.
        const ended = answers.filter((answer) => answer === 'accepted').length
        const { status } = await eve.row('select status from generated_videos where id = $1', [held.id])
        expect(ended).toBeGreaterThanOrEqual(1)
        expect(ended).toBeLessThanOrEqual(status === 'cancelled' ? 2 : 1)
        const paid = { completed: 0, cancelled: -1, failed: -1, queued: 0 }[String(status)]
        expect((await filmsThisMonth(database, eve)) - before).toBe(paid)
        const told = `select from notifications where payload ->> 'job' = $1`
        expect(await eve.query(told, [held.id])).toHaveLength(
          status === 'completed' || status === 'failed' ? 1 : 0,
        )
        await database.admin('delete from generated_videos')
      }
    })

    test('twenty claim what three have left behind: three winners', async () => {
      const eve = await database.signUp('Eve')
      for (let job = 0; job < 3; job++) await startFilm(eve)
      await database.admin(`update generated_videos set lease_until = now() - interval '1 second'`)
      const claimed = await Promise.all(Array.from({ length: 20 }, () => claim(eve)))
      const won = claimed.flatMap((one) => (one ? [one.id] : []))
      expect([won.length, new Set(won).size]).toEqual([3, 3])
    })
  })
})
