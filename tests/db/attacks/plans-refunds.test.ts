import { describe, expect, test } from 'vitest'
import { onEveryEngine, refusal, type Actor } from '../engines'
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
  release,
  startFilm,
} from '../studio'

onEveryEngine((database) => {
  describe('a film is paid for once and given back at most once:', () => {
    type Story = (eve: Actor, project: string) => Promise<unknown>
    const cancel = (eve: Actor, job: unknown) => eve.query('select cancel_generation($1)', [job])
    const remove = (eve: Actor, job: unknown) => eve.query('select delete_generation($1)', [job])
    const running = async (eve: Actor, project: string) => {
      const { id } = await enqueue(eve, project)
      const held = await claim(eve, 45, String(id))
      if (!held) throw new Error('nothing to claim')
      return held
    }
    const stories: [what: string, paid: number, story: Story][] = [
      ['queued', 1, (eve, project) => enqueue(eve, project)],
      [
        'asked for twice with one key',
        1,
        async (eve, project) => {
          const key = '3f0e9d3c-9d0e-4a54-8a37-9a2d2c8f5f10'
          await enqueue(eve, project, {}, key)
          await enqueue(eve, project, {}, key)
        },
      ],
      [
        'refused because one is being made',
        1,
        async (eve, project) => {
          await enqueue(eve, project)
          await refusal(enqueue(eve, project))
        },
      ],
      [
        'refused for want of photos',
        0,
        async (eve) => {
          await refusal(enqueue(eve, await createProject(eve)))
        },
      ],
      [
        'cancelled twice, then thrown away',
        0,
        async (eve, project) => {
          const { id } = await enqueue(eve, project)
          await cancel(eve, id)
          await cancel(eve, id)
          await remove(eve, id)
        },
      ],
      [
        'cancelled, then its project deleted',
        0,
        async (eve, project) => {
          await cancel(eve, (await enqueue(eve, project)).id)
          await eve.query('delete from video_projects')
        },
      ],
      [
        'its project deleted while it waits',
        0,
        async (eve, project) => {
          await enqueue(eve, project)
          await eve.query('delete from video_projects')
        },
      ],
      [
        'its project deleted while it is made, and everything tried with its token',
        0,
        async (eve, project) => {
          const held = await running(eve, project)
          await eve.query('delete from video_projects')
          await refusal(fail(eve, held, false))
          await refusal(cancel(eve, held.id))
        },
      ],
      [
        'failed, then cancelled, then thrown away',
        0,
        async (eve, project) => {
          const held = await running(eve, project)
          await fail(eve, held, false)
          await refusal(cancel(eve, held.id))
          await refusal(fail(eve, held, false))
          await remove(eve, held.id)
        },
      ],
      [
        'failed with another attempt to come',
        1,
        async (eve, project) => {
          await fail(eve, await running(eve, project), true)
        },
      ],
      [
        'released three times',
        1,
        async (eve, project) => {
          let held = await running(eve, project)
          for (let time = 0; time < 3; time++) {
            await release(eve, held)
            held = (await claim(eve)) ?? held
          }
        },
      ],
      [
        'taken over after the lease ran out',
        1,
        async (eve, project) => {
          const held = await running(eve, project)
          await expireLease(database, held.id)
          await claim(eve)
        },
      ],
      [
        'given up as lost by two who look',
        0,
        async (eve, project) => {
          const held = await running(eve, project)
          await database.admin(`update generated_videos set max_attempts = 1 where status = 'processing'`)
          await expireLease(database, held.id)
          await claim(eve)
          await claim(eve)
          await refusal(cancel(eve, held.id))
        },
      ],
      [
        'finished, then cancelled and thrown away',
        1,
        async (eve, project) => {
          const held = await running(eve, project)
          await finishFilm(eve, held)
          await refusal(cancel(eve, held.id))
          await remove(eve, held.id)
        },
      ],
      [
        'finished, then its project deleted',
        1,
        async (eve, project) => {
          await finishFilm(eve, await running(eve, project))
          await eve.query('delete from video_projects')
        },
      ],
      [
        'failed, and tried again twice',
        1,
        async (eve, project) => {
          const held = await running(eve, project)
          await fail(eve, held, false)
          for (let time = 0; time < 2; time++)
            await refusal(eve.query('select retry_generation($1)', [held.id]))
        },
      ],
    ]
    test.each(stories)('%s: %i', async (_what, paid, story) => {
      const eve = await database.signUp('Eve')
      const project = await filmableProject(eve)
      await finishFilm(eve, await startFilm(eve))
      const before = await filmsThisMonth(database, eve)
      await story(eve, project)
      expect((await filmsThisMonth(database, eve)) - before).toBe(paid)
    })

    test('an editor who is demoted, removed and goes: theirs once, the owner’s never', async () => {
      const { owner, editor, project } = await invitePeople(database)
      await placePhoto(owner, project, (await addToLibrary(owner)).id)
      await enqueue(editor, project)
      await owner.query(`update project_members set role = 'viewer'`)
      expect(await filmsThisMonth(database, editor)).toBe(0)
      await owner.query('delete from project_members')
      await owner.query('delete from video_projects')
      expect(await filmsThisMonth(database, editor)).toBe(0)
      expect(await filmsThisMonth(database, owner)).toBe(0)
    })

    test('a film of last month is given back to last month', async () => {
      const eve = await database.signUp('Eve')
      const project = await filmableProject(eve)
      await database.admin(`insert into usage_counters values ($1, '2025-10-01', 7)`, [eve.id])
      const [job] = await database.admin(
        `insert into generated_videos (project_id, user_id, request_key, settings, period)
         values ($1, $2, gen_random_uuid(), '{}', '2025-10-01') returning id`,
        [project, eve.id],
      )
      await enqueue(eve, project, { cut: 'new' })
      await cancel(eve, job?.id)
      expect(await eve.query(`select videos from usage_counters order by period`)).toEqual([
        { videos: 6 },
        { videos: 1 },
      ])
    })
  })
})
