import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { onEveryEngine, refusal, type Actor } from './engines'
import {
  addToLibrary,
  claim,
  enqueue,
  filmableProject,
  filmsThisMonth,
  finishFilm,
  invitePeople,
  placePhoto,
  reserveUpload,
  startFilm,
  storageUsed,
} from './studio'

const times = <T>(count: number, work: (index: number) => Promise<T>) =>
  Promise.all(Array.from({ length: count }, (_, index) => work(index)))
const count = (answers: string[], answer: string) => answers.filter((given) => given === answer).length

// PGlite has one session: nothing can race there.
onEveryEngine(
  (database) => {
    let ada: Actor
    beforeEach(async () => {
      ada = await database.signUp('Ada')
    })

    test('twenty claimers, one winner', async () => {
      for (let round = 0; round < 10; round++) {
        const job = await enqueue(ada, await filmableProject(ada))
        const winners = (await times(20, () => claim(ada))).filter((claimed) => claimed !== null)
        expect(winners.map((winner) => winner.id)).toEqual([job.id])
        await ada.query('select cancel_generation($1)', [job.id])
      }
    })

    test('twenty clicks with one key make one job, with twenty keys one job too', async () => {
      const key = randomUUID()
      const project = await filmableProject(ada)
      const rows = await times(20, () => enqueue(ada, project, {}, key))
      expect(new Set(rows.map((row) => row.id)).size).toBe(1)
      const other = await filmableProject(ada)
      const answers = await times(20, () => refusal(enqueue(ada, other)))
      expect(count(answers, 'accepted')).toBe(1)
      expect(count(answers, 'PT409 already_running')).toBe(19)
      expect(await filmsThisMonth(database, ada)).toBe(2)
    })

    test('thirty reservations of 100 MB in all against room for ten', async () => {
      const size = 10_000_000
      await database.admin('update users set total_storage_bytes = 2::bigint * 1024 * 1024 * 1024 - $1', [
        10 * size,
      ])
      const answers = await times(30, () => refusal(reserveUpload(ada, { bytes: size })))
      expect(count(answers, 'accepted')).toBe(10)
      expect(count(answers, 'PT402 storage_quota')).toBe(20)
    })

    test('a completed film asked for ten times at once is counted once', async () => {
      const job = await startFilm(ada)
      const film = await finishFilm(ada, job)
      const repeat = 'select id from complete_generation($1, $2, $3)'
      await times(10, () => ada.query(repeat, [job.id, job.token, film.storage_path]))
      expect(await storageUsed(database, ada)).toBe(5000)
      expect(await ada.query('select from notifications')).toHaveLength(1)
    })

    test('two people working on one project from both ends never deadlock', async () => {
      const { owner, editor, project } = await invitePeople(database)
      const item = (await addToLibrary(owner)).id
      await placePhoto(owner, project, item)
      const stop = Date.now() + 3000
      const answers: string[] = []
      const work = async (actor: Actor, statements: [string, unknown[]][]) => {
        for (let step = 0; Date.now() < stop; step++) {
          const [sql, parameters] = statements[step % statements.length] ?? ['', []]
          answers.push(await refusal(actor.query(sql, parameters)))
        }
      }
      const film: [string, unknown[]][] = [
        [`select enqueue_generation($1, gen_random_uuid(), '{}')`, [project]],
        [`select * from claim_generation('a')`, []],
        [`select cancel_generation(id) from generated_videos where status in ('queued', 'processing')`, []],
      ]
      await Promise.all([
        work(owner, film),
        work(editor, film),
        work(owner, [
          [
            `update video_projects set title = title || 'x' where char_length(title) < 100 and id = $1`,
            [project],
          ],
          [`insert into photos (project_id, media_item_id, position) values ($1, $2, 'b0')`, [project, item]],
          [`delete from photos where position = 'b0'`, []],
          [`update project_members set role = 'viewer' where user_id = $1`, [editor.id]],
          [`update project_members set role = 'editor' where user_id = $1`, [editor.id]],
        ]),
        work(editor, [
          [`update photos set caption = 'x' where project_id = $1`, [project]],
          [`delete from generated_videos where false`, []],
          [`select reserve_upload('media', 10, 'image/jpeg')`, []],
        ]),
      ])
      expect(answers.length).toBeGreaterThan(200)
      expect(count(answers, '40P01')).toBe(0)
      const [films] = await database.admin(
        `select count(*) filter (where status in ('queued', 'processing')) as live from generated_videos`,
      )
      const paid = (await filmsThisMonth(database, owner)) + (await filmsThisMonth(database, editor))
      expect(paid).toBe(Number(films?.live))
    })
  },
  ['PostgreSQL'],
)
