import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { onEveryEngine, refusal, type Actor } from './engines'
import { accept, addToLibrary, enqueue, invite, invitePeople, placePhoto, type People } from './studio'

onEveryEngine((database) => {
  let people: People
  let invitation: unknown
  beforeEach(async () => {
    people = await invitePeople(database)
    invitation = (await invite(people.owner, people.project, 'stranger@example.com', 'editor')).id
  })
  const received = (actor: Actor) => actor.query('select * from my_invitations()')
  const decline = (actor: Actor, id = invitation) => actor.query('select decline_invitation($1)', [id])
  const memberships = () => database.admin('select from project_members')

  describe('invitee', () => {
    test('reads what they are invited to and by whom', async () => {
      expect(await received(people.stranger)).toMatchObject([
        {
          id: invitation,
          project_id: people.project,
          title: 'Summer at the lake',
          role: 'editor',
          invited_by_name: 'Owner',
        },
      ])
    })

    test('accepts and has the role; accepting again answers the same', async () => {
      expect(await people.stranger.query('select id from video_projects')).toEqual([])
      expect(await accept(people.stranger, invitation)).toEqual({ project: people.project })
      expect(await accept(people.stranger, invitation)).toEqual({ project: people.project })
      expect(await people.stranger.query('select id from video_projects')).toEqual([{ id: people.project }])
      expect(await people.stranger.row('select role, invited_as from project_members')).toEqual({
        role: 'editor',
        invited_as: 'stranger@example.com',
      })
      expect(await database.admin('select from project_invitations')).toEqual([])
      expect(await received(people.stranger)).toEqual([])
    })

    test('declines', async () => {
      await decline(people.stranger)
      expect(await received(people.stranger)).toEqual([])
      expect(await refusal(accept(people.stranger, invitation))).toBe('PT404 invitation_gone')
      expect(await refusal(decline(people.stranger))).toBe('PT404 invitation_gone')
      expect(await people.owner.query('select * from project_invitations')).toEqual([])
      expect(await memberships()).toHaveLength(2)
    })

    test('is found however the address is spelled', async () => {
      await database.admin(`update auth.users set email = 'STRANGER@Example.com' where id = $1`, [
        people.stranger.id,
      ])
      expect(await accept(people.stranger, invitation)).toEqual({ project: people.project })
    })

    test('who was removed after accepting cannot come back by accepting again', async () => {
      await accept(people.stranger, invitation)
      await people.owner.query('delete from project_members where user_id = $1', [people.stranger.id])
      expect(await refusal(accept(people.stranger, invitation))).toBe('PT404 invitation_gone')
    })

    test('a member already gets the role of the invitation, and a demoted editor loses the live job', async () => {
      await placePhoto(people.owner, people.project, (await addToLibrary(people.owner)).id)
      await enqueue(people.editor, people.project)
      const { id } = await invite(people.owner, people.project, 'editor@example.com', 'viewer')
      await accept(people.editor, id)
      expect(await people.editor.row('select role from project_members')).toEqual({ role: 'viewer' })
      expect(await database.admin('select status from generated_videos')).toEqual([{ status: 'cancelled' }])
    })
  })

  describe('an address that is not confirmed', () => {
    test('hears of nothing and accepts nothing until it is', async () => {
      const { id } = await invite(people.owner, people.project, 'newcomer@example.com')
      const newcomer = await database.signUp('Newcomer', {}, { confirmed: false })
      expect(await received(newcomer)).toEqual([])
      expect(await refusal(accept(newcomer, id))).toBe('PT404 invitation_gone')
      expect(await refusal(decline(newcomer, id))).toBe('PT404 invitation_gone')
      expect(await newcomer.query('select * from notifications')).toEqual([])

      await database.admin('update auth.users set email_confirmed_at = now() where id = $1', [newcomer.id])
      expect(await newcomer.query('select kind from notifications')).toEqual([{ kind: 'project_invited' }])
      expect(await accept(newcomer, id)).toEqual({ project: people.project })
    })

    test('may belong to an account that goes without taking the invitation along', async () => {
      await invite(people.owner, people.project, 'newcomer@example.com')
      const newcomer = await database.signUp('Newcomer', {}, { confirmed: false })
      await database.admin('delete from auth.users where id = $1', [newcomer.id])
      expect(await database.admin('select from project_invitations')).toHaveLength(2)
    })
  })

  describe('gone, for every reason alike', () => {
    const tried = async (actor: Actor, id = invitation) => [
      await refusal(accept(actor, id)),
      await refusal(decline(actor, id)),
    ]
    const gone = ['PT404 invitation_gone', 'PT404 invitation_gone']

    test('missing, or for somebody else: members, the owner, strangers', async () => {
      const { id } = await invite(people.owner, people.project, 'guest@example.com')
      for (const actor of [people.owner, people.editor, people.viewer, people.stranger]) {
        expect(await tried(actor, id)).toEqual(gone)
        expect(await tried(actor, randomUUID())).toEqual(gone)
        expect(await tried(actor, null)).toEqual(gone)
      }
      expect(await database.admin('select from project_invitations')).toHaveLength(2)
      expect(await memberships()).toHaveLength(2)
    })

    test('withdrawn', async () => {
      await people.owner.query('delete from project_invitations')
      expect(await tried(people.stranger)).toEqual(gone)
    })

    test('expired', async () => {
      await database.admin('update project_invitations set expires_at = now()')
      expect(await received(people.stranger)).toEqual([])
      expect(await tried(people.stranger)).toEqual(gone)
    })

    test('the project was deleted', async () => {
      await people.owner.query('delete from video_projects')
      expect(await tried(people.stranger)).toEqual(gone)
    })

    test('the address is the owner’s by now', async () => {
      await database.admin(`update auth.users set email = 'moved@example.com' where id = $1`, [
        people.stranger.id,
      ])
      await database.admin(`update auth.users set email = 'stranger@example.com' where id = $1`, [
        people.owner.id,
      ])
      expect(await received(people.owner)).toEqual([])
      expect(await tried(people.owner)).toEqual(gone)
      expect(await tried(people.stranger)).toEqual(gone)
    })
  })
})
