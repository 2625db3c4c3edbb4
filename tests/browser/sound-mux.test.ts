import {
  AudioSampleSink,
  EncodedPacket,
  EncodedPacketSink,
  type InputAudioTrack,
  type InputTrack,
} from 'mediabunny'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { paintCheckFrame } from '@/render/encode/checkFrames'
import { chooseEncoding } from '@/render/encode/codecs'
import { encodeSound } from '@/render/encode/encodeSound'
import type { SoundChoice } from '@/render/encode/encoding'
import { FilmWriter } from '@/render/encode/FilmWriter'
import { FrameEncoder } from '@/render/encode/FrameEncoder'
import type { Segment } from '@/render/encode/SegmentBuffer'
import { SOUND_SAMPLE_RATE, type StereoChunk } from '@/render/sound/StereoChunk'
import { measurePriming, WASM_AAC_PRIMING } from '@/render/encode/soundPriming'
import { memoryFile } from './memoryFile'
import { readFilm, topLevelBoxes } from './readFilm'

afterEach(() => vi.unstubAllGlobals())

const FILM = { width: 320, height: 180, fps: 30 }
const SEGMENT_FRAMES = 60

/** The film's pictures, in segments of two seconds as the engine has them. */
async function pictures(frameCount: number) {
  const encoding = await chooseEncoding({ ...FILM, format: 'small' })
  if (!encoding) throw new Error('no encoder')
  const segments: Segment[] = []
  const encoder = new FrameEncoder(encoding.video.config, {
    push: (chunk, metadata) => {
      if (chunk.type === 'key') segments.push({ packets: [], metadata })
      segments.at(-1)?.packets.push(EncodedPacket.fromEncodedChunk(chunk))
    },
  })
  for (let index = 0; index < frameCount; index++) {
    await encoder.encode(paintCheckFrame(encoding.video.config, index), index % SEGMENT_FRAMES === 0)
  }
  await encoder.finish()
  return { segments, encoding }
}

/** Silence with knocks at some seconds, the right side half as loud, in pieces of a second. */
async function* knocks(
  seconds: number,
  at: readonly number[],
  onPiece: () => void = () => undefined,
): AsyncGenerator<StereoChunk> {
  const total = Math.round(seconds * SOUND_SAMPLE_RATE)
  for (let from = 0; from < total; from += SOUND_SAMPLE_RATE) {
    const left = new Float32Array(Math.min(SOUND_SAMPLE_RATE, total - from))
    for (const knock of at)
      for (let n = -48; n <= 48; n++) {
        const place = Math.round(knock * SOUND_SAMPLE_RATE) + n - from
        if (place >= 0 && place < left.length) left[place] = 0.8 * Math.cos((Math.PI * n) / 96) ** 2
      }
    await Promise.resolve()
    onPiece()
    yield { left, right: left.map((value) => value / 2) }
  }
}

/** Seconds at which one side is loudest within half a second of a time. */
function loudest(samples: Float32Array, near: number): number {
  let best = Math.round((near - 0.5) * SOUND_SAMPLE_RATE)
  for (let at = best; at < (near + 0.5) * SOUND_SAMPLE_RATE; at++) {
    if ((samples[at] ?? 0) > (samples[best] ?? 0)) best = at
  }
  return best / SOUND_SAMPLE_RATE
}

/** The left side, as the library reads it back. */
async function decode(track: InputAudioTrack, seconds: number): Promise<Float32Array> {
  const left = new Float32Array(Math.ceil(seconds * SOUND_SAMPLE_RATE))
  for await (const sample of new AudioSampleSink(track).samples()) {
    const part = new Float32Array(sample.numberOfFrames)
    sample.copyTo(part, { planeIndex: 0, format: 'f32-planar' })
    const from = Math.round(sample.timestamp * SOUND_SAMPLE_RATE)
    sample.close()
    for (const [n, value] of part.entries()) {
      if (from + n >= 0 && from + n < left.length) left[from + n] = value
    }
  }
  return left
}

/** A film of so many frames with what is heard in it, as bytes. */
async function make(frameCount: number, choice: SoundChoice | null, at: readonly number[] = []) {
  const { segments, encoding } = await pictures(frameCount)
  const sound = choice && (await encodeSound(knocks(frameCount / FILM.fps, at), choice))
  const file = memoryFile()
  const { codec } = encoding.video
  const facts = { codec, fps: FILM.fps, frameCount, title: 'Knocks', date: new Date('2025-11-23T12:00:00Z') }
  const writer = await FilmWriter.create(file, facts, sound)
  for (const segment of segments) await writer.add(segment)
  await writer.finish()
  return file.blob()
}

