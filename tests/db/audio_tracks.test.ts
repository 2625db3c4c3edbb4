import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { BROKEN_CHECK, DUPLICATE, NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  contentHash,
  createProject,
  INSERT_MEDIA_ITEM,
  invitePeople,
  reserveUpload,
  storageUsed,
  storeObject,
  type People,
} from './studio'

const INSERT_TRACK = `insert into audio_tracks
  (id, storage_path, original_filename, duration_seconds, content_hash) values ($1, $2, 'song.mp3', 183.4, $3)`

async function uploadTrack(actor: Actor, bytes = 2000, mime = 'audio/mpeg'): Promise<string> {
  const path = await reserveUpload(actor, { bytes, mime })
  await storeObject(actor, 'media', path, bytes, mime)
  return path
}

async function addTrack(actor: Actor): Promise<{ id: string; path: string }> {
  const id = randomUUID()
  const path = await uploadTrack(actor)
  await actor.query(INSERT_TRACK, [id, path, contentHash(id)])
  return { id, path }
}

const play = (actor: Actor, project: string, track: string) =>
  actor.query(
    `update video_projects set music = jsonb_build_object('kind', 'track', 'trackId', $1::text) where id = $2`,
    [track, project],
  )
const tracksOf = async (actor: Actor) =>
  (await actor.query('select id from audio_tracks')).map(({ id }) => String(id))
