import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { onEveryEngine, type Actor } from './engines'
import {
  accept,
  createProject,
  invite,
  invitePeople,
  storeObject,
  reserveUpload,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  let guest: Actor
  beforeEach(async () => {
    people = await invitePeople(database)
    guest = await database.signUp('Guest')
    await accept(guest, (await invite(people.owner, people.project, 'guest@example.com')).id)
  })
  const shownTo = async (actor: Actor, project = people.project) =>
    (await actor.query('select * from project_people($1)', [project])).map(({ display_name, role, email }) =>
      [display_name, role, email].join(' '),
    )

  test('owner: everybody, themselves first, with the addresses that they wrote', async () => {
    const [first, ...members] = await shownTo(people.owner)
    expect(first).toBe('Owner owner owner@example.com')
    expect(members.toSorted()).toEqual(['Editor editor ', 'Guest viewer guest@example.com', 'Viewer viewer '])
  })

  test('owner: not the new address of a member who changed it', async () => {
    await database.admin(`update auth.users set email = 'private@example.com' where id = $1`, [guest.id])
    expect(await shownTo(people.owner)).toContain('Guest viewer guest@example.com')
  })

  test('member: everybody, and no address but their own', async () => {
    for (const [member, own] of [
      [people.editor, 'Editor editor editor@example.com'],
      [people.viewer, 'Viewer viewer viewer@example.com'],
      [guest, 'Guest viewer guest@example.com'],
    ] as const) {
      const shown = await shownTo(member)
      expect(shown[0]).toBe('Owner owner ')
      expect(shown).toHaveLength(4)
      expect(shown.filter((person) => person.includes('@'))).toEqual([own])
    }
  })

  test('stranger: nobody, of a foreign project as of a missing one', async () => {
    expect(await shownTo(people.stranger)).toEqual([])
    expect(await shownTo(people.stranger, randomUUID())).toEqual([])
  })

  test('a former member is shown nobody and is not shown', async () => {
    await guest.query('delete from project_members')
    expect(await shownTo(guest)).toEqual([])
    expect(await shownTo(people.owner)).toHaveLength(3)
  })

  describe('faces', () => {
    const showFace = async (actor: Actor) => {
      const path = await reserveUpload(actor)
      await storeObject(actor, 'media', path, 1000, 'image/jpeg')
      await actor.query('update users set avatar_path = $1 where id = $2', [path, actor.id])
      return path
    }
    const seenBy = async (actor: Actor) =>
      (await actor.query('select name from storage.objects')).map((row) => String(row.name)).toSorted()

    test('are seen by those who work together and by nobody else', async () => {
      const faces = [await showFace(people.owner), await showFace(guest)].toSorted()
      for (const actor of [people.owner, guest, people.editor, people.viewer])
        expect(await seenBy(actor)).toEqual(faces)
      expect(await seenBy(people.stranger)).toEqual([])
      expect(await seenBy(database.anonymous)).toEqual([])
    })

    test('are not got hold of by adding a stranger to a project by id', async () => {
      await showFace(people.stranger)
      const project = await createProject(guest)
      await guest.query(`insert into project_members (project_id, user_id, role) values ($1, $2, 'viewer')`, [
        project,
        people.stranger.id,
      ])
      expect(await seenBy(guest)).toEqual([])
      expect(await shownTo(guest, project)).toContain('Stranger viewer ')
    })
  })
})
