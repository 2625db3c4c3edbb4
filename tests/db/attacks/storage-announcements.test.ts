import { describe, expect, test } from 'vitest'
import { DUPLICATE, NO_RIGHT } from '../engines'
import { inOneWorld } from './world'

const PUT = 'insert into storage.objects (bucket_id, name, metadata) values ($1, $2, $3)'
const FITS = JSON.stringify({ mimetype: 'image/jpeg', size: 1000, contentLength: 1000 })

inOneWorld((world) => {
  describe('an announcement', () => {
    test('owner: is used once, and by no second file of the same name', async () => {
      await world().rehearse(async (play) => {
        const [owner, path] = [world().person('owner'), world().id('file owner announced')]
        const store = [PUT, ['media', path, FITS]] as const
        expect(await play.tries(owner, store[0], [...store[1]])).toBe('accepted')
        expect(await play.tries(owner, store[0], [...store[1]])).toBe(DUPLICATE)
      })
    })

    test('owner: covers nothing after a day', async () => {
      await world().rehearse(async (play) => {
        await play.admin(`update private.uploads set expires_at = now()`)
        const path = world().id('file owner announced')
        const answer = await play.tries(world().person('owner'), PUT, ['media', path, FITS])
        expect(answer).toBe(NO_RIGHT)
      })
    })

    test('owner: is not renewed by storing over a photo that was removed from the library', async () => {
      await world().rehearse(async (play) => {
        const [owner, path] = [world().person('owner'), world().id('file owner loose')]
        await play.as(owner, 'delete from media_items where id = $1', [world().id('media owner loose')])
        await play.as(owner, 'delete from storage.objects where name = $1', [path])
        expect(await play.tries(owner, PUT, ['media', path, '{}'])).toBe(NO_RIGHT)
      })
    })
  })
})
