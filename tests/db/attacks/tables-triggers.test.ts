import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { inOneWorld } from './world'

inOneWorld((world) => {
  describe('what is refused only after a trigger has spoken', () => {
    test('stranger: hears of no photo limit of a project that is not theirs', async () => {
      await world().rehearse(async (play) => {
        await play.admin(`update plans set max_photos = 1`)
        const place = `insert into photos (project_id, media_item_id, position) values ($1, $2, 'a0')`
        const item = world().id('media stranger loose')
        for (const project of [world().id('project shared'), randomUUID()])
          expect(await play.tries(world().person('stranger'), place, [project, item])).toBe(NO_RIGHT)
        const own = [world().id('project stranger private'), item]
        expect(await play.tries(world().person('stranger'), place, own)).toBe('PT402 photo_limit')
      })
    })

    test.each(['owner', 'editor'] as const)(
      '%s: places no more photos in one statement than the owner’s plan allows',
      async (who) => {
        await world().rehearse(async (play) => {
          await play.admin(`update plans set max_photos = 5 where id = 'pro'`)
          const place = `insert into photos (project_id, media_item_id, position)
            select $1, $2, 'a' || n from generate_series(1, $3::integer) as n`
          const into = [world().id('project shared'), world().id(`media ${who} loose`)]
          expect(await play.tries(world().person(who), place, [...into, 4])).toBe('PT402 photo_limit')
          expect(await play.tries(world().person(who), place, [...into, 3])).toBe('accepted')
        })
      },
    )

    test('owner: the file of a photo cannot be exchanged for another after it was registered', async () => {
      await world().rehearse(async (play) => {
        const owner = world().person('owner')
        const path = world().id('file owner placed')
        await play.as(owner, 'delete from storage.objects where name = $1', [path])
        const key = path.split('/')[1]?.replace('.jpg', '')
        const again = `select reserve_upload('media', 10, 'image/jpeg', $1)`
        expect(await play.tries(owner, again, [key])).toBe('PT409 already_registered')
        const store = `insert into storage.objects (bucket_id, name, metadata) values ('media', $1, '{}')`
        expect(await play.tries(owner, store, [path])).toBe(NO_RIGHT)
      })
    })
  })
})
