import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { BROKEN_CHECK, DUPLICATE, NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  addToLibrary,
  contentHash,
  INSERT_MEDIA_ITEM,
  invitePeople,
  placePhoto,
  reserveUpload,
  storageUsed,
  storeObject,
  uploadFile,
  type People,
} from './studio'

onEveryEngine((database) => {
  let people: People
  beforeEach(async () => {
    people = await invitePeople(database)
  })

  describe('owner', () => {
    test('registers an uploaded photo with its thumbnail; size and type are what storage says', async () => {
      const photo = await reserveUpload(people.owner, { bytes: 5000, mime: 'image/webp' })
      await storeObject(people.owner, 'media', photo, 4200, 'image/webp')
      const thumbnail = await uploadFile(people.owner, 300)
      const row = await people.owner.row(`${INSERT_MEDIA_ITEM} returning *`, [
        randomUUID(),
        photo,
        thumbnail,
        contentHash('a'),
      ])
      expect(row).toMatchObject({
        user_id: people.owner.id,
        bytes: 4500,
        mime_type: 'image/webp',
        taken_at: '2025-07-01T12:30:00',
        utc_offset_minutes: 120,
        analysis: {},
      })
      expect(await storageUsed(database, people.owner)).toBe(4500)
      expect(await database.admin('select from private.uploads')).toEqual([])
    })

    test('repeating the insert is harmless and counts the bytes once', async () => {
      const path = await uploadFile(people.owner)
      const parameters = [randomUUID(), path, null, contentHash('a')]
      await people.owner.query(`${INSERT_MEDIA_ITEM} on conflict (id) do nothing`, parameters)
      await people.owner.query(`${INSERT_MEDIA_ITEM} on conflict (id) do nothing`, parameters)
      expect(await storageUsed(database, people.owner)).toBe(1000)
      expect(await people.owner.query('select bytes from media_items')).toEqual([{ bytes: 1000 }])
      expect(await refusal(people.owner.query(INSERT_MEDIA_ITEM, parameters))).toBe(DUPLICATE)
    })

    test('what was seen in it can be kept later; nothing else of it changes', async () => {
      const { id } = await addToLibrary(people.owner)
      const see = (actor: Actor) =>
        actor.query(`update media_items set analysis = '{"version": 1}' where id = $1 returning analysis`, [
          id,
        ])
      expect(await see(people.owner)).toEqual([{ analysis: { version: 1 } }])
      await placePhoto(people.owner, people.project, id)
      expect(await see(people.editor)).toEqual([])
      expect(await refusal(people.owner.query('update media_items set width = 1'))).toBe(NO_RIGHT)
    })

    test('the same picture twice is one item', async () => {
      const parameters = [contentHash('same')]
      await people.owner.query(INSERT_MEDIA_ITEM, [
        randomUUID(),
        await uploadFile(people.owner),
        null,
        ...parameters,
      ])
      const again = [randomUUID(), await uploadFile(people.owner), null, ...parameters]
      expect(await refusal(people.owner.query(INSERT_MEDIA_ITEM, again))).toBe(DUPLICATE)
      expect(
        await people.owner.query(`${INSERT_MEDIA_ITEM} on conflict do nothing returning id`, again),
      ).toEqual([])
      expect(await storageUsed(database, people.owner)).toBe(1000)
    })

    test('a file that is not there, not theirs, not announced or larger than announced is refused', async () => {
      const register = (path: string, thumbnail: string | null = null) =>
        refusal(people.owner.query(INSERT_MEDIA_ITEM, [randomUUID(), path, thumbnail, contentHash(path)]))
      const announced = await reserveUpload(people.owner)
      expect(await register(announced)).toBe('PT409 no_such_upload')
      expect(await register(await uploadFile(people.editor))).toBe('PT409 no_such_upload')
      expect(await register(`${people.owner.id}/../x.jpg`)).toBe('PT409 no_such_upload')
      expect(await register(await uploadFile(people.owner), announced)).toBe('PT409 no_such_upload')

      const large = await reserveUpload(people.owner, { bytes: 100 })
      await database.admin(
        `insert into storage.objects (bucket_id, name, metadata) values ('media', $1, $2)`,
        [large, '{"size": 101, "mimetype": "image/jpeg"}'],
      )
      expect(await register(large)).toBe('PT413 larger_than_reserved')
      const other = await reserveUpload(people.owner)
      await database.admin(
        `insert into storage.objects (bucket_id, name, metadata) values ('media', $1, $2)`,
        [other, '{"size": 100, "mimetype": "text/html"}'],
      )
      expect(await register(other)).toBe('PT415 unsupported_type')
      const song = await uploadFile(people.owner, 1000, 'audio/mpeg')
      expect(await register(await uploadFile(people.owner), song)).toBe('PT415 unsupported_type')
      const unmeasured = await reserveUpload(people.owner)
      await database.admin(
        `insert into storage.objects (bucket_id, name, metadata) values ('media', $1, '{}')`,
        [unmeasured],
      )
      expect(await register(unmeasured)).toBe('PT409 no_such_upload')
      expect(await storageUsed(database, people.owner)).toBe(0)
    })

    test('two items cannot own the same file', async () => {
      const item = await addToLibrary(people.owner)
      const again = people.owner.query(INSERT_MEDIA_ITEM, [randomUUID(), item.path, null, contentHash('b')])
      expect(await refusal(again)).toBe('PT409 no_such_upload')
    })

    test.each([
      ['width', '0'],
      ['height', '30001'],
      ['taken_at', `'yesterday'`],
      ['utc_offset_minutes', '5000'],
      ['content_hash', `'abc'`],
      ['original_filename', `''`],
      ['original_filename', `repeat('x', 256)`],
      ['analysis', `'[]'`],
    ])('%s = %s is refused', async (column, value) => {
      const values: Record<string, string> = {
        storage_path: `'${await uploadFile(people.owner)}'`,
        original_filename: `'a.jpg'`,
        mime_type: `'image/jpeg'`,
        width: '100',
        height: '100',
        content_hash: `repeat('a', 64)`,
        [column]: value,
      }
      const sql = `insert into media_items (${Object.keys(values).join()}) values (${Object.values(values).join()})`
      expect(await refusal(people.owner.query(sql))).toBe(BROKEN_CHECK)
    })

    test.each([
      `insert into media_items (bytes) values (1)`,
      `insert into media_items (user_id) values (gen_random_uuid())`,
      `update media_items set bytes = 1`,
      `update media_items set storage_path = 'x'`,
    ])('has no right to %s', async (statement) => {
      expect(await refusal(people.owner.query(statement))).toBe(NO_RIGHT)
    })

    test('removing an item takes it out of projects and gives the bytes back once the file is gone too', async () => {
      const item = await addToLibrary(people.owner, 700)
      await placePhoto(people.owner, people.project, item.id)
      await people.owner.query('delete from media_items where id = $1', [item.id])
      expect(await people.owner.query('select id from photos')).toEqual([])
      expect(await storageUsed(database, people.owner)).toBe(0)

      const held = async () =>
        (await database.admin(`select private.held_bytes($1, '', '') as held`, [people.owner.id]))[0]?.held
      expect(Number(await held())).toBe(700)
      expect(await people.owner.query('select path, bytes from leftover_files()')).toEqual([
        { path: item.path, bytes: 700 },
      ])
      await people.owner.query('delete from storage.objects where name = $1', [item.path])
      expect(Number(await held())).toBe(0)
      expect(await people.owner.query('select path from leftover_files()')).toEqual([])
    })
  })

  describe('member', () => {
    test('reads what a shared project places, and nothing else of the library', async () => {
      const placed = await addToLibrary(people.owner)
      await addToLibrary(people.owner)
      await placePhoto(people.owner, people.project, placed.id)
      for (const member of [people.editor, people.viewer]) {
        expect(await member.query('select id from media_items')).toEqual([{ id: placed.id }])
        expect(await member.query('delete from media_items returning id')).toEqual([])
      }
    })

    test('the owner reads what an editor placed in the project', async () => {
      const placed = await addToLibrary(people.editor)
      await placePhoto(people.editor, people.project, placed.id)
      expect(await people.owner.query('select id from media_items')).toEqual([{ id: placed.id }])
    })
  })

  describe('stranger', () => {
    test('sees and deletes nothing', async () => {
      const item = await addToLibrary(people.owner)
      await placePhoto(people.owner, people.project, item.id)
      expect(await people.stranger.query('select id from media_items')).toEqual([])
      expect(await people.stranger.query('delete from media_items returning id')).toEqual([])
    })

    test('cannot occupy an id or a path of somebody else', async () => {
      const item = await addToLibrary(people.owner)
      const insert = (id: string) =>
        refusal(people.stranger.query(INSERT_MEDIA_ITEM, [id, item.path, null, contentHash('x')]))
      expect(await insert(randomUUID())).toBe('PT409 no_such_upload')
      expect(await insert(item.id)).toBe('PT409 no_such_upload')
    })
  })

  describe('anonymous', () => {
    test.each([
      'select * from media_items',
      'delete from media_items',
      `insert into media_items (id) values (null)`,
    ])('has no right to %s', async (statement) => {
      expect(await refusal(database.anonymous.query(statement))).toBe(NO_RIGHT)
    })
  })
})
