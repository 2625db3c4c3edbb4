import { afterEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { canRenderFilms } from '@/render/canRenderFilms'
import type { RenderProgress } from '@/render/protocol'
import { renderFilm, type RenderedFilm } from '@/render/renderFilm'
import { PLAIN_LOOK } from '@/domain/storyboard'
import { directFilm, type DirectedPhoto, type FilmWishes } from '@/story/directFilm'
import { BLUE, flat, GREEN, landscape, paintPhoto, paintStored, quarters, RED, YELLOW } from './paintedPhotos'
import { colourDistance, filesOnDisk, readFilm, topLevelBoxes } from './readFilm'

interface TestPhoto {
  readonly file: Blob
  readonly width: number
  readonly height: number
  readonly caption?: string
}

let made: RenderedFilm[] = []
afterEach(async () => {
  await Promise.all(made.map((film) => film.discard()))
  made = []
})

function order(photos: readonly TestPhoto[], changes: Partial<FilmWishes> = {}) {
  const directed: DirectedPhoto[] = photos.map(({ width, height, caption }) => ({
    id: crypto.randomUUID(),
    width,
    height,
    takenAt: null,
    caption: caption ?? '',
  }))
  const film = directFilm({
    photos: directed,
    title: '',
    subtitle: '',
    style: 'classic',
    durationSeconds: 5,
    width: 640,
    height: 360,
    fps: 30,
    ...changes,
  })
  // The colours of the photos, to be found again.
  const storyboard = { ...film, look: PLAIN_LOOK }
  const files = directed.map(({ id }, index) => ({
    id,
    read: () => Promise.resolve(photos[index]?.file ?? new Blob()),
  }))
  return { storyboard, photos: files, outputName: 'Test film' }
}

type Order = ReturnType<typeof order>
const never = () => new AbortController().signal

async function render(request: Order, onProgress: (progress: RenderProgress) => void = () => undefined) {
  const film = await renderFilm(request, { signal: never(), onProgress })
  made.push(film)
  return film
}

/** The middle of the time that a shot stands alone in full light, in seconds. */
function middle({ storyboard }: Order, index: number): number {
  const { shots, fps, frameCount, fadeInFrames, fadeOutFrames } = storyboard
  const shot = shots[index]
  if (!shot) throw new RangeError(`no shot ${index}`)
  const from = Math.max(shot.startFrame + shot.transition.frames, fadeInFrames)
  const until = Math.min(shots[index + 1]?.startFrame ?? shot.endFrame, frameCount - fadeOutFrames)
  return (from + until) / 2 / fps
}

const flatPhoto = async (colour: typeof RED, width = 640, height = 360): Promise<TestPhoto> => ({
  file: await paintPhoto(width, height, flat(colour)),
  width,
  height,
})

describe('a film', () => {
  it('has the asked size, length and title, a codec that plays everywhere, and its index in front', async () => {
    const request = order([await flatPhoto(RED), await flatPhoto(BLUE)], {
      durationSeconds: 7,
      width: 854,
      height: 480,
    })
    const progress: RenderProgress[] = []
    const film = await render(request, (step) => progress.push(step))
    const { track, durationSeconds, packets, tags } = await readFilm(film.file)

    expect(film).toMatchObject({
      mimeType: 'video/mp4',
      width: 854,
      height: 480,
      durationSeconds: 7,
      skippedPhotoIds: [],
    })
    expect(film.file.name).toBe('Test film.mp4')
    expect([track.displayWidth, track.displayHeight]).toEqual([854, 480])
    expect(durationSeconds).toBeCloseTo(7, 3)
    expect(packets).toBe(210)
    expect(tags.title).toBe('Test film')
    expect(film.codec).toMatch(/^avc1\.64/)
    expect((await track.getDecoderConfig())?.colorSpace).toMatchObject({ matrix: 'bt709', fullRange: false })
    const boxes = await topLevelBoxes(film.file)
    expect(boxes.indexOf('moov')).toBeLessThan(boxes.indexOf('mdat'))
    expect(progress.at(-1)).toMatchObject({ framesDone: 210, frameCount: 210, stage: 'finishing' })
    expect(film.thumbnail.type).toBe('image/jpeg')
  })

  it('shows the photos in their order and in their colours', async () => {
    const colours = [RED, GREEN, BLUE, YELLOW]
    const request = order(await Promise.all(colours.map((colour) => flatPhoto(colour))), {
      durationSeconds: 8,
    })
    const film = await readFilm((await render(request)).file)
    for (const [index, colour] of colours.entries()) {
      const seen = await film.colourAt(middle(request, index), 0.5, 0.5)
      expect(colourDistance(seen, colour), `photo ${index}: ${JSON.stringify(seen)}`).toBeLessThan(10)
    }
  })

  it('begins and ends in black', async () => {
    const film = await readFilm((await render(order([await flatPhoto(YELLOW)]))).file)
    for (const seconds of [0, 4.97]) {
      expect(colourDistance(await film.colourAt(seconds, 0.5, 0.5), { r: 0, g: 0, b: 0 })).toBeLessThan(12)
    }
  })

  it('shows a portrait whole, unstretched, in front of its own colours', async () => {
    const file = await paintPhoto(600, 900, quarters([RED, GREEN, BLUE, YELLOW]))
    const request = order([{ file, width: 600, height: 900 }])
    const film = await readFilm((await render(request)).file)
    const seconds = middle(request, 0)
    // 360 high and 240 wide in the middle of 640: from 0.31 to 0.69.
    expect(colourDistance(await film.colourAt(seconds, 0.4, 0.2), RED)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(seconds, 0.6, 0.2), GREEN)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(seconds, 0.4, 0.8), BLUE)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(seconds, 0.6, 0.8), YELLOW)).toBeLessThan(12)
    const fill = await film.colourAt(seconds, 0.05, 0.1)
    expect(fill.r).toBeGreaterThan(fill.b)
    // Its colours, darker.
    expect(fill.r).toBeLessThan(RED.r - 15)
    expect(fill.r).toBeGreaterThan(30)
  })

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('turns a photo of EXIF orientation %i upright', async (orientation) => {
    const file = await paintStored(640, 360, quarters([RED, GREEN, BLUE, YELLOW]), orientation)
    const request = order([{ file, width: 640, height: 360 }])
    const film = await readFilm((await render(request)).file)
    const seconds = middle(request, 0)
    expect(colourDistance(await film.colourAt(seconds, 0.2, 0.2), RED)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(seconds, 0.8, 0.2), GREEN)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(seconds, 0.2, 0.8), BLUE)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(seconds, 0.8, 0.8), YELLOW)).toBeLessThan(12)
  })

  it.each(['image/png', 'image/webp'])('takes %s as well', async (type) => {
    const file = await paintPhoto(640, 360, quarters([RED, GREEN, BLUE, YELLOW]), type)
    const request = order([{ file, width: 640, height: 360 }])
    const film = await readFilm((await render(request)).file)
    expect(colourDistance(await film.colourAt(middle(request, 0), 0.2, 0.2), RED)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(middle(request, 0), 0.8, 0.8), YELLOW)).toBeLessThan(12)
  })

  it('is made of photos of a few pixels and of odd sizes too', async () => {
    const photos = await Promise.all([
      flatPhoto(RED, 1, 1),
      flatPhoto(GREEN, 3, 2),
      flatPhoto(BLUE, 2001, 37),
    ])
    const request = order(photos, { durationSeconds: 6 })
    const film = await readFilm((await render(request)).file)
    expect(colourDistance(await film.colourAt(middle(request, 1), 0.5, 0.5), GREEN)).toBeLessThan(12)
    expect(colourDistance(await film.colourAt(middle(request, 2), 0.5, 0.5), BLUE)).toBeLessThan(12)
  })

  it('writes its title and captions over the picture', async () => {
    const photo = await flatPhoto(BLUE)
    const photos = [photo, { ...photo, caption: 'At the lake' }]
    const plain = order(photos, { durationSeconds: 10 })
    const titled = order(photos, { durationSeconds: 10, title: 'Summer' })
    const [without, withTitle] = await Promise.all(
      [plain, titled].map(async (o) => readFilm((await render(o)).file)),
    )
    const bright = async (film: typeof without, seconds: number) =>
      (await film?.luma(seconds))?.reduce((count, value) => count + (value > 200 ? 1 : 0), 0) ?? NaN
    expect([without?.tags.title, withTitle?.tags.title]).toEqual(['Test film', 'Summer'])
    expect(await bright(without, 2.5)).toBe(0)
    expect(await bright(withTitle, 2.5)).toBeGreaterThan(800)
    expect(await bright(without, middle(plain, 1))).toBeGreaterThan(100)
  })
})

