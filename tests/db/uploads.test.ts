import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { NO_RIGHT, onEveryEngine, refusal, type Actor } from './engines'
import {
  addToLibrary,
  contentHash,
  INSERT_MEDIA_ITEM,
  reserveUpload,
  storageUsed,
  storeObject,
  uploadFile,
} from './studio'

const FREE_BYTES = 2 * 1024 ** 3
const LARGEST = 50 * 1024 ** 2

onEveryEngine((database) => {
  let ada: Actor
  beforeEach(async () => {
    ada = await database.signUp('Ada')
  })
  const held = async () =>
    Number((await database.admin(`select private.held_bytes($1, '', '') as bytes`, [ada.id]))[0]?.bytes)

  describe('reserve_upload', () => {
    test('answers with a path in the own folder, named by key and type', async () => {
      const key = randomUUID()
      expect(await reserveUpload(ada, { key })).toBe(`${ada.id}/${key}.jpg`)
      expect(await reserveUpload(ada, { key, mime: 'image/avif' })).toBe(`${ada.id}/${key}.avif`)
      const unnamed = await ada.row(`select reserve_upload('media', 10, 'image/png') as path`)
      expect(unnamed.path).toMatch(new RegExp(`^${ada.id}/[0-9a-f-]{36}\\.png$`))
    })

    test('the same key again is the same path, counted once, at the new size', async () => {
      const key = randomUUID()
      await reserveUpload(ada, { key, bytes: 1000 })
      await reserveUpload(ada, { key, bytes: 400 })
      expect(await held()).toBe(400)
    })

    test('a second try that made a smaller file still covers what the first one stored', async () => {
      const key = randomUUID()
      await storeObject(ada, 'media', await reserveUpload(ada, { key, bytes: 1000 }), 1000, 'image/jpeg')
      const path = await reserveUpload(ada, { key, bytes: 900 })
      expect(await held()).toBe(1000)
      await ada.query(INSERT_MEDIA_ITEM, [randomUUID(), path, null, contentHash('a')])
      expect(await storageUsed(database, ada)).toBe(1000)
    })

    test.each([
      ['media', 0, 'image/jpeg', 'PT413 bad_size'],
      ['media', -1, 'image/jpeg', 'PT413 bad_size'],
      ['media', null, 'image/jpeg', 'PT413 bad_size'],
      ['media', LARGEST + 1, 'image/jpeg', 'PT413 bad_size'],
      ['media', 10, 'image/svg+xml', 'PT415 unsupported_type'],
      ['media', 10, 'text/html', 'PT415 unsupported_type'],
      ['media', 10, null, 'PT415 unsupported_type'],
      ['videos', 10, 'image/jpeg', 'PT403 not_allowed'],
      ['avatars', 10, 'image/jpeg', 'PT403 not_allowed'],
      [null, 10, 'image/jpeg', 'PT403 not_allowed'],
    ])('%s, %s bytes, %s: %s', async (bucket, bytes, mime, answer) => {
      expect(await refusal(ada.query('select reserve_upload($1, $2, $3)', [bucket, bytes, mime]))).toBe(
        answer,
      )
    })

    test('counts what is stored, what is announced and what was left behind', async () => {
      await database.admin('update users set total_storage_bytes = $1', [FREE_BYTES - 3000])
      await reserveUpload(ada, { bytes: 1000 })
      const left = await uploadFile(ada, 1000)
      await database.admin(
        `update private.uploads set expires_at = now() - interval '1 day' where name = $1`,
        [left],
      )
      expect(await refusal(reserveUpload(ada, { bytes: 1001 }))).toBe('PT402 storage_quota')
      expect(await reserveUpload(ada, { bytes: 1000 })).toContain(ada.id)
    })

    test('an announcement nobody used makes room again after a day, and is forgotten three hours later', async () => {
      await reserveUpload(ada, { bytes: LARGEST })
      await database.admin(`update private.uploads set expires_at = now() - interval '1 second'`)
      expect(await held()).toBe(0)
      expect(await database.admin('select from private.uploads')).toHaveLength(1)
      await database.admin(`update private.uploads set expires_at = expires_at - interval '3 hours'`)
      expect(await held()).toBe(0)
      expect(await database.admin('select from private.uploads')).toEqual([])
    })

    test('a registered file cannot be announced again', async () => {
      const { path } = await addToLibrary(ada)
      const key = path.split('/')[1]?.replace('.jpg', '')
      expect(await refusal(reserveUpload(ada, { key }))).toBe('PT409 already_registered')
    })

    test('needs an account that exists', async () => {
      expect(await refusal(reserveUpload(database.anonymous))).toBe(NO_RIGHT)
      await database.admin('delete from auth.users')
      expect(await refusal(reserveUpload(ada))).toBe('PT401 account_gone')
    })
  })

  describe('storage.objects, owner', () => {
    const put = (path: string, metadata: object | null, bucket = 'media') =>
      refusal(
        ada.query('insert into storage.objects (bucket_id, name, metadata) values ($1, $2, $3)', [
          bucket,
          path,
          metadata && JSON.stringify(metadata),
        ]),
      )

    test('stores exactly what was announced', async () => {
      const jpeg = { mimetype: 'image/jpeg' }
      const paths = await Promise.all([1, 2, 3, 4].map(() => reserveUpload(ada, { bytes: 1000 })))
      expect(await put(paths[0] ?? '', { ...jpeg, size: 1000, contentLength: 1000 })).toBe('accepted')
      expect(await put(paths[1] ?? '', { ...jpeg, contentLength: 1 })).toBe('accepted')
      expect(await put(paths[2] ?? '', {})).toBe('accepted')
      expect(await put(paths[3] ?? '', null)).toBe('accepted')
    })

    test.each([
      ['larger', { mimetype: 'image/jpeg', size: 1001 }],
      ['larger than it says', { mimetype: 'image/jpeg', size: 10, contentLength: 1001 }],
      ['of another type', { mimetype: 'image/png', size: 1000 }],
      ['of no type', { size: 1000 }],
      ['of no length', { mimetype: 'image/jpeg' }],
      ['of a strange length', { mimetype: 'image/jpeg', size: '1e3' }],
      ['empty', { mimetype: 'image/jpeg', size: 0 }],
      ['of negative length', { mimetype: 'image/jpeg', size: -5 }],
    ])('refuses a file %s', async (_what, metadata) => {
      expect(await put(await reserveUpload(ada, { bytes: 1000 }), metadata)).toBe(NO_RIGHT)
    })

    test('refuses other paths, other buckets, expired announcements', async () => {
      const fits = { mimetype: 'image/jpeg', size: 10 }
      const path = await reserveUpload(ada)
      expect(await put(`${ada.id}/${randomUUID()}.jpg`, fits)).toBe(NO_RIGHT)
      expect(await put(`${path}.jpg`, fits)).toBe(NO_RIGHT)
      expect(await put(path, fits, 'videos')).toBe(NO_RIGHT)
      await database.admin(`update private.uploads set expires_at = now() - interval '1 second'`)
      expect(await put(path, fits)).toBe(NO_RIGHT)
    })

    test('reads and deletes their files; overwrites, renames and moves nothing', async () => {
      const path = await uploadFile(ada)
      expect(await ada.query('select name from storage.objects')).toEqual([{ name: path }])
      const changes = [`metadata = '{}'`, `name = name || '.jpg'`, `bucket_id = 'videos'`]
      for (const change of changes) {
        expect(await ada.query(`update storage.objects set ${change} returning id`)).toEqual([])
      }
      const upsert = `insert into storage.objects (bucket_id, name, metadata) values ('media', $1, '{}')
        on conflict (bucket_id, name) do update set metadata = excluded.metadata`
      expect(await refusal(ada.query(upsert, [path]))).toBe(NO_RIGHT)
      expect(await ada.query('delete from storage.objects returning name')).toEqual([{ name: path }])
    })
  })

  describe('storage.objects, stranger and anonymous', () => {
    test('see, delete and store nothing of somebody else', async () => {
      const eve = await database.signUp('Eve')
      const stored = await uploadFile(ada)
      const announced = await reserveUpload(ada)
      for (const actor of [eve, database.anonymous]) {
        expect(await actor.query('select name from storage.objects')).toEqual([])
        expect(await actor.query('delete from storage.objects returning name')).toEqual([])
        expect(await refusal(storeObject(actor, 'media', announced, 10, 'image/jpeg'))).toBe(NO_RIGHT)
        expect(await refusal(storeObject(actor, 'media', `x/${randomUUID()}.jpg`, 10, 'image/jpeg'))).toBe(
          NO_RIGHT,
        )
      }
      expect(await ada.query('select name from storage.objects')).toEqual([{ name: stored }])
    })
  })

  test('buckets are private, bounded, and never take SVG or HTML', async () => {
    expect(await database.admin('select * from storage.buckets order by id')).toMatchObject([
      {
        id: 'media',
        public: false,
        file_size_limit: LARGEST,
        allowed_mime_types: [
          'image/jpeg',
          'image/png',
          'image/webp',
          'image/avif',
          'audio/mpeg',
          'audio/mp4',
          'audio/aac',
          'audio/wav',
          'audio/ogg',
          'audio/flac',
        ],
      },
      {
        id: 'videos',
        public: false,
        file_size_limit: 2 * 1024 ** 3,
        allowed_mime_types: ['video/mp4', 'video/webm', 'image/jpeg'],
      },
    ])
  })
})
