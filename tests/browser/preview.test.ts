import { afterEach, describe, expect, it } from 'vitest'
import { STYLES, type Style } from '@/domain/project'
import type { Storyboard } from '@/domain/storyboard'
import type { Compositor } from '@/render/compositor/Compositor'
import { loadCompositor } from '@/render/compositor/loadCompositor'
import { plainResample, psnr } from '@/render/compositor/reference'
import { hash, samples } from '@/render/compositor/testPictures'
import { FilmPainter } from '@/render/film/FilmPainter'
import { scaleStoryboard } from '@/render/film/scaleStoryboard'
import { toVideoFrame } from '@/render/film/toVideoFrame'
import { openPreview, type Preview, type PreviewFailure } from '@/render/preview/openPreview'
import { drawOverlay } from '@/render/text/drawOverlay'
import { loadFonts } from '@/render/text/fonts'
import { directFilm } from '@/story/directFilm'
import { BLUE, flat, GREEN, landscape, paintPhoto, RED, type Rgb } from './paintedPhotos'

interface TestPhoto {
  readonly id: string
  readonly width: number
  readonly height: number
  readonly file: Blob
}

const makePhoto = async (width: number, height: number, draw: Parameters<typeof paintPhoto>[2]) => ({
  id: crypto.randomUUID(),
  width,
  height,
  file: await paintPhoto(width, height, draw),
})

/** Reads their files; for others an empty one. */
const reader = (photos: readonly TestPhoto[]) => (id: string) =>
  Promise.resolve(photos.find((photo) => photo.id === id)?.file ?? new Blob())

function direct(photos: readonly TestPhoto[], style: Style, width: number): Storyboard {
  return directFilm({
    photos: photos.map(({ id, ...size }) => ({ id, ...size, takenAt: null, caption: 'At the lake' })),
    title: 'Summer',
    subtitle: '2025',
    style,
    durationSeconds: 6,
    width,
    height: (width * 9) / 16,
    fps: 30,
  })
}

/** A frame as the film has it, in front of its encoder. */
async function paintFrame(
  compositor: Compositor,
  storyboard: Storyboard,
  photos: readonly TestPhoto[],
  frame: number,
) {
  await loadFonts(storyboard)
  const painter = new FilmPainter(compositor, storyboard, reader(photos), drawOverlay)
  const planes = await painter.paint(frame)
  return { planes, close: () => painter.close() }
}

let open: Preview | undefined
const canvases: HTMLCanvasElement[] = []
afterEach(() => {
  open?.close()
  open = undefined
  for (const canvas of canvases.splice(0)) canvas.remove()
})

/** A preview and what it says. */
function start(readPhoto: (id: string) => Promise<Blob>) {
  const canvas = document.createElement('canvas')
  document.body.append(canvas)
  canvases.push(canvas)
  const shown: number[] = []
  const failures: PreviewFailure[] = []
  let heard: () => void = () => undefined
  const tell = () => heard()
  const preview = openPreview({
    canvas,
    readPhoto,
    onShown: (frame) => {
      shown.push(frame)
      tell()
    },
    onFailed: (reason) => {
      failures.push(reason)
      tell()
    },
  })
  open = preview
  const until = async (isSo: () => boolean) => {
    while (!isSo()) await new Promise<void>((resolve) => (heard = resolve))
  }
  return { canvas, preview, shown, failures, until }
}

function pixels(source: CanvasImageSource, width: number, height: number): Uint8ClampedArray {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d', { alpha: false, willReadFrequently: true })
  if (!context) throw new Error('no canvas')
  context.drawImage(source, 0, 0)
  return context.getImageData(0, 0, width, height).data
}

/** The picture on a preview's canvas, once the page has it. */
async function picture(canvas: HTMLCanvasElement, width: number, height: number) {
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)))
  return pixels(canvas, width, height)
}

const middle = (data: Uint8ClampedArray, width: number, height: number): Rgb => {
  const at = 4 * (Math.floor(height / 2) * width + Math.floor(width / 2))
  return { r: data[at] ?? 0, g: data[at + 1] ?? 0, b: data[at + 2] ?? 0 }
}

