import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { cdp } from 'vitest/browser'
import { PLAIN_LOOK } from '@/domain/storyboard'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import type { Size } from '@/render/film/placement'
import { loadPicture } from '@/render/photo/loadPicture'
import { renderFilm, type RenderedFilm, type RenderRequest } from '@/render/renderFilm'
import { forgetSegments, SEGMENT_FOLDER } from '@/render/segments/forgetSegments'
import { directFilm } from '@/story/directFilm'
import { BLUE, flat, GREEN, landscape, paintPhoto, paintStored, RED, YELLOW } from './paintedPhotos'
import { colourDistance, filesOnDisk, readFilm } from './readFilm'

// Rows of docs/faults.md that befall the renderer itself.

const SEGMENT_FRAMES = 60
const COLOURS = [RED, GREEN, BLUE, YELLOW]

let made: RenderedFilm[] = []
beforeEach(forgetSegments)
afterEach(async () => {
  await Promise.all(made.map((film) => film.discard()))
  made = []
  vi.unstubAllGlobals()
})

interface Wanted extends Size {
  readonly files: readonly Blob[]
  readonly seconds: number
}

function filmOf({ files, seconds, width, height }: Wanted) {
  const photos = files.map((file, index) => ({
    id: crypto.randomUUID(),
    contentHash: `photo ${index}`,
    read: () => Promise.resolve(file),
  }))
  const film = directFilm({
    photos: photos.map(({ id }) => ({ id, width: 640, height: 360, takenAt: null, caption: '' })),
    title: '',
    subtitle: '',
    style: 'classic',
    durationSeconds: seconds,
    width,
    height,
    fps: 30,
  })
  return { storyboard: { ...film, look: PLAIN_LOOK }, photos, outputName: 'Film' }
}

async function render(film: RenderRequest): Promise<RenderedFilm> {
  const rendered = await renderFilm(film, {
    signal: AbortSignal.timeout(100_000),
    onProgress: () => undefined,
  })
  made.push(rendered)
  return rendered
}

/** Ends the film's workers at once at this part of it, as the death of a tab does. @returns the frames done then */
async function kill(film: RenderRequest, part: number): Promise<number> {
  const controller = new AbortController()
  let done = 0
  await renderFilm(film, {
    signal: controller.signal,
    onProgress: ({ framesDone, frameCount }) => {
      if (controller.signal.aborted) return
      done = framesDone
      if (framesDone >= part * frameCount) controller.abort(new Error('killed'))
    },
  }).then(
    (finished) => finished.discard(),
    () => undefined,
  )
  return done
}

async function keptSegments(): Promise<number> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(SEGMENT_FOLDER, { create: true })
  let count = 0
  for await (const name of folder.keys()) if (/^[0-9a-f]{64}$/.test(name)) count += 1
  return count
}

it('F26: of twenty photos one that cannot be decoded is left out by name, and no frame is black', async () => {
  const files = await Promise.all(
    Array.from({ length: 20 }, (_, index) => paintPhoto(640, 360, flat(COLOURS[index % 4] ?? RED))),
  )
  files[11] = new Blob([new Uint8Array(5000).fill(0x5a)], { type: 'image/jpeg' })
  const film = filmOf({ files, seconds: 40, width: 320, height: 180 })
  const rendered = await render(film)
  expect(rendered.skippedPhotoIds).toEqual([film.photos[11]?.id])
  const { packets, durationSeconds, colourAt } = await readFilm(rendered.file)
  expect([packets, durationSeconds]).toEqual([1200, 40])
  // Beyond the fades at its two ends.
  for (let seconds = 1; seconds < 38; seconds += 0.5) {
    const { r, g, b } = await colourAt(seconds, 0.5, 0.5)
    expect(Math.max(r, g, b), `at ${seconds} s`).toBeGreaterThan(60)
  }
})

describe('a tab that dies', () => {
  it.each([
    ['small', 320, 180, 24],
    ['large', 1280, 720, 16],
  ])(
    'F27: killed while it renders, a %s film loses what was in work and no more',
    async (_size, width, height, seconds) => {
      const files = await Promise.all(COLOURS.map(() => paintPhoto(640, 360, landscape)))
      const film = filmOf({ files, seconds, width, height })
      // From so many pixels on two encoders are at work, each at a segment of its own.
      const encoders = width * height * seconds * 30 >= 1.5e8 && navigator.hardwareConcurrency > 1 ? 2 : 1
      let kept = 0
      const again: number[] = []
      for (const part of [0.03, 0.25, 0.5, 0.75, 0.97]) {
        const done = await kill(film, part)
        const before = kept
        kept = await keptSegments()
        expect(kept, 'nothing that was finished is lost').toBeGreaterThanOrEqual(before)
        again.push(Math.max(0, done - kept * SEGMENT_FRAMES))
      }
      console.info(`killed five times, frames to be made again: ${again.join(', ')} (${encoders} encoders)`)
      // A few more are in the encoder when the last one of a segment has been painted.
      for (const frames of again) expect(frames).toBeLessThanOrEqual(encoders * (SEGMENT_FRAMES + 8))
      const { segments, file } = await render(film)
      expect(segments).toEqual({ total: seconds / 2, made: seconds / 2 - kept })
      const whole = await readFilm(file)
      expect([whole.packets, whole.durationSeconds]).toEqual([seconds * 30, seconds])
      expect(await filesOnDisk()).toHaveLength(1)
    },
  )
})

