import { afterAll, beforeAll, expect, test } from 'vitest'
import { startWorld, type World } from './generation/world'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.close())

test('a private file has an address for an hour, is kept by nobody for longer, and the address is kept nowhere', async () => {
  const userId = await world.newPerson()
  const { reserveUpload } = await import('@/data/media')
  const { uploadObject } = await import('@/data/upload')
  const { signedUrl, downloadUrl } = await import('@/data/signedUrls')
  const { mediaQueries } = await import('@/hooks/queries/media')
  const { videoQueries } = await import('@/hooks/queries/videos')
  const { isKeepable } = await import('@/lib/localCache')
  const photo = new Blob([new Uint8Array([0xff, 0xd8, 0xff, 0xd9])], { type: 'image/jpeg' })
  const path = await reserveUpload('media', photo, crypto.randomUUID(), new AbortController().signal)
  await uploadObject('media', path, photo, { signal: new AbortController().signal })

  for (const address of [await signedUrl('media', path), await downloadUrl('media', path, 'Été.jpg')]) {
    const { token } = Object.fromEntries(new URL(address).searchParams)
    const claims: { iat: number; exp: number } = JSON.parse(atob(token?.split('.')[1] ?? ''))
    expect(claims.exp - claims.iat).toBeLessThanOrEqual(3600)
    const answer = await fetch(address)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('cache-control')).toBe('private, max-age=3600, immutable')
    const stolen = address.replace(/token=[^&]*/, 'token=x')
    expect((await fetch(stolen)).status).toBeGreaterThanOrEqual(400)
  }

  const keys = [
    mediaQueries.url(userId, 'media', path).queryKey,
    videoQueries.files(userId, { storagePath: path, thumbnailPath: null }, 'film.mp4').queryKey,
  ]
  expect(keys.map((key) => isKeepable(key, 'https://example.com'))).toEqual([false, false])
  expect(isKeepable(mediaQueries.library(userId).queryKey, { items: [] })).toBe(true)
})
