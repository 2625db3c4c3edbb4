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
  finishFilm,
  invitePeople,
  placePhoto,
  release,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  let line: string[]
  beforeEach(async () => {
    people = await invitePeople(database)
    const item = (await addToLibrary(people.owner)).id
    line = []
    for (let n = 0; n < 3; n++) {
      const project = n === 0 ? people.project : await createProject(people.owner, `Film ${n}`)
      await placePhoto(people.owner, project, item)
      line.push(String((await enqueue(people.owner, project)).id))
    }
  })
  const move = (actor: Actor, job: unknown, before: unknown = null): Promise<Row[]> =>
    actor.query('select * from move_generation($1, $2)', [job, before])
  /** In which order they are claimed; all of them are given back. */
  async function claimed(actor: Actor): Promise<number[]> {
    const jobs = []
    for (let job = await claim(actor); job; job = await claim(actor)) jobs.push(job)
    for (const job of jobs) await release(actor, job)
    return jobs.map(({ id }) => line.indexOf(id))
  }

  describe('move_generation', () => {
    test('films are made in the order in which they were asked for, until somebody moves one', async () => {
      expect(await claimed(people.owner)).toEqual([0, 1, 2])
      await move(people.owner, line[2], line[0])
      expect(await claimed(people.owner)).toEqual([2, 0, 1])
      await move(people.owner, line[2])
      expect(await claimed(people.owner)).toEqual([0, 1, 2])
      await move(people.owner, line[0], line[2])
      expect(await claimed(people.owner)).toEqual([1, 0, 2])
    })

    test('answers the films whose place has changed, each in a newer revision', async () => {
      const moved = await move(people.owner, line[1], line[0])
      expect(new Set(moved.map((row) => row.id))).toEqual(new Set([line[0], line[1]]))
      expect(moved).toHaveLength(2)
      expect(moved.every((row) => Number(row.rev) === 2 && row.status === 'queued')).toBe(true)
      expect(await move(people.owner, line[1], line[0])).toEqual([])
    })

    test('a film that is asked for later comes after all that were moved', async () => {
      await move(people.owner, line[0])
      const project = await createProject(people.owner, 'Later')
      await placePhoto(people.owner, project, (await addToLibrary(people.owner)).id)
      await database.admin(`update plans set max_active_jobs = 4 where id = 'free'`)
      try {
        line.push(String((await enqueue(people.owner, project)).id))
      } finally {
        await database.admin(`update plans set max_active_jobs = 3 where id = 'free'`)
      }
      expect(await claimed(people.owner)).toEqual([1, 2, 0, 3])
    })

    test('two that were queued in the same microsecond are told apart', async () => {
      await database.admin(`update generated_videos set queued_at = '2025-11-23T10:00:00Z'`)
      const same = await claimed(people.owner)
      const [first = 0, second = 0, third = 0] = same
      await move(people.owner, line[third], line[first])
      expect(await claimed(people.owner)).toEqual([third, first, second])
    })

    test('a film that is given back, or fails and is tried again, keeps its place', async () => {
      await move(people.owner, line[2], line[0])
      const job = await claim(people.owner)
      if (!job) throw new Error('nothing to claim')
      expect(job.id).toBe(line[2])
      await fail(people.owner, job, true)
      await database.admin('update generated_videos set run_after = now()')
      expect(await claimed(people.owner)).toEqual([2, 0, 1])
    })

    test('what is being made or has ended is not moved, and nothing is moved before it', async () => {
      const job = await claim(people.owner)
      if (!job) throw new Error('nothing to claim')
      expect(await refusal(move(people.owner, line[0]))).toBe('PT409 not_waiting')
      expect(await refusal(move(people.owner, line[1], line[0]))).toBe('PT409 not_waiting')
      await expireLease(database, job.id)
      expect(await refusal(move(people.owner, line[0]))).toBe('PT409 not_waiting')
      const again = await claim(people.owner, 45, job.id)
      if (!again) throw new Error('nothing to claim')
      await finishFilm(people.owner, again)
      expect(await refusal(move(people.owner, line[0]))).toBe('PT409 not_waiting')
      await people.owner.query('select cancel_generation($1)', [line[1]])
      expect(await refusal(move(people.owner, line[2], line[1]))).toBe('PT409 not_waiting')
    })

    test('before itself is nowhere', async () => {
      expect(await refusal(move(people.owner, line[1], line[1]))).toBe('PT400 bad_request')
      expect(await refusal(move(people.owner, null))).toBe('PT404 not_found')
    })

    test('nobody moves the films of others: not in a project they own, and not to learn whether there are any', async () => {
      await database.admin(`update plans set max_active_jobs = 4 where id = 'free'`)
      let theirs: Row
      try {
        theirs = await enqueue(people.editor, people.project, { cut: 'theirs' })
      } finally {
        await database.admin(`update plans set max_active_jobs = 3 where id = 'free'`)
      }
      for (const other of [people.editor, people.viewer, people.stranger])
        expect(await refusal(move(other, line[1]))).toBe('PT404 not_found')
      expect(await refusal(move(people.owner, theirs.id))).toBe('PT404 not_found')
      expect(await refusal(move(people.owner, line[1], theirs.id))).toBe('PT404 not_found')
      expect(await refusal(move(people.stranger, randomUUID()))).toBe('PT404 not_found')
      expect(await refusal(move(database.anonymous, line[1]))).toBe(NO_RIGHT)
      expect(await claimed(people.owner)).toEqual([0, 1, 2])
    })

    test('twenty at once, and claims between them, leave every film in the line exactly once', async () => {
      await Promise.all(
        Array.from({ length: 20 }, async (_, n) => {
          const job = n % 5 === 0 ? await claim(people.owner) : null
          await refusal(move(people.owner, line[n % 3], n % 2 ? line[(n + 1) % 3] : null))
          if (job) await release(people.owner, job)
        }),
      )
      expect((await claimed(people.owner)).toSorted((a, b) => a - b)).toEqual([0, 1, 2])
    })
  })

  describe('who makes a film', () => {
    const workers = () => database.admin('select worker from generated_videos where id = $1', [line[0]])
    test('is told by their row while it is made and afterwards, and not while it waits', async () => {
      expect(await workers()).toEqual([{ worker: null }])
      const job = await claim(people.owner)
      if (!job) throw new Error('nothing to claim')
      expect(await workers()).toEqual([{ worker: 'test' }])
      await release(people.owner, job)
      expect(await workers()).toEqual([{ worker: null }])
      const again = await claim(people.owner)
      if (!again) throw new Error('nothing to claim')
      await finishFilm(people.owner, again)
      expect(await workers()).toEqual([{ worker: 'test' }])
    })
  })
})
