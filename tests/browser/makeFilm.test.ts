import { afterEach, expect, it, vi } from 'vitest'
import { PLAIN_LOOK } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import { loadCompositor } from '@/render/compositor/loadCompositor'
import { chooseEncoding } from '@/render/encode/codecs'
import { makeFilm } from '@/render/film/makeFilm'
import type { RunningEncoder } from '@/render/segments/desk'
import { encodeSegments } from '@/render/segments/encodeSegments'
import type { SegmentStore } from '@/render/segments/SegmentStore'
import { directFilm } from '@/story/directFilm'
import { memoryFile } from './memoryFile'
import { BLUE, flat, GREEN, landscape, paintPhoto, RED } from './paintedPhotos'
import { colourDistance, readFilm } from './readFilm'

// The worker's side in the page itself, so that the encoder and the disk can be made to fail.

function memoryStore(): SegmentStore {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()
  return {
    keys: () => Promise.resolve(new Set(files.keys())),
    read: (key) => Promise.resolve(files.get(key) ?? null),
    write: async (key, bytes) => void files.set(key, bytes),
    remove: async (key) => void files.delete(key),
  }
}

const RECLAIMED = new DOMException('Codec reclaimed due to inactivity.', 'QuotaExceededError')

/** Encoders that give up after so many frames each, as when the browser reclaims them. */
function failingEncoders(framesEach: readonly number[], cause = RECLAIMED) {
  const Real = VideoEncoder
  let made = 0
  class FailingEncoder extends Real {
    readonly #fail: WebCodecsErrorCallback
    #framesLeft = framesEach[made++] ?? Infinity
    constructor(init: VideoEncoderInit) {
      super(init)
      this.#fail = init.error
    }
    override encode(frame: VideoFrame, options?: VideoEncoderEncodeOptions): void {
      if (this.#framesLeft-- > 0) return super.encode(frame, options)
      this.close()
      this.#fail(cause)
    }
  }
  vi.stubGlobal('VideoEncoder', FailingEncoder)
  return () => made
}
afterEach(() => vi.unstubAllGlobals())

interface Circumstances {
  readonly colours?: readonly (typeof RED)[]
  readonly draw?: typeof landscape
  readonly readPhoto?: (photoId: string) => Promise<Blob>
  readonly onEncoderFailure?: (cause: unknown) => unknown
}

async function order(
  file: ReturnType<typeof memoryFile>,
  { colours = [RED, GREEN, BLUE], draw, readPhoto, onEncoderFailure = (cause) => cause }: Circumstances = {},
) {
  const photos = colours.map((colour) => ({
    id: crypto.randomUUID(),
    colour,
    width: 640,
    height: 360,
    takenAt: null,
    caption: '',
  }))
  const film = directFilm({
    photos, title: '', subtitle: '', style: 'classic', durationSeconds: 9, width: 640, height: 360, fps: 30,
  }) // prettier-ignore
  const storyboard = { ...film, look: PLAIN_LOOK }
  const files = new Map<string, Blob>()
  for (const { id, colour } of photos) files.set(id, await paintPhoto(640, 360, draw ?? flat(colour)))
  const { width, height, fps } = storyboard
  const encoding = await chooseEncoding({ width, height, fps, format: 'everywhere' })
  if (!encoding) throw new Error('no codec')
  const compositor = await loadCompositor()
  const store = memoryStore()
  const making = () =>
    makeFilm({
      storyboard,
      encoding,
      file,
      store,
      title: 'Test',
      engineVersion: 'test',
      photoHashes: new Map(),
      sound: null,
      keepsSegments: true,
      mostEncoders: 1,
      startEncoder: (desk, mostPhotos): RunningEncoder => {
        const loadFonts = () => Promise.resolve(true)
        const tools = { compositor, storyboard, encoding, store, loadFonts, mostPhotos }
        const finished = encodeSegments(tools, desk)
        const told = finished.catch((cause: unknown) => {
          throw onEncoderFailure(cause)
        })
        return { finished: told, close: () => undefined }
      },
      readPhoto: readPhoto ?? ((id) => Promise.resolve(files.get(id) ?? new Blob())),
      onKeys: () => Promise.resolve(),
      onProgress: () => undefined,
    })
  return { making, compositor, colours, store }
}

it('goes on with a new encoder when the first is taken away, without a frame too many or too few', async () => {
  const file = memoryFile()
  const { making, colours } = await order(file)
  const encodersMade = failingEncoders([137])
  await making()
  expect(encodersMade()).toBe(2)
  vi.unstubAllGlobals()
  const film = await readFilm(file.blob())
  expect(film.packets).toBe(270)
  expect(film.durationSeconds).toBeCloseTo(9, 3)
  for (const [index, colour] of colours.entries()) {
    expect(colourDistance(await film.colourAt(1.5 + index * 3, 0.5, 0.5), colour)).toBeLessThan(10)
  }
})

it('gives up when the second encoder fails as well', async () => {
  const { making } = await order(memoryFile())
  failingEncoders([100, 20], new DOMException('Encoding failed.', 'EncodingError'))
  await expect(making()).rejects.toMatchObject({ name: 'RenderError', code: 'encoder_failed' })
})

it('does not hold it against encoders that the browser takes them away', async () => {
  const file = memoryFile()
  const { making } = await order(file)
  const encodersMade = failingEncoders([100, 20, 30])
  await making()
  expect(encodersMade()).toBe(4)
  vi.unstubAllGlobals()
  expect((await readFilm(file.blob())).packets).toBe(270)
})

it('gives up when every encoder is taken away', async () => {
  const { making } = await order(memoryFile())
  failingEncoders(Array.from({ length: 20 }, () => 10))
  await expect(making()).rejects.toMatchObject({ name: 'RenderError', code: 'encoder_failed' })
})

/** The first encoder that is made fails as it is brought to its end. */
function failFirstFlush(): () => number {
  let made = 0
  class FailingFlush extends VideoEncoder {
    readonly #number = ++made
    override async flush(): Promise<void> {
      if (this.#number > 1) return super.flush()
      throw new DOMException('Encoding failed.', 'EncodingError')
    }
  }
  vi.stubGlobal('VideoEncoder', FailingFlush)
  return () => made
}

it.each([
  ['each segment', ['avc1']],
  ['all', []],
])('loses nothing when an encoder for %s fails at its end', async (_segments, missing) => {
  withoutEncoders(missing)
  const file = memoryFile()
  const { making } = await order(file)
  const encodersMade = failFirstFlush()
  await making()
  expect(encodersMade()).toBeGreaterThan(0)
  vi.unstubAllGlobals()
  const film = await readFilm(file.blob())
  expect([film.packets, film.durationSeconds]).toEqual([270, 9])
})

it('makes a segment again that does not begin with a key frame', async () => {
  const file = memoryFile()
  const { making } = await order(file)
  let packets = 0
  class WithoutKeyFrame extends VideoEncoder {
    constructor({ output, error }: VideoEncoderInit) {
      super({
        error,
        output: (chunk, metadata) => {
          packets += 1
          const data = new Uint8Array(chunk.byteLength)
          chunk.copyTo(data)
          const { timestamp, duration } = chunk
          const delta = () =>
            new EncodedVideoChunk({
              type: 'delta',
              data,
              timestamp,
              ...(duration === null ? {} : { duration }),
            })
          output(packets === 1 ? delta() : chunk, metadata)
        },
      })
    }
  }
  vi.stubGlobal('VideoEncoder', WithoutKeyFrame)
  await making()
  expect(packets).toBeGreaterThan(270)
  vi.unstubAllGlobals()
  expect((await readFilm(file.blob())).packets).toBe(270)
})

it('says that no photo can be read, also where the encoder cannot', async () => {
  const { making } = await order(memoryFile(), {
    readPhoto: () => Promise.resolve(new Blob(['not a photo'])),
    // As from a worker, where errors lose their class.
    onEncoderFailure: (cause) => new RenderError('worker_crashed', String(cause)),
  })
  await expect(making()).rejects.toMatchObject({ name: 'RenderError', code: 'photo_unreadable' })
})

it('notices a disk that is full even where writing does not throw', async () => {
  const { making } = await order(memoryFile(60_000))
  await expect(making()).rejects.toMatchObject({ name: 'StorageFull' })
})

function withoutEncoders(missing: readonly string[]): void {
  class LimitedEncoder extends VideoEncoder {
    static override async isConfigSupported(config: VideoEncoderConfig): Promise<VideoEncoderSupport> {
      if (missing.some((name) => config.codec.startsWith(name))) return { supported: false, config }
      return super.isConfigSupported(config)
    }
  }
  vi.stubGlobal('VideoEncoder', LimitedEncoder)
}

it.each([
  ['vp09', ['avc1']],
  ['av01', ['avc1', 'vp09']],
])('makes %s films where %s is not encoded', async (expected, missing) => {
  withoutEncoders(missing)
  const file = memoryFile()
  const { making, colours } = await order(file)
  expect((await making()).codec).toContain(expected)
  const film = await readFilm(file.blob())
  expect([film.packets, film.durationSeconds]).toEqual([270, 9])
  for (const [index, colour] of colours.entries()) {
    expect(colourDistance(await film.colourAt(1.5 + index * 3, 0.5, 0.5), colour)).toBeLessThan(10)
  }
})

it.each([
  ['VP9', ['avc1']],
  ['AV1', ['avc1', 'vp09']],
])('makes a film of the same packets in %s, interrupted or not', async (_codec, missing) => {
  withoutEncoders(missing)
  const file = memoryFile()
  const { making, store } = await order(file, { draw: landscape })
  expect((await making()).segments).toEqual({ total: 5, made: 5 })
  const whole = await (await readFilm(file.blob())).packetHashes()
  // As if it had been ended in the middle: an encoder that saw only what came after.
  for (const key of [...(await store.keys())].slice(2)) await store.remove(key)
  expect((await making()).segments).toEqual({ total: 5, made: 3 })
  expect(await (await readFilm(file.blob())).packetHashes()).toEqual(whole)
  expect(new Set(whole).size).toBe(270)
})

it('has few photos in memory at a time and gives all of it back', async () => {
  const { making, compositor } = await order(memoryFile(), {
    colours: [RED, GREEN, BLUE, RED, GREEN, BLUE, RED, GREEN],
  })
  const { memory } = compositor
  const allocate = memory.allocate.bind(memory)
  let peak = 0
  vi.spyOn(memory, 'allocate').mockImplementation((bytes) => {
    const block = allocate(bytes)
    peak = Math.max(peak, memory.usedBytes)
    return block
  })
  await making()
  vi.restoreAllMocks()
  // The frame, the photo on screen, the one before or the next, and one at work; all eight would be nine.
  expect(peak).toBeLessThan(6 * 640 * 360 * 1.5)
  expect(compositor.memory.usedBytes).toBe(0)
})
