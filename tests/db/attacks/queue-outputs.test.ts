import { describe, expect, test } from 'vitest'
import { refusal } from '../engines'
import { expire, LEASE_LOST, liveFilm, Player } from './queueScenes'
import { inOneWorld, type Rehearsal } from './world'

const COMPLETE = 'select complete_generation($1, $2, $3, $4)'
const FOREIGN = 'PT403 foreign_path'

inOneWorld((world) => {
  const onStage = (work: (owner: Player, play: Rehearsal) => Promise<void>) =>
    world().rehearse((play) => work(new Player(play, world()), play))

  describe('the owner completes a film whose file', () => {
    type Lie = (owner: Player, path: string, play: Rehearsal) => Promise<unknown>
    const announce = (owner: Player, mime = 'video/mp4', bytes = 5000) =>
      owner.row('select reserve_output($1, $2, $3, $4)', [
        liveFilm(world()).job,
        liveFilm(world()).token,
        bytes,
        mime,
      ])
    const lies: [what: string, lie: Lie, answer: string][] = [
      ['is neither announced nor stored', async () => {}, 'PT409 no_such_upload'],
      ['is announced, not stored', (owner) => announce(owner), 'PT409 no_such_upload'],
      ['is stored, never announced', (owner, path) => owner.put(path), 'PT409 no_such_upload'],
      [
        'is empty',
        async (owner, path) => {
          await announce(owner)
          await owner.put(path, { size: 0 })
        },
        'PT409 no_such_upload',
      ],
      [
        'is still being stored',
        async (owner, path, play) => {
          await announce(owner)
          await play.admin(
            `insert into storage.objects (bucket_id, name, metadata) values ('videos', $1, '{}')`,
            [path],
          )
        },
        'PT409 no_such_upload',
      ],
      [
        'has gone again',
        async (owner, path, play) => {
          await owner.store(liveFilm(world()))
          await play.admin('delete from storage.objects where name = $1', [path])
        },
        'PT409 no_such_upload',
      ],
      [
        'is in the other bucket',
        async (owner, path, play) => {
          await announce(owner)
          await play.admin(
            `insert into storage.objects (bucket_id, name, metadata)
             values ('media', $1, '{"size": 4000, "mimetype": "video/mp4"}')`,
            [path],
          )
        },
        'PT409 no_such_upload',
      ],
      [
        'is a byte larger than announced',
        async (owner, path) => {
          await announce(owner)
          await owner.put(path, { size: 5001 })
        },
        'PT413 larger_than_reserved',
      ],
      [
        'is no film',
        async (owner, path) => {
          await announce(owner)
          await owner.put(path, { mimetype: 'text/html' })
        },
        'PT415 unsupported_type',
      ],
      [
        'is a film of another kind than announced',
        async (owner, path) => {
          await announce(owner)
          await owner.put(path, { mimetype: 'video/webm' })
        },
        'PT415 unsupported_type',
      ],
    ]
    test.each(lies)('%s: refused, and nothing paid or told', (_what, lie, answer) =>
      onStage(async (owner, play) => {
        const film = liveFilm(world())
        const [bytes, told] = [await owner.bytes(), await owner.told()]
        await lie(owner, film.path, play)
        expect(await owner.call('complete', film)).toBe(answer)
        expect([await owner.bytes(), await owner.told()]).toEqual([bytes, told])
        expect(await owner.job(film.job)).toMatchObject({ status: 'processing', storage_path: null })
      }),
    )

    test('is there, but its picture is not: refused', () =>
      onStage(async (owner) => {
        const film = liveFilm(world())
        await owner.store(film)
        const picture = film.path.replace('.mp4', '.jpg')
        expect(await owner.tries(COMPLETE, [film.job, film.token, film.path, picture])).toBe(
          'PT409 no_such_upload',
        )
      }))
  })

  describe('the owner completes a film twice', () => {
    const again = (token: string | null, path: string | null) => (owner: Player) =>
      owner.tries(COMPLETE, [liveFilm(world()).job, token, path, null])
    const expired = async (owner: Player, play: Rehearsal) => {
      // A film has no lease any more; nobody can make it run out.
      await play.admin('savepoint over')
      expect(await refusal(expire(play, liveFilm(world()).job))).toBe('PT409 terminal_state')
      await play.admin('rollback to savepoint over')
      return owner.call('complete', liveFilm(world()))
    }
    const other = (path: string) => path.replace('mp4', 'webm')
    type Again = (owner: Player, play: Rehearsal) => Promise<string>
    const repeats: [what: string, again: () => Again, answer: string][] = [
      ['with the same file', () => again(liveFilm(world()).token, liveFilm(world()).path), 'accepted'],
      ['when its lease would have run out', () => expired, 'accepted'],
      ['with another file', () => again(liveFilm(world()).token, other(liveFilm(world()).path)), LEASE_LOST],
      ['without a file', () => again(liveFilm(world()).token, null), LEASE_LOST],
      ['without the token', () => again(null, liveFilm(world()).path), LEASE_LOST],
      [
        'with another film’s token',
        () => again(world().id('token owner shared'), liveFilm(world()).path),
        LEASE_LOST,
      ],
    ]
    test.each(repeats)('%s: nothing changes, is paid or told twice', (_what, repeat, answer) =>
      onStage(async (owner, play) => {
        await owner.finish(liveFilm(world()))
        const seen = async () => [
          await owner.job(liveFilm(world()).job),
          await owner.films(),
          await owner.bytes(),
          await owner.told(),
        ]
        const before = await seen()
        expect(await repeat()(owner, play)).toBe(answer)
        expect(await seen()).toEqual(before)
      }),
    )
  })

  test('of two attempts that both finished, the later one is the film', () =>
    onStage(async (owner, play) => {
      const first = liveFilm(world())
      await owner.store(first)
      await expire(play, first.job)
      const second = await owner.claim(first.job)
      await owner.store(second)
      expect(await owner.call('complete', first)).toBe(LEASE_LOST)
      expect(await owner.call('complete', { ...second, path: first.path })).toBe(FOREIGN)
      expect(await owner.call('complete', second)).toBe('accepted')
      expect(await owner.call('complete', first)).toBe(LEASE_LOST)
      expect(await owner.job(first.job)).toMatchObject({ attempt: 2, storage_path: second.path, bytes: 4000 })
    }))

  describe('the owner announces a film of', () => {
    const GIGABYTE = 1024 ** 3
    test.each([
      ['no type', 5000, null, 'PT415 unsupported_type'],
      ['a type without name', 5000, '', 'PT415 unsupported_type'],
      ['pictures that run scripts', 5000, 'image/svg+xml', 'PT415 unsupported_type'],
      ['a page', 5000, 'text/html', 'PT415 unsupported_type'],
      ['a type in capitals', 5000, 'VIDEO/MP4', 'PT415 unsupported_type'],
      ['a type with a remark', 5000, 'video/mp4; x=1', 'PT415 unsupported_type'],
      ['a film nobody plays', 5000, 'video/quicktime', 'PT415 unsupported_type'],
      ['no bytes', 0, 'video/mp4', 'PT413 bad_size'],
      ['less than no bytes', -1, 'video/mp4', 'PT413 bad_size'],
      ['who knows how many bytes', null, 'video/mp4', 'PT413 bad_size'],
      ['a byte more than two gigabytes', 2 * GIGABYTE + 1, 'video/webm', 'PT413 bad_size'],
      ['more bytes than there are', '9223372036854775807', 'video/mp4', 'PT413 bad_size'],
      ['a picture of more than ten megabytes', 10 * 1024 ** 2 + 1, 'image/jpeg', 'PT413 bad_size'],
      ['two gigabytes', 2 * GIGABYTE, 'video/webm', 'accepted'],
      ['a picture of ten megabytes', 10 * 1024 ** 2, 'image/jpeg', 'accepted'],
    ])('%s: %s bytes, %s', (_what, bytes, mime, answer) =>
      onStage(async (owner) => {
        const { job, token } = liveFilm(world())
        expect(await owner.tries('select reserve_output($1, $2, $3, $4)', [job, token, bytes, mime])).toBe(
          answer,
        )
      }),
    )

    test('more than there is room for', () =>
      onStage(async (owner, play) => {
        const [held] = await play.admin(`select private.held_bytes($1, '', '') as bytes`, [
          world().id('owner'),
        ])
        await play.admin(
          'update users set total_storage_bytes = 100::bigint * 1073741824 - 5000 - $2::bigint where id = $1',
          [world().id('owner'), held?.bytes],
        )
        const { job, token } = liveFilm(world())
        const announce = (bytes: number) =>
          owner.tries(`select reserve_output($1, $2, $3, 'video/mp4')`, [job, token, bytes])
        expect(await announce(5001)).toBe('PT402 storage_quota')
        expect(await announce(5000)).toBe('accepted')
        // The same file again is counted once.
        expect(await announce(5000)).toBe('accepted')
        const picture = `select reserve_output($1, $2, 1, 'image/jpeg')`
        expect(await owner.tries(picture, [job, token])).toBe('PT402 storage_quota')
      }))
  })
})
