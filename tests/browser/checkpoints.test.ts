import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cdp } from 'vitest/browser'
import { PLAIN_LOOK, type Storyboard } from '@/domain/storyboard'
import type { FileFormat } from '@/domain/video'
import { renderFilm, type RenderedFilm } from '@/render/renderFilm'
import { segmentCount, segmentFrames } from '@/render/segments/segmentKey'
import { forgetSegments } from '@/render/segments/forgetSegments'
import { directFilm } from '@/story/directFilm'
import { BLUE, flat, GREEN, landscape, paintPhoto, RED, YELLOW } from './paintedPhotos'
import { colourDistance, filesOnDisk, readFilm } from './readFilm'

// What is kept of films on this device, and what is made again.

const ROOT = 'photomemory-segments'
const KEY = /^[0-9a-f]{64}$/
const COLOURS = [RED, GREEN, BLUE, YELLOW]

let made: RenderedFilm[] = []
beforeEach(forgetSegments)
afterEach(async () => {
  await Promise.all(made.map((film) => film.discard()))
  made = []
})

interface Film {
  readonly storyboard: Storyboard
  readonly photos: readonly { id: string; contentHash: string; read: () => Promise<Blob> }[]
  readonly outputName: string
  readonly format: FileFormat
}

/** Twelve seconds of four photos, one of them with a caption. */
async function filmOf(files: readonly Blob[], changes: Partial<Film> = {}): Promise<Film> {
  const photos = files.map((file, index) => ({
    id: crypto.randomUUID(),
    contentHash: `photo ${index}`,
    read: () => Promise.resolve(file),
  }))
  const film = directFilm({
    photos: photos.map(({ id }) => ({ id, width: 320, height: 180, takenAt: null, caption: '' })),
    title: '',
    subtitle: '',
    style: 'classic',
    durationSeconds: 12,
    width: 320,
    height: 180,
    fps: 30,
  })
  const storyboard = { ...film, look: PLAIN_LOOK }
  return { storyboard, photos, outputName: 'Film', format: 'everywhere', ...changes }
}

const paintAll = (colours = COLOURS) =>
  Promise.all(colours.map((colour) => paintPhoto(320, 180, flat(colour))))

/** In the middle of the film, over the bound between two segments. */
const captioned = (film: Film, text: string): Film => ({
  ...film,
  storyboard: {
    ...film.storyboard,
    overlays: [
      { kind: 'caption', photoId: null, text, subtitle: '', startFrame: 170, endFrame: 230, fadeFrames: 5 },
    ],
  },
})

async function render(film: Film, signal = new AbortController().signal): Promise<RenderedFilm> {
  const rendered = await renderFilm(film, { signal, onProgress: () => undefined })
  made.push(rendered)
  return rendered
}

/**
 * Ends the film's workers at once when so many frames are done, as a crash does. The photo of the shot after that does
 * not come, so that a fast machine is not through before it is noticed. @returns the frames done
 */
async function crash(film: Film, atFrame: number): Promise<number> {
  const held = film.storyboard.shots.find(({ startFrame }) => startFrame > atFrame)?.panels[0]?.photoId
  const photos = film.photos.map((photo) =>
    photo.id === held ? { ...photo, read: () => new Promise<Blob>(() => undefined) } : photo,
  )
  const controller = new AbortController()
  let done = 0
  await renderFilm(
    { ...film, photos },
    {
      signal: controller.signal,
      onProgress: ({ framesDone }) => {
        done = framesDone
        if (framesDone >= atFrame) controller.abort(new Error('crash'))
      },
    },
  ).then(
    (film) => film.discard(),
    () => undefined,
  )
  return done
}

async function keptSegments(): Promise<FileSystemFileHandle[]> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(ROOT, { create: true })
  const kept: FileSystemFileHandle[] = []
  for await (const handle of folder.values()) {
    if (KEY.test(handle.name) && handle instanceof FileSystemFileHandle) kept.push(handle)
  }
  return kept
}

async function writeFile(handle: FileSystemFileHandle, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const stream = await handle.createWritable()
  await stream.write(bytes)
  await stream.close()
}

