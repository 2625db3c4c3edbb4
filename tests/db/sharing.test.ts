import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  addToLibrary,
  claim,
  enqueue,
  finishFilm,
  invitePeople,
  placePhoto,
  uploadFile,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })
  const visible = async (actor: Actor) =>
    (await actor.query('select name from storage.objects order by bucket_id desc')).map((row) => row.name)

  describe('files of a shared project', () => {
    test('members read the placed photos and the films, nothing else of the owner', async () => {
      const placed = await addToLibrary(people.owner)
      await addToLibrary(people.owner)
      await uploadFile(people.owner)
      await placePhoto(people.owner, people.project, placed.id)
      await enqueue(people.owner, people.project)
      const job = await claim(people.owner)
      if (!job) throw new Error('nothing to claim')
      const film = await finishFilm(people.owner, job)

      for (const member of [people.editor, people.viewer]) {
        expect(await visible(member)).toEqual([film.storage_path, placed.path])
        expect(await member.query('delete from storage.objects returning name')).toEqual([])
      }
      expect(await visible(people.stranger)).toEqual([])
      expect(await visible(database.anonymous)).toEqual([])

      await people.owner.query('delete from photos')
      expect(await visible(people.viewer)).toEqual([film.storage_path])
      await people.owner.query('delete from project_members')
      expect(await visible(people.viewer)).toEqual([])
    })
  })

  describe('private channels', () => {
    const join = async (actor: Actor, topic: string) => {
      await database.admin('delete from realtime.messages')
      await database.admin(
        `insert into realtime.messages (topic, extension) values ('t', 'broadcast'), ('t', 'presence'), ('t', 'other')`,
      )
      return actor.transaction(async (query) => {
        await query(`select set_config('realtime.topic', $1, true)`, [topic])
        return (await query('select extension from realtime.messages')).length
      })
    }
    const speak = (actor: Actor, topic: string, extension = 'broadcast') =>
      refusal(
        actor.transaction(async (query) => {
          await query(`select set_config('realtime.topic', $1, true)`, [topic])
          return query('insert into realtime.messages (topic, extension) values ($1, $2)', [topic, extension])
        }),
      )

    test('owner and members listen and show that they are there in project:<id>', async () => {
      for (const actor of [people.owner, people.editor, people.viewer]) {
        expect(await join(actor, `project:${people.project}`)).toBe(2)
        expect(await speak(actor, `project:${people.project}`, 'presence')).toBe('accepted')
      }
    })

    test('owner and editors broadcast there, viewers do not, and nobody sends anything else', async () => {
      const topic = `project:${people.project}`
      for (const actor of [people.owner, people.editor])
        expect(await speak(actor, topic, 'broadcast')).toBe('accepted')
      expect(await speak(people.viewer, topic, 'broadcast')).toBe(NO_RIGHT)
      for (const actor of [people.owner, people.editor, people.viewer])
        expect(await speak(actor, topic, 'postgres_changes')).toBe(NO_RIGHT)
    })

    test('who was removed, left or became a viewer can no longer do what they could', async () => {
      const topic = `project:${people.project}`
      await people.owner.query(`update project_members set role = 'viewer' where user_id = $1`, [
        people.editor.id,
      ])
      expect(await speak(people.editor, topic, 'broadcast')).toBe(NO_RIGHT)
      expect(await speak(people.editor, topic, 'presence')).toBe('accepted')
      await people.owner.query('delete from project_members where user_id = $1', [people.editor.id])
      await people.viewer.query('delete from project_members')
      for (const actor of [people.editor, people.viewer]) {
        expect(await join(actor, topic)).toBe(0)
        expect(await speak(actor, topic, 'presence')).toBe(NO_RIGHT)
      }
    })

    test('strangers and the anonymous do none of it; nor does anybody in a topic of another name', async () => {
      for (const actor of [people.stranger, database.anonymous]) {
        expect(await join(actor, `project:${people.project}`)).toBe(0)
        expect(await speak(actor, `project:${people.project}`)).toBe(NO_RIGHT)
      }
      for (const topic of [
        '',
        'project:',
        'project:x',
        people.project,
        `project:${people.project}x`,
        'room:1',
      ]) {
        expect(await join(people.owner, topic)).toBe(0)
        expect(await speak(people.owner, topic)).toBe(NO_RIGHT)
      }
    })

    test('changes of four tables are published, by id only when a row goes', async () => {
      expect(
        await database.admin(
          `select tablename from pg_publication_tables where pubname = 'supabase_realtime' order by tablename`,
        ),
      ).toEqual(
        ['generated_videos', 'notifications', 'photos', 'video_projects'].map((tablename) => ({ tablename })),
      )
      expect(
        await database.admin(
          `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relreplident <> 'd'`,
        ),
      ).toEqual([])
    })
  })
})
