import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { inOneWorld, type Rehearsal } from './world'

inOneWorld((world) => {
  describe('deleting the account while files are left', () => {
    const removeFiles = (play: Rehearsal, but = '') =>
      play.as(world().person('owner'), 'delete from storage.objects where name <> $1', [but])
    const remove = (play: Rehearsal) => play.tries(world().person('owner'), 'select delete_my_account()')

    test.each([
      'file owner placed',
      'file owner face',
      'file owner spare',
      'file owner track',
      'file owner private film',
    ])('owner: is refused for %s', async (file) => {
      await world().rehearse(async (play) => {
        await removeFiles(play, world().id(file))
        expect(await remove(play)).toBe('PT409 files_remain')
      })
    })

    test('owner: is refused for a file that has come since, and then goes', async () => {
      await world().rehearse(async (play) => {
        await removeFiles(play)
        const late = `insert into storage.objects (bucket_id, name, metadata) values ('media', $1, '{}')`
        await play.admin(late, [world().id('file owner announced')])
        expect(await remove(play)).toBe('PT409 files_remain')
        await removeFiles(play)
        expect(await remove(play)).toBe('accepted')
      })
    })

    test('owner: is not held up by what others store, whatever they call it', async () => {
      await world().rehearse(async (play) => {
        await removeFiles(play)
        await play.admin(
          `insert into storage.objects (bucket_id, name) values
           ('media', $1::text || 'x/a.jpg'), ('media', $2::text || '/' || $1::text || '/a.jpg'), ('media', 'a/' || $1::text)`,
          [world().id('owner'), world().id('stranger')],
        )
        expect(await remove(play)).toBe('accepted')
      })
    })

    test('owner: takes every row of theirs, and of nobody else’s', async () => {
      await world().rehearse(async (play) => {
        const left = async (person: string) => {
          const [row] = await play.admin(
            `select ${[
              'public.users where id',
              'public.video_projects where user_id',
              'public.media_items where user_id',
              'public.audio_tracks where user_id',
              'public.photos where user_id',
              'public.generated_videos where user_id',
              'public.subscriptions where user_id',
              'public.invoices where user_id',
              'public.usage_counters where user_id',
              'public.notifications where user_id',
              'public.project_invitations where invited_by',
              'private.uploads where user_id',
            ]
              .map((owned, index) => `(select count(*)::integer from ${owned} = $1) as n${index}`)
              .join()}`,
            [world().id(person)],
          )
          return Object.values(row ?? {})
        }
        const strangers = await left('stranger')
        await removeFiles(play)
        expect(await remove(play)).toBe('accepted')
        expect(new Set(await left('owner'))).toEqual(new Set([0]))
        expect(await left('stranger')).toEqual(strangers)
        // The editor loses what they placed and rendered in the project, not what is in their library.
        expect((await left('editor')).slice(0, 6)).toEqual([1, 1, 3, 1, 1, 1])
      })
    })

    test('editor: what they rendered for the owner still counts against them until it is removed', async () => {
      await world().rehearse(async (play) => {
        await removeFiles(play)
        expect(await remove(play)).toBe('accepted')
        const found = await play.as(world().person('editor'), 'select path from leftover_files()')
        expect(world().called(found.map((row) => row.path))).toEqual(['file editor shared film'])
        const [held] = await play.admin(
          `select user_id, bytes from private.uploads where bucket_id = 'videos' and name = $1`,
          [world().id('file editor shared film')],
        )
        expect(held).toEqual({ user_id: world().id('editor'), bytes: 4000 })
      })
    })

    test('anonymous: deletes nobody', async () => {
      const { answer } = await world().attack('anonymous', 'select delete_my_account()')
      expect(answer).toBe(NO_RIGHT)
    })

    test('stranger: deletes no account but their own', async () => {
      await world().rehearse(async (play) => {
        const stranger = world().person('stranger')
        await play.as(stranger, 'delete from storage.objects')
        await play.as(stranger, 'select delete_my_account()')
        const left = await play.admin('select id from auth.users')
        expect(world().called(left.map((row) => row.id))).toEqual(['editor', 'owner', 'viewer'])
        const others = await play.admin(
          'select count(*)::integer as n from storage.objects where name not like $1',
          [`${stranger.id}/%`],
        )
        expect(Number(others[0]?.n)).toBeGreaterThan(20)
      })
    })
  })
})
