import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { BROKEN_CHECK, DUPLICATE, NO_RIGHT } from '../engines'
import { contentHash, INSERT_MEDIA_ITEM } from '../studio'
import { INSERT_TRACK } from './furniture'
import { Hoarder, RESERVE } from './hoarder'
import { inOneWorld, type Rehearsal } from './world'

const GONE = 'PT409 no_such_upload'

inOneWorld((world) => {
  const onStage = (work: (owner: Hoarder, play: Rehearsal) => Promise<void>) =>
    world().rehearse((play) => work(new Hoarder(play, world()), play))

  describe('the owner announces', () => {
    test.each([
      ['a film in the other bucket', 'videos', 1000, 'video/mp4', 'PT403 not_allowed'],
      ['a face in a bucket of its own', 'avatars', 1000, 'image/jpeg', 'PT403 not_allowed'],
      ['a bucket in capitals', 'Media', 1000, 'image/jpeg', 'PT403 not_allowed'],
      ['a way out of the bucket', '../media', 1000, 'image/jpeg', 'PT403 not_allowed'],
      ['a bucket and a folder', 'media/x', 1000, 'image/jpeg', 'PT403 not_allowed'],
      ['no bucket', null, 1000, 'image/jpeg', 'PT403 not_allowed'],
      ['a drawing that runs scripts', 'media', 1000, 'image/svg+xml', 'PT415 unsupported_type'],
      ['a page', 'media', 1000, 'text/html', 'PT415 unsupported_type'],
      ['a film among the photos', 'media', 1000, 'video/mp4', 'PT415 unsupported_type'],
      ['a program', 'media', 1000, 'application/octet-stream', 'PT415 unsupported_type'],
      ['a type in capitals', 'media', 1000, 'IMAGE/JPEG', 'PT415 unsupported_type'],
      ['a type with a remark', 'media', 1000, 'image/jpeg; charset=x', 'PT415 unsupported_type'],
      ['no type', 'media', 1000, null, 'PT415 unsupported_type'],
      ['nothing', 'media', 0, 'image/jpeg', 'PT413 bad_size'],
      ['less than nothing', 'media', -1000, 'image/jpeg', 'PT413 bad_size'],
      ['a byte too much', 'media', 52_428_801, 'image/jpeg', 'PT413 bad_size'],
      ['more bytes than there are', 'media', '9223372036854775807', 'image/jpeg', 'PT413 bad_size'],
      ['no size', 'media', null, 'image/jpeg', 'PT413 bad_size'],
      ['as much as one may', 'media', 52_428_800, 'audio/flac', 'accepted'],
    ])('%s: %s, %s bytes, %s: %s', (_what, bucket, bytes, mime, answer) =>
      onStage(async (owner) => {
        expect(await owner.tries(RESERVE, [bucket, bytes, mime, randomUUID()])).toBe(answer)
      }),
    )

    test('five thousand files and no more', () =>
      onStage(async (owner, play) => {
        await play.admin(
          `insert into private.uploads (bucket_id, name, user_id, bytes, mime_type, expires_at)
           select 'media', $1::uuid || '/filler-' || n, $1, 1, 'image/jpeg', now() + interval '1 hour'
           from generate_series(1, 5000 - (select count(*) from private.uploads where user_id = $1)) as n`,
          [world().id('owner')],
        )
        expect(await owner.tries(RESERVE, ['media', 1, 'image/jpeg', null])).toBe('PT429 too_many_uploads')
      }))
  })

  describe('the owner registers a photo', () => {
    test.each<[string, (owner: Hoarder, play: Rehearsal) => Promise<string>, string]>([
      ['that is announced, not stored', async (owner) => owner.register(await owner.reserve()), GONE],
      [
        'that is stored, not announced',
        async (owner) => {
          const path = `${world().id('owner')}/${randomUUID()}.jpg`
          await owner.put(path, 1000)
          return owner.register(path)
        },
        GONE,
      ],
      [
        'of an editor, placed in a shared project',
        (owner) => owner.register(world().id('file editor placed')),
        GONE,
      ],
      ['that an editor stored', (owner) => owner.register(world().id('file editor spare')), GONE],
      [
        'that is empty',
        async (owner) => {
          const path = await owner.reserve()
          await owner.put(path, 0)
          return owner.register(path)
        },
        GONE,
      ],
      [
        'a byte larger than announced',
        async (owner) => {
          const path = await owner.reserve(1000)
          await owner.put(path, 1001)
          return owner.register(path)
        },
        'PT413 larger_than_reserved',
      ],
      [
        'that is a page by now',
        async (owner) => {
          const path = await owner.reserve()
          await owner.put(path, 1000, 'text/html')
          return owner.register(path)
        },
        'PT415 unsupported_type',
      ],
      [
        'that is a song',
        async (owner) => owner.register(await owner.store(1000, 'audio/mpeg')),
        BROKEN_CHECK,
      ],
      [
        'with a song as its thumbnail',
        async (owner) => owner.register(await owner.store(), await owner.store(1000, 'audio/mpeg')),
        'PT415 unsupported_type',
      ],
      [
        'that is its own thumbnail',
        async (owner) => {
          const path = await owner.store()
          return owner.register(path, path)
        },
        BROKEN_CHECK,
      ],
      [
        'with the thumbnail of another',
        async (owner) => {
          const [one, two, thumbnail] = [await owner.store(), await owner.store(), await owner.store()]
          await owner.register(one, thumbnail)
          return owner.register(two, thumbnail)
        },
        GONE,
      ],
      [
        'with a thumbnail an editor stored',
        async (owner) => owner.register(await owner.store(), world().id('file editor spare')),
        GONE,
      ],
      ['that is registered already', (owner) => owner.register(world().id('file owner loose')), GONE],
      ['that is somebody’s face', (owner) => owner.register(world().id('file editor face')), GONE],
      [
        'and the same file as a song',
        async (owner) => {
          const path = await owner.store()
          await owner.register(path)
          return owner.tries(INSERT_TRACK, [randomUUID(), path, contentHash('song')])
        },
        GONE,
      ],
      [
        'as photo and as thumbnail of another at one blow',
        async (owner) => {
          const [one, two] = [await owner.store(), await owner.store()]
          const both = `${INSERT_MEDIA_ITEM}, ($5, $6, $2, 'lake.jpg', 'image/jpeg', 4, 3, null, null, $7)`
          const [a, b] = [contentHash('a'), contentHash('b')]
          return owner.tries(both, [randomUUID(), one, null, a, randomUUID(), two, b])
        },
        GONE,
      ],
      [
        'twice at one blow',
        async (owner) => {
          const path = await owner.store()
          const both = `${INSERT_MEDIA_ITEM}, ($5, $2, $3, 'lake.jpg', 'image/jpeg', 4, 3, null, null, $6)`
          return owner.tries(both, [
            randomUUID(),
            path,
            null,
            contentHash('a'),
            randomUUID(),
            contentHash('b'),
          ])
        },
        DUPLICATE,
      ],
      [
        'and says how large it is',
        async (owner) =>
          owner.tries(
            `insert into media_items (storage_path, original_filename, mime_type, width, height, content_hash, bytes)
             values ($1, 'x.jpg', 'image/jpeg', 4, 3, $2, 1)`,
            [await owner.store(), contentHash('x')],
          ),
        NO_RIGHT,
      ],
      ['that is stored and announced', async (owner) => owner.register(await owner.store()), 'accepted'],
    ])('%s: %3$s', (_what, attempt, answer) =>
      onStage(async (owner, play) => {
        expect(await attempt(owner, play)).toBe(answer)
      }),
    )
  })
})