describe('a film that was made before', () => {
  it('is not made again, and is the same file', async () => {
    const film = await filmOf(await paintAll())
    const first = await render(film)
    const second = await render(film)
    expect(first.segments).toEqual({ total: 6, made: 6 })
    expect(second.segments).toEqual({ total: 6, made: 0 })
    expect(await (await readFilm(second.file)).packetHashes()).toEqual(
      await (await readFilm(first.file)).packetHashes(),
    )
    expect(second.thumbnail.size).toBe(first.thumbnail.size)
  })

  it('is made again only where a changed caption is seen', async () => {
    const film = captioned(await filmOf(await paintAll()), 'At the lake')
    const first = await readFilm((await render(film)).file)
    const changed = await render(captioned(film, 'At the sea'))
    // The caption lies over the segments 2 and 3 of six.
    expect(changed.segments).toEqual({ total: 6, made: 2 })
    const second = await readFilm(changed.file)
    const [one, other] = [await first.packetHashes(), await second.packetHashes()]
    const differing = other.flatMap((hash, index) => (hash === one[index] ? [] : [index]))
    expect(other).toHaveLength(360)
    expect(Math.min(...differing)).toBeGreaterThanOrEqual(120)
    expect(Math.max(...differing)).toBeLessThan(240)
    expect(await second.luma(6.5)).not.toEqual(await first.luma(6.5))
    expect(await second.luma(9)).toEqual(await first.luma(9))
  })

  it('is made anew where its photos are not known by their content', async () => {
    const film = await filmOf(await paintAll())
    await render(film)
    const photos = film.photos.map(({ id, read }) => ({ id, read, contentHash: null }))
    const again = await renderFilm(
      { ...film, photos },
      { signal: AbortSignal.timeout(60_000), onProgress: () => undefined },
    )
    made.push(again)
    expect(again.segments.made).toBe(6)
  })
})

describe('a film that was interrupted', () => {
  it.each([25, 60])('at %i % goes on there: at most what was in work is made again', async (percent) => {
    const files = await Promise.all(COLOURS.map(() => paintPhoto(320, 180, landscape)))
    const film = await filmOf(files)
    const { frameCount } = film.storyboard
    const done = await crash(film, (frameCount * percent) / 100)
    const kept = (await keptSegments()).length
    expect(kept).toBeGreaterThanOrEqual(Math.max(1, Math.floor(done / 60) - 2))
    expect(kept).toBeLessThan(6)
    const { segments, file } = await render(film)
    expect(segments).toEqual({ total: 6, made: 6 - kept })
    const whole = await readFilm(file)
    expect([whole.packets, whole.durationSeconds]).toEqual([360, 12])
    expect(await filesOnDisk()).toHaveLength(1)
  }) // prettier-ignore

  it('shows every photo where it belongs', async () => {
    const film = await filmOf(await paintAll())
    await crash(film, 200)
    const { file } = await render(film)
    const whole = await readFilm(file)
    const { shots, fps } = film.storyboard
    for (const [index, { panels, startFrame, transition }] of shots.entries()) {
      const until = shots[index + 1]?.startFrame ?? 330
      const from = Math.max(startFrame + transition.frames, 20)
      const at = (from + until) / 2 / fps
      const photo = film.photos.findIndex(({ id }) => id === panels[0]?.photoId)
      const colour = COLOURS[photo] ?? RED
      expect(colourDistance(await whole.colourAt(at, 0.5, 0.5), colour), `at ${at} s`).toBeLessThan(12)
    }
  })
})

describe('what is kept', () => {
  it('is made again when it was torn or damaged', async () => {
    const film = await filmOf(await paintAll())
    await render(film)
    const [torn, damaged] = await keptSegments()
    if (!torn || !damaged) throw new Error('nothing was kept')
    const bytes = async (handle: FileSystemFileHandle) => (await handle.getFile()).bytes()
    await writeFile(torn, (await bytes(torn)).slice(0, 100))
    const other = new Uint8Array(await bytes(damaged))
    other[other.length >> 1] = (other[other.length >> 1] ?? 0) ^ 1
    await writeFile(damaged, other)
    const again = await render(film)
    expect(again.segments).toEqual({ total: 6, made: 2 })
    expect((await readFilm(again.file)).packets).toBe(360)
  })

  it('is tidied up when a film begins, but not while another is made', async () => {
    const film = await filmOf(await paintAll())
    await render(film)
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(ROOT)
    const strays = [`${crypto.randomUUID()}.part`, 'f'.repeat(64)]
    for (const name of strays) await writeFile(await folder.getFileHandle(name, { create: true }), new Uint8Array(9))
    const names = async () => {
      const found: string[] = []
      for await (const name of folder.keys()) if (strays.includes(name)) found.push(name)
      return found
    }
    await navigator.locks.request(ROOT, { mode: 'shared' }, () => render(film))
    expect(await names()).toHaveLength(2)
    expect((await render(film)).segments.made).toBe(0)
    expect(await names()).toEqual([])
  }) // prettier-ignore

  it('is nothing where there is no room for it beside the film', async () => {
    const film = await filmOf(await Promise.all(COLOURS.map(() => paintPhoto(320, 180, landscape))))
    const { size } = (await render(film)).file
    await Promise.all(made.splice(0).map((first) => first.discard()))
    await forgetSegments()
    const { usage = 0 } = await navigator.storage.estimate()
    const origin = location.origin
    await cdp().send('Storage.overrideQuotaForOrigin', { origin, quotaSize: usage + 1.5 * size })
    try {
      expect((await readFilm((await render(film)).file)).packets).toBe(360)
      expect(await keptSegments()).toEqual([])
    } finally {
      await cdp().send('Storage.overrideQuotaForOrigin', { origin })
    }
  })
})

