import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { contentHash, INSERT_MEDIA_ITEM } from '../studio'
import { Hoarder, RESERVE } from './hoarder'
import { inOneWorld, type Rehearsal } from './world'

inOneWorld((world) => {
  const onStage = (work: (owner: Hoarder, play: Rehearsal) => Promise<void>) =>
    world().rehearse((play) => work(new Hoarder(play, world()), play))

  describe('the owner makes no room by', () => {
    const keepsCounting: [
      what: string,
      more: number,
      work: (owner: Hoarder, play: Rehearsal) => Promise<unknown>,
    ][] = [
      ['announcing', 1000, (owner) => owner.reserve()],
      ['storing without registering', 1000, (owner) => owner.store()],
      [
        'storing, and letting the announcement run out',
        1000,
        async (owner, play) => {
          const path = await owner.store()
          await play.admin(
            `update private.uploads set expires_at = now() - interval '1 day' where name = $1`,
            [path],
          )
        },
      ],
      [
        'storing much where little was announced',
        1000,
        async (owner) => owner.put(await owner.reserve(1), 1000),
      ],
      [
        'announcing less for what is stored',
        1000,
        async (owner) => {
          const key = randomUUID()
          await owner.put(await owner.reserve(1000, 'image/jpeg', key), 1000)
          await owner.reserve(1, 'image/jpeg', key)
        },
      ],
      ['registering', 1000, async (owner) => owner.register(await owner.store())],
      [
        'registering with a thumbnail',
        2000,
        async (owner) => owner.register(await owner.store(), await owner.store()),
      ],
      [
        'deleting the row of a photo and keeping its file',
        0,
        (owner) => owner.query('delete from media_items'),
      ],
      [
        'deleting the row of a song and keeping its file',
        0,
        (owner) => owner.query('delete from audio_tracks'),
      ],
      [
        'throwing films away and keeping their files',
        0,
        async (owner) => {
          await owner.query(
            `select delete_generation(id) from generated_videos where user_id = $1 and status = 'completed'`,
            [world().id('owner')],
          )
        },
      ],
      [
        'deleting projects, and all that is in them but the files',
        0,
        async (owner) => {
          await owner.query('delete from video_projects')
        },
      ],
      [
        'deleting the file of a photo and keeping its row',
        0,
        (owner) =>
          owner.query('delete from storage.objects where name = $1', [world().id('file owner loose')]),
      ],
      [
        'deleting and registering again, over and over',
        1000,
        async (owner) => {
          const path = await owner.store()
          for (let time = 0; time < 5; time++) {
            const id = randomUUID()
            expect(await owner.register(path, null, id)).toBe('accepted')
            await owner.query('delete from media_items where id = $1', [id])
          }
        },
      ],
      [
        'registering twice with one id',
        1001,
        async (owner) => {
          const [id, path] = [randomUUID(), await owner.store()]
          await owner.register(path, null, id)
          const sql = `${INSERT_MEDIA_ITEM} on conflict do nothing`
          expect(await owner.tries(sql, [id, await owner.reserve(1), null, contentHash('x')])).toBe(
            'accepted',
          )
        },
      ],
      [
        'registering what is in the library under another id',
        1000,
        async (owner) => {
          const hash = contentHash('the same photo')
          await owner.query(INSERT_MEDIA_ITEM, [randomUUID(), await owner.store(500), null, hash])
          const sql = `${INSERT_MEDIA_ITEM} on conflict do nothing`
          expect(await owner.tries(sql, [randomUUID(), await owner.store(500), null, hash])).toBe('accepted')
        },
      ],
      [
        'a second announcement under the name of a file that stands',
        0,
        async (owner) => {
          const key = world().id('file owner loose').slice(37, 73)
          expect(await owner.tries(RESERVE, ['media', 1, 'image/jpeg', key])).toBe('PT409 already_registered')
        },
      ],
    ]
    test.each(keepsCounting)('%s: counted %i more', (_what, more, work) =>
      onStage(async (owner, play) => {
        const before = await owner.counted()
        await work(owner, play)
        expect((await owner.counted()) - before).toBe(more)
      }),
    )

    const frees: [what: string, less: number, work: (owner: Hoarder, play: Rehearsal) => Promise<unknown>][] =
      [
        [
          'deleting a photo and then its file',
          1000,
          async (owner, play) => {
            await owner.query('delete from media_items where id = $1', [world().id('media owner loose')])
            await owner.query('delete from storage.objects where name = $1', [world().id('file owner loose')])
            // Held until the moment its row went, which in here is still now.
            await play.admin(`update private.uploads set expires_at = expires_at - interval '1 second'`)
          },
        ],
        [
          'deleting a file that no row owns, once its announcement is over',
          1000,
          async (owner, play) => {
            await owner.query('delete from storage.objects where name = $1', [world().id('file owner spare')])
            await play.admin(`update private.uploads set expires_at = now() - interval '1 second'
            where name <> '${world().id('file owner announced')}'`)
          },
        ],
      ]
    test.each(frees)('anything but %s: %i less', (_what, less, work) =>
      onStage(async (owner, play) => {
        const before = await owner.counted()
        await work(owner, play)
        expect(before - (await owner.counted())).toBe(less)
      }),
    )
  })

  test.each(['stranger', 'viewer', 'editor'] as const)(
    'what the owner has stored does not count for: %s',
    (who) =>
      onStage(async (owner, play) => {
        const other = new Hoarder(play, world(), who)
        const before = await other.counted()
        await owner.store(50_000)
        expect(await owner.register(await owner.store(50_000))).toBe('accepted')
        expect(await other.counted()).toBe(before)
      }),
  )
})
