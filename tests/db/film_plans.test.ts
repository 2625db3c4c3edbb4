import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import { addToLibrary, claim, enqueue, finishFilm, invitePeople, placePhoto, type People } from './studio'

onEveryEngine((database) => {
  let people: People
  let photo: string
  beforeEach(async () => {
    people = await invitePeople(database)
    photo = await placePhoto(people.owner, people.project, (await addToLibrary(people.owner)).id)
  })
  const planOf = async (actor: Actor, job: unknown) =>
    (await actor.row('select film_plan($1) as plan', [job])).plan
  const kept = () => database.admin('select job_id from private.film_plans')

  describe('what a film was asked to be', () => {
    test('stays as it was when it was asked for, whatever is changed since', async () => {
      const card = { text: 'The sea', subtitle: '', seconds: 3, side: 'before' }
      await people.owner.query('update photos set hold_seconds = 4, card = $1 where id = $2', [card, photo])
      const { id } = await enqueue(people.owner, people.project)
      const before = await planOf(people.owner, id)
      expect(before).toMatchObject({
        style: 'classic',
        duration_seconds: 60,
        photos: [
          { id: photo, caption: '', choice: 'auto', hold_seconds: 4, card, focus: null, entrance: null },
        ],
      })
      await people.editor.query(`update photos set hold_seconds = 9, card = null, caption = 'x'`)
      await people.owner.query(`update video_projects set style = 'vintage', title = 'Another'`)
      await claim(people.owner)
      expect(await planOf(people.owner, id)).toEqual(before)
    })

    test('is for who makes it, not for others of the project, nor for strangers', async () => {
      const { id } = await enqueue(people.owner, people.project)
      for (const other of [people.editor, people.viewer, people.stranger])
        expect(await planOf(other, id)).toBeNull()
      expect(await refusal(people.owner.query('select * from private.film_plans'))).toBe(NO_RIGHT)
    })

    test('ends with the job: made, or cancelled', async () => {
      const first = await enqueue(people.owner, people.project)
      const job = await claim(people.owner)
      if (!job) throw new Error('There is a film to claim')
      await finishFilm(people.owner, job)
      expect(await planOf(people.owner, first.id)).toBeNull()
      const second = await enqueue(people.owner, people.project)
      await people.owner.row('select * from cancel_generation($1)', [second.id])
      expect(await kept()).toEqual([])
      await people.owner.row('select * from retry_generation($1)', [second.id])
      expect(await kept()).toHaveLength(1)
    })
  })
})
