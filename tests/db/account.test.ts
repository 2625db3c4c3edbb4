import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  addToLibrary,
  claim,
  complete,
  contentHash,
  enqueue,
  finishFilm,
  invite,
  invitePeople,
  placePhoto,
  reserveOutput,
  reserveUpload,
  startFilm,
  storageUsed,
  storeObject,
  uploadFile,
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

    test('names every file in storage with its size, also one that no row knows, and nobody else’s', async () => {
      const left = await uploadFile(people.owner, 777)
      await addToLibrary(people.editor)
      const paths = await people.owner.query(
        `select bucket_id as bucket, name as path, (metadata ->> 'size')::int as bytes from storage.objects
         where starts_with(name, $1) order by 1, 2`,
        [people.owner.id],
      )
      const { data } = await people.owner.row('select export_my_account() as data')
      expect(data).toMatchObject({ files: paths })
      expect(paths).toContainEqual({ bucket: 'media', path: left, bytes: 777 })
      expect((await people.owner.row('select my_files() as files')).files).toEqual(paths)
      expect((await people.stranger.row('select my_files() as files')).files).toEqual([])
    })

    test('anonymous: no right', async () => {
      expect(await refusal(database.anonymous.query('select export_my_account()'))).toBe(NO_RIGHT)
      expect(await refusal(database.anonymous.query('select my_files()'))).toBe(NO_RIGHT)
    })
  })

  describe('close_my_account', () => {
    const closing = async (person: Actor) =>
      (await person.row('select closing_since from users')).closing_since

    test('ends the jobs and what was about to be stored, says so on every device, and deletes nothing', async () => {
      const path = await reserveUpload(people.owner)
      const kept = await uploadFile(people.owner)
      const job = await enqueue(people.owner, people.project)
      expect(await closing(people.owner)).toBeNull()
      await people.owner.query('select close_my_account()')
      const since = await closing(people.owner)
      expect(since).not.toBeNull()
      expect(await people.owner.row('select status from generated_videos where id = $1', [job.id])).toEqual({
        status: 'cancelled',
      })
      expect(await refusal(storeObject(people.owner, 'media', path, 1000, 'image/jpeg'))).toBe(NO_RIGHT)
      expect(await people.owner.query('select from storage.objects where name = $1', [kept])).toHaveLength(1)
      expect(await people.owner.query('select from media_items')).toHaveLength(1)
      await people.owner.query('select close_my_account()')
      expect(await closing(people.owner)).toEqual(since)
      expect(await closing(people.editor)).toBeNull()
    })

    test('lets nothing begin in the account, but for everybody else in its projects, until it is kept', async () => {
      const ended = await enqueue(people.owner, people.project)
      const answers = async (person: Actor) => [
        await refusal(reserveUpload(person)),
        await refusal(enqueue(person, people.project, { cut: person.id.slice(0, 8) })),
      ]
      await people.owner.query('select close_my_account()')
      expect(await answers(people.owner)).toEqual(Array(2).fill('PT409 account_closing'))
      expect(await claim(people.owner)).toBeNull()
      expect(await refusal(people.owner.query('select retry_generation($1)', [ended.id]))).toBe(
        'PT409 account_closing',
      )
      expect(await answers(people.editor)).toEqual(Array(2).fill('accepted'))
      await people.owner.query('select keep_my_account()')
      expect(await answers(people.owner)).toEqual(Array(2).fill('accepted'))
    })

    test('is the person’s alone to say and to take back', async () => {
      expect(await refusal(people.owner.query('update users set closing_since = now()'))).toBe(NO_RIGHT)
      expect(await refusal(database.anonymous.query('select close_my_account()'))).toBe(NO_RIGHT)
      expect(await refusal(database.anonymous.query('select keep_my_account()'))).toBe(NO_RIGHT)
      await people.owner.query('select close_my_account()')
      await people.editor.query('select keep_my_account()')
      expect(await closing(people.owner)).not.toBeNull()
    })
  })

  describe('keep_my_account', () => {
    /** A photo with a thumbnail, a track and a film, of which nothing is gone yet. */
    async function fullLibrary(person: Actor) {
      const photo = await uploadFile(person)
      const thumbnail = await uploadFile(person, 100)
      const track = await uploadFile(person, 5000, 'audio/mpeg')
      await person.query(
        `insert into media_items (storage_path, thumbnail_path, original_filename, mime_type, width, height, content_hash)
         values ($1, $2, 'lake.jpg', 'image/jpeg', 40, 30, $3)`,
        [photo, thumbnail, contentHash(photo)],
      )
      await person.query(
        `insert into audio_tracks (storage_path, original_filename, duration_seconds, content_hash)
         values ($1, 'song.mp3', 60, $2)`,
        [track, contentHash(track)],
      )
      const film = await startFilm(person)
      const path = await reserveOutput(person, film)
      const poster = await reserveOutput(person, film, 300, 'image/jpeg')
      await storeObject(person, 'videos', path, 4000, 'video/mp4')
      await storeObject(person, 'videos', poster, 300, 'image/jpeg')
      await complete(person, film, path, poster)
      return { photo, thumbnail, track, film: path, poster, project: film.project }
    }
    /** What is stored of what rows own; nothing else is. */
    const stored = async (person: Actor) => {
      const [row] = await database.admin(
        'select sum(bytes)::integer as bytes from private.stored_files($1)',
        [person.id],
      )
      return row?.bytes
    }
    const remove = (person: Actor, path: string) =>
      person.query('delete from storage.objects where name = $1', [path])
    const left = async (person: Actor) => ({
      photos: (await person.query('select storage_path from media_items')).map((row) => row.storage_path),
      tracks: await person.query('select from audio_tracks'),
      films: await person.query('select from generated_videos'),
    })

    test('keeps every row whose file is there, and takes those along whose file is gone', async () => {
      const mine = await fullLibrary(people.stranger)
      const before = await left(people.stranger)
      await people.stranger.query('select close_my_account()')
      await people.stranger.query('select keep_my_account()')
      expect(await left(people.stranger)).toEqual(before)
      expect(await people.stranger.row('select closing_since from users')).toEqual({ closing_since: null })

      await people.stranger.query('select close_my_account()')
      for (const path of [mine.photo, mine.track, mine.film]) await remove(people.stranger, path)
      await people.stranger.query('select keep_my_account()')
      expect(await left(people.stranger)).toEqual({
        photos: before.photos.filter((path) => path !== mine.photo),
        tracks: [],
        films: [],
      })
      expect(
        await people.stranger.row('select status from video_projects where id = $1', [mine.project]),
      ).toEqual({ status: 'draft' })
    })

    test('lets a photo or a film that lost only its picture stay without one, and counts what is left', async () => {
      const mine = await fullLibrary(people.stranger)
      expect(await storageUsed(database, people.stranger)).toBe(await stored(people.stranger))
      await people.stranger.query('select close_my_account()')
      for (const path of [mine.thumbnail, mine.poster]) await remove(people.stranger, path)
      await people.stranger.query('select keep_my_account()')
      expect(
        await people.stranger.row(
          'select thumbnail_path, bytes::integer from media_items where storage_path = $1',
          [mine.photo],
        ),
      ).toEqual({ thumbnail_path: null, bytes: 1000 })
      expect(
        await people.stranger.row('select status, thumbnail_path, bytes::integer, rev from generated_videos'),
      ).toMatchObject({ status: 'completed', thumbnail_path: null, bytes: 4000 })
      expect(await storageUsed(database, people.stranger)).toBe(await stored(people.stranger))
    })

    test('a film keeps its poster while the file is there, and everything else in any case', async () => {
      const mine = await fullLibrary(people.stranger)
      const change = (values: string) =>
        refusal(database.admin(`update generated_videos set ${values} where storage_path = $1`, [mine.film]))
      const frozen = 'PT409 terminal_state'
      expect(await change('thumbnail_path = null, bytes = 4000')).toBe(frozen)
      await remove(people.stranger, mine.poster)
      expect(await change('thumbnail_path = null, bytes = 1')).toBe(frozen)
      expect(await change('thumbnail_path = null, bytes = 4000, width = 1')).toBe(frozen)
      expect(await change(`thumbnail_path = null, bytes = 4000, status = 'failed'`)).toBe(frozen)
      expect(await change('thumbnail_path = null, bytes = 4000')).toBe('accepted')
    })

    test('takes nothing when the account was not going', async () => {
      const mine = await fullLibrary(people.stranger)
      const before = await left(people.stranger)
      for (const path of [mine.photo, mine.track, mine.film]) await remove(people.stranger, path)
      await people.stranger.query('select keep_my_account()')
      expect(await left(people.stranger)).toEqual(before)
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

    test('of an account that is being closed only: refuses when another device has kept it', async () => {
      const remove = (only: boolean) => refusal(people.stranger.query('select delete_my_account($1)', [only]))
      expect(await remove(true)).toBe('PT409 account_kept')
      await people.stranger.query('select close_my_account()')
      await people.stranger.query('select keep_my_account()')
      expect(await remove(true)).toBe('PT409 account_kept')
      await people.stranger.query('select close_my_account()')
      expect(await remove(true)).toBe('accepted')
      expect(await database.admin('select from auth.users')).toHaveLength(3)
      expect(await refusal(people.viewer.query('select delete_my_account(null)'))).toBe('accepted')
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
        'select my_files()',
        'select close_my_account()',
        'select keep_my_account()',
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