it('goes on with what is right when a photo in the middle cannot be read', async () => {
  const files = await paintAll()
  files[2] = new Blob([new Uint8Array(5000).fill(0x5a)], { type: 'image/jpeg' })
  const film = await filmOf(files)
  const first = await render(film)
  const bad = film.photos[2]?.id ?? ''
  expect(first.skippedPhotoIds).toEqual([bad])
  const whole = await readFilm(first.file)
  expect(whole.packets).toBe(360)
  // What shows the film's beginning was right from the start and is found again, whatever was left out later.
  const shot = film.storyboard.shots.find(({ panels }) => panels.some(({ photoId }) => photoId === bad))
  const before = Array.from({ length: segmentCount(film.storyboard) }, (_, index) => index).filter(
    (index) => segmentFrames(film.storyboard, index).endFrame <= (shot?.startFrame ?? 0),
  )
  const second = await render(film)
  expect(second.segments.made).toBe(0)
  expect(before.length).toBeGreaterThan(0)
  for (let seconds = 1; seconds < 11; seconds += 0.5) {
    const { r, g, b } = await whole.colourAt(seconds, 0.5, 0.5)
    expect(Math.max(r, g, b), `at ${seconds} s`).toBeGreaterThan(60)
  }
})

/** A tone of so many seconds, 16-bit WAV. */
function tone(seconds: number): Blob {
  const rate = 24_000
  const bytes = new DataView(new ArrayBuffer(44 + 2 * rate * seconds))
  const name = (at: number, text: string) =>
    Array.from(text, (letter, index) => bytes.setUint8(at + index, letter.charCodeAt(0)))
  name(0, 'RIFF')
  bytes.setUint32(4, bytes.byteLength - 8, true)
  name(8, 'WAVEfmt ')
  for (const [at, value] of [[16, 16], [24, rate], [28, 2 * rate], [40, bytes.byteLength - 44]] as const) bytes.setUint32(at, value, true)
  for (const [at, value] of [[20, 1], [22, 1], [32, 2], [34, 16]] as const) bytes.setUint16(at, value, true)
  name(36, 'data')
  for (let index = 0; index < rate * seconds; index++) {
    bytes.setInt16(44 + 2 * index, 8000 * Math.sin((index * 440 * 2 * Math.PI) / rate), true)
  }
  return new Blob([bytes.buffer], { type: 'audio/wav' })
} // prettier-ignore

describe('the sound of a film', () => {
  const withTrack = (film: Film): Film => ({
    ...film,
    storyboard: {
      ...film.storyboard,
      soundtrack: {
        kind: 'track',
        trackId: crypto.randomUUID(),
        beatGrid: null,
        parts: [{ fromSeconds: 0, toSeconds: 12 }],
        swellFrames: [],
      },
    },
  })

  it('is kept with it: a changed caption does not play it again', async () => {
    const film = withTrack(await filmOf(await paintAll()))
    let reads = 0
    const readTrack = async () => {
      reads += 1
      return tone(12)
    }
    const signal = AbortSignal.timeout(100_000)
    const renderWith = async (changed: Film) => {
      const rendered = await renderFilm({ ...changed, readTrack }, { signal, onProgress: () => undefined })
      made.push(rendered)
      return readFilm(rendered.file)
    }
    const first = await renderWith(film)
    expect(reads).toBe(1)
    const second = await renderWith(captioned(film, 'At the sea'))
    expect(reads).toBe(1)
    expect(await first.audioHashes()).not.toEqual([])
    expect(await second.audioHashes()).toEqual(await first.audioHashes())
  })

  it('that cannot be played ends it with a word that says so', async () => {
    const film = withTrack(await filmOf(await paintAll()))
    const readTrack = () => Promise.resolve(new Blob([new Uint8Array(5000).fill(0x5a)]))
    const rendering = renderFilm(
      { ...film, readTrack },
      { signal: AbortSignal.timeout(60_000), onProgress: () => undefined },
    )
    await expect(rendering).rejects.toMatchObject({ name: 'RenderError', code: 'track_unreadable' })
    expect(await filesOnDisk()).toEqual([])
  })
})

it('is joined without a seam from the work of two encoders, where it is large', async () => {
  const { storyboard, ...film } = await filmOf(await paintAll())
  const large = {
    ...storyboard,
    width: 1280,
    height: 720,
    stage: { x: 0, y: 0, width: 1280, height: 720 },
  }
  const whole = await readFilm((await render({ ...film, storyboard: large })).file)
  expect([whole.packets, whole.durationSeconds]).toEqual([360, 12])
  // Encoders may add some of their own.
  expect(await whole.keyFrameSeconds()).toEqual(expect.arrayContaining([0, 2, 4, 6, 8, 10]))
  const { shots, fps } = large
  for (const { panels, startFrame, endFrame } of shots) {
    const photo = film.photos.findIndex(({ id }) => id === panels[0]?.photoId)
    const at = Math.min(Math.max((startFrame + endFrame) / 2 / fps, 1), 10)
    expect(colourDistance(await whole.colourAt(at, 0.5, 0.5), COLOURS[photo] ?? RED), `at ${at} s`).toBeLessThan(12)
  }
}) // prettier-ignore
