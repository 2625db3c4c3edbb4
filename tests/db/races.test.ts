import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { onEveryEngine, refusal, type Actor } from './engines'
import {
  accept,
  addToLibrary,
  claim,
  enqueue,
  filmableProject,
  filmsThisMonth,
  createProject,
  finishFilm,
  invite,
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

    test('an invitation accepted ten times at once makes one member and tells the owner once', async () => {
      const bob = await database.signUp('Bob')
      const project = await createProject(ada)
      const { id } = await invite(ada, project, 'bob@example.com')
      const answers = await times(10, () => accept(bob, id))
      expect(new Set(answers.map((answer) => answer.project))).toEqual(new Set([project]))
      expect(await ada.query('select from project_members')).toHaveLength(1)
      expect(await ada.query('select from notifications')).toHaveLength(1)
    })

    test('twenty invitations at once to one address make one, to twenty addresses as many as fit', async () => {
      const project = await createProject(ada)
      const rows = await times(20, () => invite(ada, project, 'bob@example.com'))
      expect(new Set(rows.map((row) => row.id)).size).toBe(1)
      await times(39, (n) => invite(ada, project, `guest${n}@example.com`))
      const answers = await times(20, (n) => refusal(invite(ada, project, `late${n}@example.com`)))
      expect(count(answers, 'accepted')).toBe(10)
      expect(count(answers, 'PT429 too_many_members')).toBe(10)
    })

    test('accepted or withdrawn, never both', async () => {
      const bob = await database.signUp('Bob')
      const project = await createProject(ada)
      for (let round = 0; round < 20; round++) {
        const { id } = await invite(ada, project, 'bob@example.com')
        const [accepted, withdrawn] = await Promise.all([
          refusal(accept(bob, id)),
          ada.query('delete from project_invitations returning id'),
        ])
        expect(withdrawn.length === 1).toBe(accepted === 'PT404 invitation_gone')
        await ada.query('delete from project_members')
      }
    })

    test('inviting, accepting, leaving, removing and reading about it from all sides never deadlock', async () => {
      const actors = [ada, ...(await times(3, (n) => database.signUp(`Guest${n}`)))]
      const projects = await Promise.all(
        actors.flatMap((actor) => [1, 2].map(async () => ({ actor, id: await createProject(actor) }))),
      )
      const pick = <T>(among: readonly T[]): T => {
        const one = among[Math.floor(Math.random() * among.length)]
        if (one === undefined) throw new Error('nothing to pick from')
        return one
      }
      const addresses = ['ada', 'guest0', 'guest1', 'guest2'].map((name) => `${name}@example.com`)
      const steps: ((actor: Actor) => Promise<unknown>)[] = [
        (actor) => {
          const own = pick(projects.filter((project) => project.actor === actor))
          return invite(actor, own.id, pick(addresses), pick(['viewer', 'editor']))
        },
        async (actor) => {
          const [waiting] = await actor.query('select id from my_invitations() order by random()')
          if (waiting) await accept(actor, waiting.id)
        },
        async (actor) => {
          const [waiting] = await actor.query('select id from my_invitations() order by random()')
          if (waiting) await actor.query('select decline_invitation($1)', [waiting.id])
        },
        (actor) => actor.query('delete from project_members where user_id = $1', [actor.id]),
        (actor) => actor.query('delete from project_members'),
        (actor) => actor.query(`update project_members set role = 'viewer'`),
        (actor) => actor.query('delete from project_invitations'),
        (actor) => actor.query('update notifications set read_at = now()'),
        (actor) => actor.query('delete from notifications'),
        (actor) => actor.query(`delete from video_projects where title = 'One more'`),
        async (actor) => {
          const project = await createProject(actor, 'One more')
          await times(3, (n) => invite(actor, project, addresses[n] ?? '').catch(() => null))
        },
      ]
      const stop = Date.now() + 3000
      const answers: string[] = []
      const work = async (actor: Actor) => {
        while (Date.now() < stop) answers.push(await refusal(pick(steps)(actor)))
      }
      await Promise.all([...actors, ...actors, ...actors].map(work))
      expect(answers.length).toBeGreaterThan(300)
      expect(answers.filter((answer) => !/^(accepted|PT4)/.test(answer))).toEqual([])
      // Two may delete their accounts while everybody else goes on.
      const [first, second, ...others] = actors
      const more = Date.now() + 1000
      await Promise.all([
        ...others.map(async (actor) => {
          while (Date.now() < more) answers.push(await refusal(pick(steps)(actor)))
        }),
        ...[first, second].map(async (actor) => {
          answers.push(await refusal(actor?.query('select delete_my_account()') ?? Promise.resolve()))
        }),
      ])
      expect(answers.filter((answer) => !/^(accepted|PT4)/.test(answer))).toEqual([])
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
