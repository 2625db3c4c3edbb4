import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  addToLibrary,
  claim,
  contentHash,
  expireLease,
  fail,
  hostedFinish,
  INSERT_MEDIA_ITEM,
  release,
  reserveOutput,
  reserveUpload,
  startFilm,
  storageUsed,
  storeObject,
  uploadFile,
  type Claim,
} from './studio'

const FREE_BYTES = 2 * 1024 ** 3
const MB = 1024 ** 2
const FULL = 'PT402 storage_quota'

// A hosted storage server asks once, before the bytes come, and writes the row in its own name afterwards.
onEveryEngine((database) => {
  let ada: Actor
  beforeEach(async () => {
    ada = await database.signUp('Ada')
  })
  const leftovers = async () => (await ada.query('select path from leftover_files()')).map((row) => row.path)
  const announced = (path: string) =>
    database.admin('select bytes, expires_at > now() as open from private.uploads where name = $1', [path])
  const asks = (bytes: number) => refusal(reserveUpload(ada, { bytes }))

  describe('a file that comes after it was registered', () => {
    test('counts as large as it has become: nobody gets more room by announcing little', async () => {
      const path = await reserveUpload(ada, { bytes: 1 })
      await storeObject(ada, 'media', path, 1, 'image/jpeg')
      await ada.query(INSERT_MEDIA_ITEM, [randomUUID(), path, null, contentHash(path)])
      expect(await storageUsed(database, ada)).toBe(1)
      await hostedFinish(database, path, FREE_BYTES - 1000)
      expect(await asks(1001)).toBe(FULL)
      expect(await asks(1000)).toBe('accepted')
    })

    test('counts together with what else is only announced, and with what lies there unannounced', async () => {
      const { path } = await addToLibrary(ada, 100)
      await hostedFinish(database, path, FREE_BYTES - 3000)
      await reserveUpload(ada, { bytes: 1000 })
      await hostedFinish(database, `${ada.id}/${randomUUID()}.jpg`, 500)
      expect(await asks(1501)).toBe(FULL)
      expect(await asks(1500)).toBe('accepted')
    })

    test('counts for its owner alone, whatever others’ folders are called', async () => {
      const eve = await database.signUp('Eve')
      for (const path of [`${eve.id}/a.jpg`, `${ada.id}0/a.jpg`, `${ada.id}-/a.jpg`, `x/${ada.id}/a.jpg`])
        await hostedFinish(database, path, FREE_BYTES)
      expect(await asks(1000)).toBe('accepted')
      expect(await refusal(reserveUpload(eve, { bytes: 1000 }))).toBe(FULL)
    })
  })

  describe('a file that comes after its announcement ran out', () => {
    const runOut = (ago: string) =>
      database.admin(`update private.uploads set expires_at = now() - $1::interval`, [ago])

    test('is held, counted and listed, and another announcement does not make it forgotten', async () => {
      const path = await reserveUpload(ada, { bytes: 1000 })
      await runOut('2 hours')
      await reserveUpload(ada)
      await hostedFinish(database, path, FREE_BYTES - 3000)
      expect(await announced(path)).toEqual([{ bytes: 1000, open: false }])
      expect(await asks(2001)).toBe(FULL)
      expect(await leftovers()).toEqual([path])
    })

    test('is counted and listed even where nothing is known of it any more', async () => {
      const path = await reserveUpload(ada, { bytes: 1000 })
      await runOut('4 hours')
      await reserveUpload(ada)
      expect(await announced(path)).toEqual([])
      await hostedFinish(database, path, FREE_BYTES - 3000)
      expect(await asks(2001)).toBe(FULL)
      expect(await leftovers()).toEqual([path])
    })
  })

  describe('a file that comes after the account was closed', () => {
    test('keeps the account from going until it is removed, and counts if the account is kept', async () => {
      const path = await reserveUpload(ada, { bytes: 1000 })
      await ada.query('select close_my_account()')
      expect(await refusal(storeObject(ada, 'media', path, 1000, 'image/jpeg'))).toBe(NO_RIGHT)
      await hostedFinish(database, path, FREE_BYTES - 3000)
      expect(await refusal(ada.query('select delete_my_account()'))).toBe('PT409 files_remain')
      await ada.query('select keep_my_account()')
      expect(await asks(3001)).toBe(FULL)
    })
  })

  describe('a file that comes after the account was deleted', () => {
    test('can be read by nobody, and is found by who sweeps', async () => {
      const path = await reserveUpload(ada)
      await ada.query('select delete_my_account()')
      await hostedFinish(database, path, 1000)
      const eve = await database.signUp('Eve')
      await addToLibrary(eve)
      for (const actor of [ada, database.anonymous])
        expect(await actor.query('select name from storage.objects')).toEqual([])
      expect(await eve.query('select from storage.objects where name = $1', [path])).toEqual([])
      expect(
        await database.admin(
          `select name from storage.objects
           where not exists (select from public.users where id::text = split_part(name, '/', 1))`,
        ),
      ).toEqual([{ name: path }])
    })
  })

  describe('a film of an attempt that is over', () => {
    const mp4 = { bucket: 'videos', mime: 'video/mp4' }
    const store = (path: string, bytes = 700 * MB) =>
      refusal(storeObject(ada, 'videos', path, bytes, 'video/mp4'))
    const nextAttempt = async (job: Claim): Promise<Claim> => {
      await expireLease(database, job.id)
      const next = await claim(ada, 45, job.id)
      if (!next) throw new Error('the job could not be claimed')
      return next
    }

    test('takes no room from the next: two attempts are lost where one film and a half fit', async () => {
      const job = await startFilm(ada)
      await hostedFinish(database, `${ada.id}/a.jpg`, FREE_BYTES - 1050 * MB)
      await reserveOutput(ada, job, 700 * MB)
      const second = await nextAttempt(job)
      await reserveOutput(ada, second, 700 * MB)
      const third = await nextAttempt(second)
      expect(await reserveOutput(ada, third, 700 * MB)).toBe(`${ada.id}/${job.project}/${job.id}/3.mp4`)
      expect(await asks(50 * MB)).toBe('accepted')
      expect(await refusal(reserveOutput(ada, third, 1050 * MB))).toBe(FULL)
    })

    test('cannot be stored once another attempt has begun', async () => {
      const job = await startFilm(ada)
      const stale = await reserveOutput(ada, job, 700 * MB)
      const path = await reserveOutput(ada, await nextAttempt(job), 700 * MB)
      expect(await store(stale)).toBe(NO_RIGHT)
      expect(await store(path)).toBe('accepted')
    })

    test.each<[string, (job: Claim & { project: string }) => Promise<unknown>]>([
      ['released', (job) => release(ada, job)],
      ['to be tried again', (job) => fail(ada, job, true)],
      ['failed', (job) => fail(ada, job, false)],
      ['cancelled', (job) => ada.query('select cancel_generation($1)', [job.id])],
      [
        'gone with its project',
        (job) => ada.query('delete from video_projects where id = $1', [job.project]),
      ],
    ])('cannot be stored when the job is %s, and makes room', async (_what, end) => {
      const job = await startFilm(ada)
      const path = await reserveOutput(ada, job, 2000 * MB)
      expect(await asks(50 * MB)).toBe(FULL)
      await end(job)
      expect(await asks(50 * MB)).toBe('accepted')
      expect(await store(path)).toBe(NO_RIGHT)
      expect(await leftovers()).toEqual([])
    })

    test('that comes all the same is counted, and a leftover from the first moment on', async () => {
      const job = await startFilm(ada)
      const stale = await reserveOutput(ada, job, 700 * MB)
      await nextAttempt(job)
      await hostedFinish(database, stale, FREE_BYTES - 2000, mp4)
      expect(await leftovers()).toEqual([stale])
      expect(await asks(2000)).toBe(FULL)
    })

    test('that was stored in time is a leftover, but not that of the attempt that goes on', async () => {
      const job = await startFilm(ada)
      const stale = await reserveOutput(ada, job, 1000)
      expect(await store(stale, 1000)).toBe('accepted')
      const next = await nextAttempt(job)
      expect(await store(await reserveOutput(ada, next, 1000), 1000)).toBe('accepted')
      expect(await leftovers()).toEqual([stale])
    })
  })

  test('the files of one person are found by the index on names', async () => {
    await uploadFile(ada)
    const [{ body } = {}] = await database.admin(
      `select prosrc as body from pg_proc where oid = 'private.stored_files(uuid)'::regprocedure`,
    )
    const plan = await database.engine.transaction(async (query) => {
      await query('set local enable_seqscan = off')
      return query(`explain ${String(body).replaceAll('person', `'${ada.id}'::uuid`)}`)
    })
    expect(plan.map((row) => String(row['QUERY PLAN'])).join('\n')).toMatch(
      /Index Cond: .*name ~>=~ .*name ~<~ /,
    )
  })
})
