import { expect, it } from 'vitest'
import { ingestPhoto } from '@/media/ingestPhoto'
import { prepareUpload } from '@/media/prepareUpload'

it('reads and rewrites', async () => {
  const c = new OffscreenCanvas(1000, 500)
  const g = c.getContext('2d')
  if (!g) throw new Error('no')
  g.fillStyle = 'red'
  g.fillRect(0, 0, 1000, 500)
  const blob = await c.convertToBlob({ type: 'image/webp' })
  const file = new File([blob], 'a.jpg')
  const a = await ingestPhoto(file)
  console.log(JSON.stringify(a.facts), a.thumbnail.size, a.thumbnail.type)
  const b = await prepareUpload(file, { ...a.facts, place: { latitude: 1, longitude: -2 } }, { keepLocation: true })
  console.log(b.photo.size, b.thumbnail.size, b.width, b.height)
  await expect(ingestPhoto(new File(['hello'], '../x.jpg'))).rejects.toMatchObject({ code: 'not_a_photo' })
})