const seesFile = async (actor: Actor, path: string) =>
  (await actor.query('select from storage.objects where name = $1', [path])).length > 0

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })

  describe('owner', () => {
    test('keeps an uploaded track; size and type are what storage says, and count against the quota', async () => {
      const path = await uploadTrack(people.owner, 5000, 'audio/flac')
      const row = await people.owner.row(`${INSERT_TRACK} returning *`, [
        randomUUID(),
        path,
        contentHash('a'),
      ])
      expect(row).toMatchObject({
        user_id: people.owner.id,
        bytes: 5000,
        mime_type: 'audio/flac',
        analysis: {},
      })
      expect(path).toMatch(/\.flac$/)
      expect(await storageUsed(database, people.owner)).toBe(5000)
      expect(await database.admin('select from private.uploads')).toEqual([])
      expect(
        await refusal(reserveUpload(people.owner, { key: path.slice(37, 73), mime: 'audio/flac' })),
      ).toBe('PT409 already_registered')
    })

    test('repeating the insert is harmless and counts the bytes once', async () => {
      const parameters = [randomUUID(), await uploadTrack(people.owner), contentHash('a')]
      await people.owner.query(`${INSERT_TRACK} on conflict (id) do nothing`, parameters)
      await people.owner.query(`${INSERT_TRACK} on conflict (id) do nothing`, parameters)
      expect(await storageUsed(database, people.owner)).toBe(2000)
      expect(await people.owner.query('select bytes from audio_tracks')).toEqual([{ bytes: 2000 }])
      const again = [randomUUID(), await uploadTrack(people.owner), contentHash('a')]
      expect(await refusal(people.owner.query(INSERT_TRACK, again))).toBe(DUPLICATE)
    })

    test('what is no sound is no track, and sound is no photo', async () => {
      const photo = await reserveUpload(people.owner)
      await storeObject(people.owner, 'media', photo, 1000, 'image/jpeg')
      expect(await refusal(people.owner.query(INSERT_TRACK, [randomUUID(), photo, contentHash('a')]))).toBe(
        BROKEN_CHECK,
      )
      const track = await uploadTrack(people.owner)
      expect(
        await refusal(people.owner.query(INSERT_MEDIA_ITEM, [randomUUID(), track, null, contentHash('b')])),
      ).toBe(BROKEN_CHECK)
    })

    test('what was never stored, or is somebody else’s, is no track', async () => {
      const announced = await reserveUpload(people.owner, { mime: 'audio/mpeg' })
      const theirs = await uploadTrack(people.stranger)
      for (const path of [announced, theirs]) {
        expect(await refusal(people.owner.query(INSERT_TRACK, [randomUUID(), path, contentHash('a')]))).toBe(
          'PT409 no_such_upload',
        )
      }
    })

    test('removes it: its bytes are held until its file is gone too', async () => {
      const { id, path } = await addTrack(people.owner)
      await people.owner.query('delete from audio_tracks where id = $1', [id])
      expect(await storageUsed(database, people.owner)).toBe(0)
      expect(await database.admin('select name, bytes from private.uploads')).toEqual([
        { name: path, bytes: 2000 },
      ])
      expect(await people.owner.query('select path from leftover_files()')).toEqual([{ path }])
    })

    test('it is no leftover, is in the export, and goes with the account', async () => {
      const { id } = await addTrack(people.owner)
      expect(await people.owner.query('select path from leftover_files()')).toEqual([])
      const { data } = await people.owner.row('select export_my_account() as data')
      expect(data).toMatchObject({ audio_tracks: [{ id }] })
      expect((await people.stranger.row('select export_my_account() as data')).data).toMatchObject({
        audio_tracks: [],
      })
      await people.owner.query('delete from storage.objects')
      await people.owner.query('select delete_my_account()')
      expect(await database.admin('select from audio_tracks')).toEqual([])
    })

    test('nothing of it can be changed', async () => {
      await addTrack(people.owner)
      expect(await refusal(people.owner.query(`update audio_tracks set original_filename = 'x'`))).toBe(
        NO_RIGHT,
      )
      expect(await refusal(people.owner.query(`update audio_tracks set bytes = 1`))).toBe(NO_RIGHT)
    })

    test('deletes a track that a project plays: the project stays as it is', async () => {
      const { id } = await addTrack(people.owner)
      await play(people.owner, people.project, id)
      await people.owner.query('delete from audio_tracks where id = $1', [id])
      expect(await people.owner.query('select music from video_projects')).toEqual([
        { music: { kind: 'track', trackId: id } },
      ])
      await people.owner.query(`update video_projects set title = 'Still mine'`)
    })
  })

  describe('the people of a project', () => {
    test('read the track it plays, row and file, and only as long as it plays it', async () => {
      const played = await addTrack(people.owner)
      await addTrack(people.owner)
      expect(await tracksOf(people.viewer)).toEqual([])
      await play(people.owner, people.project, played.id)
      for (const member of [people.editor, people.viewer]) {
        expect(await tracksOf(member)).toEqual([played.id])
        expect(await seesFile(member, played.path)).toBe(true)
      }
      expect(await tracksOf(people.stranger)).toEqual([])
      expect(await seesFile(people.stranger, played.path)).toBe(false)
      await people.owner.query(`update video_projects set music = '{"kind": "none"}'`)
      expect(await tracksOf(people.viewer)).toEqual([])
      expect(await seesFile(people.viewer, played.path)).toBe(false)
    })

    test('an editor brings a track of their own, and takes back switching off another’s', async () => {
      const [theirs, owners] = [await addTrack(people.editor), await addTrack(people.owner)]
      await play(people.owner, people.project, owners.id)
      await play(people.editor, people.project, theirs.id)
      expect(await tracksOf(people.viewer)).toEqual([theirs.id])
      await play(people.editor, people.project, owners.id)
      expect(await tracksOf(people.viewer)).toEqual([owners.id])
    })

    test('cannot play what belongs to nobody of the project, nor what is not there', async () => {
      const foreign = await addTrack(people.stranger)
      for (const track of [foreign.id, randomUUID()]) {
        for (const actor of [people.owner, people.editor]) {
          expect(await refusal(play(actor, people.project, track))).toBe('PT409 no_such_track')
        }
      }
      const insert = `insert into video_projects (title, music)
        values ('Lake', jsonb_build_object('kind', 'track', 'trackId', $1::text))`
      expect(await refusal(people.owner.query(insert, [foreign.id]))).toBe('PT409 no_such_track')
      expect(await refusal(people.stranger.query(insert, [foreign.id]))).toBe('accepted')
    })

    test('cannot read a track by naming it in a project of their own', async () => {
      const { id } = await addTrack(people.owner)
      const own = await createProject(people.viewer)
      expect(await refusal(play(people.viewer, own, id))).toBe('PT409 no_such_track')
      expect(await tracksOf(people.viewer)).toEqual([])
    })

    test('do not remove what is not theirs', async () => {
      const { id } = await addTrack(people.owner)
      await play(people.owner, people.project, id)
      for (const actor of [people.editor, people.viewer, people.stranger]) {
        expect(await actor.query('delete from audio_tracks returning id')).toEqual([])
      }
    })
  })

  test('anonymous: no right', async () => {
    expect(await refusal(database.anonymous.query('select from audio_tracks'))).toBe(NO_RIGHT)
    expect(await refusal(database.anonymous.query('delete from audio_tracks'))).toBe(NO_RIGHT)
  })
})