describe('when something goes wrong', () => {
  const rubbish = () => new Blob([new Uint8Array(5000).fill(0x5a)], { type: 'image/jpeg' })

  it('leaves out a photo that cannot be read, names it, and never shows black instead', async () => {
    const bad = { file: rubbish(), width: 640, height: 360, caption: 'gone' }
    const request = order([await flatPhoto(RED), bad, await flatPhoto(BLUE)], { durationSeconds: 9 })
    const rendered = await render(request)
    expect(rendered.skippedPhotoIds).toEqual([request.photos[1]?.id])
    expect(rendered.durationSeconds).toBe(9)
    const film = await readFilm(rendered.file)
    expect(colourDistance(await film.colourAt(middle(request, 1), 0.5, 0.5), BLUE)).toBeLessThan(10)
    for (let seconds = 1; seconds < 7.5; seconds += 0.25) {
      const { r, g, b } = await film.colourAt(seconds, 0.5, 0.8)
      expect(Math.max(r, g, b), `at ${seconds} s`).toBeGreaterThan(90)
    }
  })

  it.each([0, 2])('does without the photo at place %i as well', async (place) => {
    const photos: TestPhoto[] = [await flatPhoto(RED), await flatPhoto(GREEN), await flatPhoto(BLUE)]
    photos[place] = { file: rubbish(), width: 640, height: 360 }
    const request = order(photos, { durationSeconds: 9 })
    const rendered = await render(request)
    const film = await readFilm(rendered.file)
    expect(rendered.skippedPhotoIds).toEqual([request.photos[place]?.id])
    expect(colourDistance(await film.colourAt(middle(request, place), 0.5, 0.5), GREEN)).toBeLessThan(10)
  })

  it('says so when no photo can be read, and leaves nothing behind', async () => {
    const bad = { file: rubbish(), width: 640, height: 360 }
    const request = order([bad, bad])
    await expect(render(request)).rejects.toMatchObject({ name: 'RenderError', code: 'photo_unreadable' })
    expect(await filesOnDisk()).toEqual([])
  })

  it('fails with the error of a photo that could not be fetched', async () => {
    const request = order([await flatPhoto(RED)])
    const lost = new Error('the connection was lost')
    const photos = request.photos.map(({ id }) => ({ id, read: () => Promise.reject(lost) }))
    await expect(render({ ...request, photos })).rejects.toBe(lost)
    expect(await filesOnDisk()).toEqual([])
  })

  it('refuses a size that no encoder takes before it starts', async () => {
    const request = order([await flatPhoto(RED)], { width: 16_400, height: 16_400 })
    await expect(render(request)).rejects.toMatchObject({ code: 'unsupported_codec' })
  })
})