describe('a film that stands still', () => {
  /** What keeps a film waiting for ever, as a call of the file system that is never answered. */
  function holdSegments(): () => void {
    let letGo: () => void = () => undefined
    const held = new Promise<void>((resolve) => (letGo = resolve))
    void navigator.locks.request('photomemory-segments', () => held)
    return letGo
  }

  /** Calls back when a render worker is begun. */
  function watchWorkers(begun: (count: number) => void) {
    let count = 0
    const Real = Worker
    vi.stubGlobal(
      'Worker',
      class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options)
          if (options?.name === 'render') begun((count += 1))
        }
      },
    )
    return () => count
  }
  const film = async () =>
    filmOf({ files: [await paintPhoto(640, 360, landscape)], seconds: 5, width: 320, height: 180 })

  it('F51: is begun again by itself, and is whole', async () => {
    const letGo = holdSegments()
    const begun = watchWorkers((count) => {
      if (count === 2) letGo()
    })
    const rendered = await renderFilm(await film(), {
      signal: AbortSignal.timeout(60_000),
      onProgress: () => undefined,
      patienceSeconds: 3,
    })
    made.push(rendered)
    expect(begun()).toBe(2)
    const { packets, durationSeconds } = await readFilm(rendered.file)
    expect([packets, durationSeconds]).toEqual([150, 5])
  })

  it('F51: is given up for another attempt when that does not help, and leaves nothing on the disk', async () => {
    const letGo = holdSegments()
    const begun = watchWorkers(() => undefined)
    const rendering = renderFilm(await film(), {
      signal: AbortSignal.timeout(60_000),
      onProgress: () => undefined,
      patienceSeconds: 1,
    })
    await expect(rendering).rejects.toMatchObject({ code: 'worker_crashed', message: 'the film stood still' })
    letGo()
    expect(begun()).toBe(3)
    expect(await filesOnDisk()).toEqual([])
  })
})

describe('a disk that is full', () => {
  it('F33: stops the film with what it needs, and keeps nothing of it', async () => {
    const files = [await paintPhoto(1280, 720, landscape)]
    const film = filmOf({ files, seconds: 8, width: 1280, height: 720 })
    const { usage = 0 } = await navigator.storage.estimate()
    const origin = location.origin
    await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 300_000 })
    try {
      const failure = await render(film).catch((cause: unknown) => cause)
      expect(failure).toMatchObject({ name: 'RenderError', code: 'storage_full' })
      const { bytesNeeded } = Object(failure) as { bytesNeeded: number }
      expect(bytesNeeded).toBeGreaterThan(2_000_000)
      expect(bytesNeeded).toBeLessThan(50_000_000)
      expect(await keptSegments()).toBe(0)
      expect(await filesOnDisk()).toEqual([])
    } finally {
      await cdp().send('Storage.overrideQuotaForOrigin', { origin })
    }
    expect((await readFilm((await render(film)).file)).packets).toBe(240)
  })
})

describe('with little memory', () => {
  /** Sizes of what was decoded. */
  function watchDecoder() {
    const sizes: string[] = []
    const Real = ImageDecoder
    class Watched extends Real {
      override async decode(options?: ImageDecodeOptions) {
        const result = await super.decode(options)
        sizes.push(`${result.image.displayWidth}x${result.image.displayHeight}`)
        return result
      }
    }
    vi.stubGlobal('ImageDecoder', Watched)
    return sizes
  }
  const openCompositor = async () => Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
  const times = () => ({ decode: 0, scale: 0 })

  it.each([1, 6])(
    'F34: a photo of orientation %i is decoded at half its size where that is enough',
    async (orientation) => {
      const sizes = watchDecoder()
      const compositor = await openCompositor()
      const file = await paintStored(2400, 1600, landscape, orientation)
      const sizeFor = ({ width, height }: Size) => ({
        width: Math.round(width / 4),
        height: Math.round(height / 4),
      })
      const whole = await loadPicture(compositor, file, sizeFor, times())
      const half = await loadPicture(compositor, file, sizeFor, times(), 'little')
      expect(sizes).toHaveLength(2)
      const [first = '', second = ''] = sizes.map((size) =>
        size
          .split('x')
          .map(Number)
          .toSorted((a, b) => a - b)
          .join('x'),
      )
      expect([first, second]).toEqual(['1600x2400', '800x1200'])
      expect(half.picture.y.width / half.picture.y.height).toBeCloseTo(
        whole.picture.y.width / whole.picture.y.height,
        2,
      )
      expect(half.size.width / half.size.height).toBeCloseTo(whole.size.width / whole.size.height, 2)
    },
  )

  it('F34: one that is needed larger is decoded whole, and so is what is no JPEG', async () => {
    const sizes = watchDecoder()
    const compositor = await openCompositor()
    const nearlyAll = ({ width, height }: Size) => ({ width: width * 0.75, height: height * 0.75 })
    const quarter = ({ width, height }: Size) => ({ width: width / 4, height: height / 4 })
    await loadPicture(compositor, await paintPhoto(1200, 800, landscape), nearlyAll, times(), 'little')
    const png = await paintPhoto(1200, 800, landscape, 'image/png')
    await loadPicture(compositor, png, quarter, times(), 'little')
    expect(sizes).toEqual(['1200x800', '1200x800'])
  })

  it('F34: makes the same film, to the eye', async () => {
    const files = await Promise.all(COLOURS.map((colour) => paintPhoto(2400, 1350, flat(colour))))
    const film = filmOf({ files, seconds: 8, width: 640, height: 360 })
    const plenty = await readFilm((await render(film)).file)
    await forgetSegments()
    const little = await readFilm((await render({ ...film, memory: 'little' })).file)
    expect(little.packets).toBe(plenty.packets)
    for (const seconds of [1, 3, 5, 7]) {
      const [one, other] = [
        await plenty.colourAt(seconds, 0.5, 0.5),
        await little.colourAt(seconds, 0.5, 0.5),
      ]
      expect(colourDistance(one, other), `at ${seconds} s`).toBeLessThan(4)
    }
  })
})
