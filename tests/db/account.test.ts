import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal } from './engines'
import {
  addToLibrary,
  enqueue,
  finishFilm,
  invite,
  invitePeople,
  placePhoto,
  startFilm,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
    await placePhoto(people.owner, people.project, (await addToLibrary(people.owner)).id)
  })

  describe('export_my_account', () => {
    test('holds everything of the caller and nothing of anybody else', async () => {
      await finishFilm(people.owner, await startFilm(people.owner))
      const { data } = await people.owner.row('select export_my_account() as data')
      expect(data).toMatchObject({
        user: { id: people.owner.id, email: 'owner@example.com' },
        projects: [{ id: people.project }, {}],
        media_items: [{}, {}],
        photos: [{}, {}],
        videos: [{ status: 'completed' }],
        notifications: [{ kind: 'video_completed' }],
        memberships: [],
        subscription: null,
        usage: [{ videos: 1 }],
      })
      const { data: strangers } = await people.stranger.row('select export_my_account() as data')
      expect(strangers).toMatchObject({
        projects: [],
        media_items: [],
        photos: [],
        videos: [],
        notifications: [],
      })
      expect(JSON.stringify(strangers)).not.toContain(people.owner.id)
    })

    test('holds invoices, and the invitations sent and received', async () => {
      await database.admin(
        `insert into invoices (user_id, number, amount_cents, currency, status, period_start, period_end)
         values ($1, 'PM-1', 900, 'EUR', 'paid', '2025-11-01', '2025-11-30')`,
        [people.owner.id],
      )
      await invite(people.owner, people.project, 'stranger@example.com')
      expect((await people.owner.row('select export_my_account() as data')).data).toMatchObject({
        invoices: [{ number: 'PM-1' }],
        sent_invitations: [{ email: 'stranger@example.com' }],
        received_invitations: [],
      })
      expect((await people.stranger.row('select export_my_account() as data')).data).toMatchObject({
        invoices: [],
        sent_invitations: [],
        received_invitations: [{ project_id: people.project, invited_by_name: 'Owner' }],
      })
      expect((await people.editor.row('select export_my_account() as data')).data).toMatchObject({
        invoices: [],
        sent_invitations: [],
        received_invitations: [],
      })
    })

    test('anonymous: no right', async () => {
      expect(await refusal(database.anonymous.query('select export_my_account()'))).toBe(NO_RIGHT)
    })
  })

  describe('delete_my_account', () => {
    test('refuses while files are stored, then takes every row, and only theirs', async () => {
      await finishFilm(people.owner, await startFilm(people.owner))
      await enqueue(people.owner, people.project)
      expect(await refusal(people.owner.query('select delete_my_account()'))).toBe('PT409 files_remain')
      await people.owner.query('delete from storage.objects')
      await people.owner.query('select delete_my_account()')
      for (const table of ['video_projects', 'media_items', 'photos', 'generated_videos']) {
        expect(await database.admin(`select from ${table}`)).toEqual([])
      }
      for (const table of [
        'usage_counters',
        'project_members',
        'private.uploads',
        'private.leases',
        'private.job_events',
      ]) {
        expect(await database.admin(`select from ${table}`)).toEqual([])
      }
      expect(
        await database.admin('select distinct user_id, kind from notifications order by user_id'),
      ).toEqual(
        [people.editor.id, people.viewer.id]
          .toSorted()
          .map((user_id) => ({ user_id, kind: 'membership_ended' })),
      )
      expect(await database.admin('select from auth.users')).toHaveLength(3)
    })

    test('an editor who goes leaves the project in order', async () => {
      await enqueue(people.editor, people.project)
      await people.editor.query('select delete_my_account()')
      expect(await people.owner.row('select status from video_projects')).toEqual({ status: 'draft' })
      expect(await database.admin('select from generated_videos')).toEqual([])
    })

    test('takes the invitations along that wait for the address, and those that were sent', async () => {
      await invite(people.owner, people.project, 'stranger@example.com')
      await invite(people.owner, people.project, 'guest@example.com')
      await people.stranger.query('select delete_my_account()')
      expect(await database.admin('select email from project_invitations')).toEqual([
        { email: 'guest@example.com' },
      ])
      await database.admin('delete from storage.objects')
      await people.owner.query('select delete_my_account()')
      expect(await database.admin('select from project_invitations')).toEqual([])
    })

    test('an account removed by an administrator takes the invitations to its address along too', async () => {
      await invite(people.owner, people.project, 'stranger@example.com')
      await database.admin('delete from auth.users where id = $1', [people.stranger.id])
      expect(await database.admin('select from project_invitations')).toEqual([])
    })

    test('the token of a deleted account opens nothing', async () => {
      await people.stranger.query('select delete_my_account()')
      expect(await people.stranger.query('select * from video_projects')).toEqual([])
      expect(await people.stranger.query('select * from my_invitations()')).toEqual([])
      for (const statement of [
        'select delete_my_account()',
        'select export_my_account()',
        `insert into video_projects (title) values ('ghost')`,
        'delete from photos',
        `select * from claim_generation('ghost')`,
        'select accept_invitation(gen_random_uuid())',
        'select decline_invitation(gen_random_uuid())',
        `select invite_member(gen_random_uuid(), 'a@example.com', 'viewer')`,
      ]) {
        expect(await refusal(people.stranger.query(statement))).toBe('PT401 account_gone')
      }
    })

    test('anonymous: no right', async () => {
      expect(await refusal(database.anonymous.query('select delete_my_account()'))).toBe(NO_RIGHT)
    })
  })

  test('an account removed by an administrator goes whole, files or not', async () => {
    await finishFilm(people.owner, await startFilm(people.owner))
    await enqueue(people.editor, people.project)
    await database.admin('delete from auth.users where id = $1', [people.owner.id])
    expect(await database.admin('select from video_projects')).toEqual([])
    expect(await database.admin('select videos from usage_counters')).toEqual([{ videos: 0 }])
  })
})