describe('cancelling', () => {
  it('ends the film within a second and deletes its files', async () => {
    const photo = { file: await paintPhoto(1920, 1080, landscape), width: 1920, height: 1080 }
    const request = order([photo, photo, photo], { durationSeconds: 60, width: 1920, height: 1080 })
    const controller = new AbortController()
    const reason = new Error('enough')
    let cancelledAt = 0
    const rendering = renderFilm(request, {
      signal: controller.signal,
      onProgress: ({ framesDone }) => {
        if (framesDone < 20 || cancelledAt) return
        cancelledAt = performance.now()
        controller.abort(reason)
      },
    })
    await expect(rendering).rejects.toBe(reason)
    expect(performance.now() - cancelledAt).toBeLessThan(1000)
    expect(await filesOnDisk()).toEqual([])
  })

  it('does not begin when it was cancelled before', async () => {
    const request = order([await flatPhoto(RED)])
    const rendering = renderFilm(request, { signal: AbortSignal.abort('no'), onProgress: () => undefined })
    await expect(rendering).rejects.toBe('no')
  })
})

describe('the disk', () => {
  it('is free again when a film is discarded', async () => {
    const film = await render(order([await flatPhoto(RED)]))
    expect(await filesOnDisk()).toHaveLength(1)
    await film.discard()
    expect(await filesOnDisk()).toEqual([])
  })

  it('being full is said as such, and what was written is deleted', async () => {
    const { usage = 0 } = await navigator.storage.estimate()
    const origin = location.origin
    await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 200_000 })
    try {
      const photo = { file: await paintPhoto(1280, 720, landscape), width: 1280, height: 720 }
      const request = order([photo, photo], { width: 1280, height: 720, durationSeconds: 8 })
      await expect(render(request)).rejects.toMatchObject({ name: 'RenderError', code: 'storage_full' })
    } finally {
      await cdp().send('Storage.overrideQuotaForOrigin', { origin })
    }
    expect(await filesOnDisk()).toEqual([])
  })

  it('is swept of what a crashed tab has left, but not of a film still in use', async () => {
    const root = await navigator.storage.getDirectory()
    const films = await root.getDirectoryHandle('photomemory-films', { create: true })
    const crashed = crypto.randomUUID()
    await (
      await films.getDirectoryHandle(crashed, { create: true })
    ).getFileHandle('film.mp4', { create: true })
    const first = await render(order([await flatPhoto(RED)]))
    await render(order([await flatPhoto(BLUE)]))
    const left = await filesOnDisk()
    expect(left).not.toContain(crashed)
    expect(left).toHaveLength(2)
    expect((await readFilm(first.file)).packets).toBe(150)
  })
})

it('can make films in this browser, and says with what', async () => {
  expect(await canRenderFilms()).toEqual({ ok: true, codec: 'avc1.640028' })
  expect(await canRenderFilms({ width: 16_400, height: 16_400, fps: 30 })).toEqual({
    ok: false,
    reason: 'no_codec',
  })
})