describe.each(['aac', 'opus'] as const)('a film with %s', (codec) => {
  const choice = { codec, bitrate: 160_000 }

  it('is heard when it is seen, to the sample, whoever plays it', async () => {
    const blob = await make(145, choice, [0.7, 2, 4.5])
    const { sound } = await readFilm(blob)
    if (!sound) throw new Error('no sound')
    const ours = await decode(sound, 145 / FILM.fps)
    const context = new OfflineAudioContext(2, 1, SOUND_SAMPLE_RATE)
    const theirs = await context.decodeAudioData(await blob.arrayBuffer())
    for (const samples of [ours, theirs.getChannelData(0)]) {
      const heard = [0.7, 2, 4.5].map((near) => loudest(samples, near))
      expect(heard[0]).toBeCloseTo(0.7, 3)
      expect(heard[1]).toBeCloseTo(2, 3)
      expect(heard[2]).toBeCloseTo(4.5, 3)
    }
  })

  it.each([30, 61, 145])('ends its sound with its picture after %i frames', async (frameCount) => {
    const film = await readFilm(await make(frameCount, choice))
    expect(film.packets).toBe(frameCount)
    expect(film.durationSeconds).toBeCloseTo(frameCount / FILM.fps, 5)
    expect(await film.sound?.computeDuration()).toBeCloseTo(frameCount / FILM.fps, 4)
    expect(await film.sound?.getNumberOfChannels()).toBe(2)
  })

  it('has its index first and its sound between its pictures', async () => {
    const blob = await make(145, choice, [4.5])
    expect(await topLevelBoxes(blob)).toEqual(['ftyp', 'moov', 'free', 'mdat'])
    // Zeros from the middle on: who has loaded only half of the film sees and hears half of it.
    const { size } = blob
    const media = (await blob.slice(0, size).bytes()).slice()
    const indexEnd = await offsetOfMedia(blob)
    media.fill(0, indexEnd + Math.round((size - indexEnd) * 0.6))
    const half = await readFilm(new Blob([media]))
    if (!half.sound) throw new Error('no sound')
    expect(await lastWhole(half.track)).toBeGreaterThan(1.5)
    expect(await lastWhole(half.sound)).toBeGreaterThan(1.5)
  })
})

/** Where a film's media data begin, in bytes. */
async function offsetOfMedia(file: Blob): Promise<number> {
  const bytes = new DataView(await file.arrayBuffer())
  let offset = 0
  while (bytes.getUint32(offset + 4) !== 0x6d646174) offset += bytes.getUint32(offset)
  return offset
}

/** When the first packet that is all zeros begins. */
async function lastWhole(track: InputTrack): Promise<number> {
  for await (const packet of new EncodedPacketSink(track).packets()) {
    if (packet.data.every((byte) => byte === 0)) return packet.timestamp
  }
  return Infinity
}

it('has no sound track when nothing is heard, and says its title, its day and its colours', async () => {
  const film = await readFilm(await make(30, null))
  expect(film.sound).toBeNull()
  expect(film.tags).toMatchObject({ title: 'Knocks', date: new Date('2025-11-23') })
  expect(await film.track.getColorSpace()).toEqual({
    primaries: 'bt709', transfer: 'bt709', matrix: 'bt709', fullRange: false,
  }) // prettier-ignore
})

it('measures how late an AAC encoder is', async () => {
  await encodeSound(knocks(1, []), { codec: 'aac', bitrate: 160_000 })
  expect(await measurePriming({ codec: 'aac', bitrate: 160_000 })).toBe(WASM_AAC_PRIMING)
})

describe('the sound of a film being written', () => {
  const opus = { codec: 'opus', bitrate: 160_000 } as const
  const facts = { codec: 'av1', fps: FILM.fps, frameCount: 600, title: '' } as const

  it('is read a little ahead of the pictures, however long the film is', async () => {
    const { segments } = await pictures(60)
    let pieces = 0
    const sound = await encodeSound(
      knocks(20, [], () => (pieces += 1)),
      opus,
    )
    const writer = await FilmWriter.create(memoryFile(), facts, sound)
    expect(pieces).toBe(0)
    for (const segment of segments) await writer.add(segment)
    await vi.waitFor(() => expect(pieces).toBeGreaterThanOrEqual(4))
    // As long as whoever reads all of it at once would take.
    const other = await encodeSound(knocks(20, []), opus)
    for await (const _ of other.packets);
    expect(pieces).toBeLessThan(9)
    await writer.cancel()
  })

  it('is closed when the film is cancelled', async () => {
    const { segments } = await pictures(30)
    let closed = false
    async function* endless() {
      try {
        for (;;) yield* knocks(1, [])
      } finally {
        closed = true
      }
    }
    const writer = await FilmWriter.create(memoryFile(), facts, await encodeSound(endless(), opus))
    for (const segment of segments) await writer.add(segment)
    await writer.cancel()
    expect(closed).toBe(true)
  })

  it('ends the film with its own error when it cannot be made', async () => {
    const { segments } = await pictures(30)
    const lost = new Error('the track could not be read')
    async function* failing() {
      yield* knocks(0.5, [])
      throw lost
    }
    const writer = await FilmWriter.create(memoryFile(), facts, await encodeSound(failing(), opus))
    const adding = async () => {
      for (const segment of segments) await writer.add(segment)
    }
    await expect(adding()).rejects.toBe(lost)
    await writer.cancel()
  })

  it('is refused where the browser encodes none', async () => {
    vi.stubGlobal('AudioEncoder', undefined)
    // Another rate than before: what can be encoded is asked once.
    await expect(encodeSound(knocks(1, []), { ...opus, bitrate: 96_000 })).rejects.toMatchObject({
      name: 'SoundFailure',
    })
  })
})