describe('the preview', () => {
  it('shows at the size of the film exactly its frames, in every style', async () => {
    const photos = await Promise.all([
      makePhoto(1200, 800, landscape),
      makePhoto(600, 900, landscape),
      makePhoto(1000, 800, landscape),
    ])
    const compositor = await loadCompositor()
    const { canvas, preview, shown, until } = start(reader(photos))
    for (const style of STYLES) {
      const storyboard = direct(photos, style, 480)
      preview.setFilm(storyboard, 480)
      for (const frame of [40, (storyboard.shots[1]?.startFrame ?? 0) + 3, 150]) {
        const before = shown.length
        preview.show(frame)
        await until(() => shown.slice(before).includes(frame))
        const { planes, close } = await paintFrame(compositor, storyboard, photos, frame)
        const exported = toVideoFrame(compositor, planes, frame, storyboard.fps)
        const wanted = pixels(exported, 480, 270)
        exported.close()
        await close()
        // The page gets a worker's picture when it next paints itself: a busy one later.
        const differing = async () =>
          (await picture(canvas, 480, 270)).findIndex((value, at) => value !== wanted[at])
        await expect.poll(differing, { message: `${style}, frame ${frame}`, timeout: 10_000 }).toBe(-1)
      }
    }
  })

  it('is at a smaller size the same picture as the film, frame for frame', async () => {
    const photos = await Promise.all([makePhoto(1600, 1000, landscape), makePhoto(1400, 1000, landscape)])
    const compositor = await loadCompositor()
    const full = direct(photos, 'classic', 1280)
    const small = scaleStoryboard(full, 640)
    for (const frame of [30, (full.shots[1]?.startFrame ?? 0) + 8, 140]) {
      const film = await paintFrame(compositor, full, photos, frame)
      const luma = samples(compositor, film.planes.y)
      await film.close()
      const preview = await paintFrame(compositor, small, photos, frame)
      const smallLuma = samples(compositor, preview.planes.y)
      await preview.close()
      const plane = { width: 640, height: 360, at: (x: number, y: number) => smallLuma[y * 640 + x] ?? NaN }
      const upscaled = plainResample(plane, 1280, 720, { originX: 0, stepX: 0.5, originY: 0, stepY: 0.5 })
      expect(psnr(luma, upscaled), `frame ${frame}`).toBeGreaterThan(32)
    }
  })

  it('paints the same bits whichever frames were shown before', async () => {
    const photos = await Promise.all([makePhoto(1200, 800, landscape), makePhoto(600, 900, landscape)])
    const compositor = await loadCompositor()
    const storyboard = direct(photos, 'vintage', 320)
    await loadFonts(storyboard)
    const painter = new FilmPainter(compositor, storyboard, reader(photos), drawOverlay)
    const first = hash(compositor, await painter.paint(90))
    for (const frame of [170, 3, 91, 60]) await painter.paint(frame)
    expect(hash(compositor, await painter.paint(90))).toBe(first)
    await painter.close()
  })

  it('leaves frames out rather than lag behind when it is scrubbed', async () => {
    const photos = await Promise.all([makePhoto(1200, 800, landscape), makePhoto(1000, 800, landscape)])
    const { preview, shown, until } = start(reader(photos))
    preview.setFilm(direct(photos, 'classic', 480), 480)
    for (let frame = 0; frame < 170; frame++) preview.show(frame)
    await until(() => shown.includes(169))
    expect(shown.length).toBeLessThan(20)
    expect(shown.at(-1)).toBe(169)
  })

  it('takes a changed film at the moment that was shown', async () => {
    const [red, blue] = await Promise.all([makePhoto(800, 450, flat(RED)), makePhoto(800, 450, flat(BLUE))])
    const { canvas, preview, shown, until } = start(reader([red, blue]))
    const film = (photo: TestPhoto) => ({ ...direct([photo], 'classic', 320), overlays: [] })
    preview.setFilm(film(red), 320)
    preview.show(90)
    await until(() => shown.length === 1)
    await expect.poll(async () => middle(await picture(canvas, 320, 180), 320, 180).r).toBeGreaterThan(120)
    preview.setFilm(film(blue), 320)
    await until(() => shown.length === 2)
    expect(shown).toEqual([90, 90])
    await expect.poll(async () => middle(await picture(canvas, 320, 180), 320, 180).b).toBeGreaterThan(120)
  })

  it('goes on without a photo that cannot be decoded, as the film does', async () => {
    const good = await makePhoto(800, 450, flat(GREEN))
    const bad: TestPhoto = { ...good, id: crypto.randomUUID(), file: new Blob(['no photo']) }
    const { canvas, preview, shown, failures, until } = start(reader([good, bad]))
    preview.setFilm({ ...direct([bad, good], 'classic', 320), overlays: [] }, 320)
    preview.show(45)
    await until(() => shown.length === 1)
    expect(failures).toEqual([])
    await expect.poll(async () => middle(await picture(canvas, 320, 180), 320, 180).g).toBeGreaterThan(100)
  })

  it('says when a photo cannot be had, and shows it when asked again', async () => {
    const photo = await makePhoto(800, 450, flat(GREEN))
    let isOnline = false
    const { preview, shown, failures, until } = start(() =>
      isOnline ? Promise.resolve(photo.file) : Promise.reject(new Error('offline')),
    )
    preview.setFilm({ ...direct([photo], 'classic', 320), overlays: [] }, 320)
    preview.show(45)
    await until(() => failures.length > 0)
    expect(failures.at(-1)).toBe('photo_missing')
    isOnline = true
    preview.show(45)
    await until(() => shown.length > 0)
    expect(shown).toEqual([45])
  })
})
