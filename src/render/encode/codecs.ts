import type { FileFormat } from '@/domain/video'
import type { CodecChoice, Encoding, EncodingWishes, FilmCodec, SoundCodec } from './encoding'
import { av1Level, avcLevel, type FilmFormat, vp9Level } from './levels'
import { passesSelfCheck } from './selfCheck'

export type { CodecChoice, Encoding, EncodingWishes, FilmCodec, SoundChoice, SoundCodec } from './encoding'
export type { FilmFormat } from './levels'

// [Note: bitrates] Measured against lossless frames (`npm run bench:quality`, photos of an album, SSIM). Classic at 1080p30:
// software H.264 0.979 with 12 Mbit/s; at 720p30: 0.974 with 5.3, VP9 0.978 with 2.7, AV1 0.979 with 2.4; at 4K 0.987 with
// 29. Larger pictures have fewer details a pixel, so pixels count to the power of 0.75, and more frames come at half price.
// Grain is noise: a vintage film (0.25, a new one every second frame, grains of three pixels) has 0.977 with 1.6 times the
// bits, and without its grain as much with no more than others. Fine grain that changed in every frame had 0.94 with twice.
const BITS_PER_SECOND: Record<FilmCodec, number> = { avc: 12e6, vp9: 6e6, av1: 5.5e6 }
const LEAST_BITS_PER_SECOND = 500_000
/** Times the square of the grain. */
const BITS_FOR_GRAIN = 10
/** Both are transparent for music at this rate. */
const SOUND_BITS_PER_SECOND: Record<SoundCodec, number> = { aac: 192_000, opus: 160_000 }

/** Bits per second for a codec at a size. */
export function videoBitrate(codec: FilmCodec, { width, height, fps, grain = 0 }: FilmFormat): number {
  const pixels = ((width * height) / (1920 * 1080)) ** 0.75
  const bits = BITS_PER_SECOND[codec] * pixels * (0.5 + fps / 60) * (1 + BITS_FOR_GRAIN * grain ** 2)
  return Math.max(LEAST_BITS_PER_SECOND, Math.round(bits))
}

/** A codec's names for a film, best first: its profile, its level. None beyond its highest level. */
function names(codec: FilmCodec, format: FilmFormat): string[] {
  const bits = videoBitrate(codec, format)
  switch (codec) {
    case 'avc': {
      const level = avcLevel(format, bits)
      // High, Main, Baseline: some encoders have only the last.
      return level === null ? [] : ['6400', '4d00', '42e0'].map((profile) => `avc1.${profile}${level}`)
    }
    case 'vp9': {
      const level = vp9Level(format, bits)
      return level === null ? [] : [`vp09.00.${level}.08`]
    }
    case 'av1': {
      const level = av1Level(format, bits)
      return level === null ? [] : [`av01.0.${level}M.08`]
    }
    default:
      return codec satisfies never
  }
}

/** The codecs of a file format in the order of preference. */
const CODECS: Record<FileFormat, readonly FilmCodec[]> = {
  everywhere: ['avc', 'vp9', 'av1'],
  small: ['av1', 'vp9', 'avc'],
}

/** What a codec is asked for a film of this size in software, best first. */
export const videoConfigs = (codec: FilmCodec, format: FilmFormat): VideoEncoderConfig[] =>
  names(codec, format).map((name) => configure(codec, name, format, 'prefer-software'))

function configure(
  codec: FilmCodec,
  name: string,
  format: FilmFormat,
  hardwareAcceleration: HardwareAcceleration,
): VideoEncoderConfig {
  return {
    codec: name,
    width: format.width,
    height: format.height,
    framerate: format.fps,
    bitrate: videoBitrate(codec, format),
    bitrateMode: 'variable',
    // AV1 in its quality mode takes 1.4 times as long and is not better at this bitrate.
    latencyMode: codec === 'av1' ? 'realtime' : 'quality',
    hardwareAcceleration,
    ...(codec === 'avc' ? { avc: { format: 'avc' } } : {}),
  }
}

/** Beyond 4K some browsers promise what then takes all memory. */
const MOST_PIXELS = 4096 * 2304

// [Note: hardware] Encoders in hardware are many times faster and some are wrong: they forget key frames, shift colours or
// stop after a frame. So one is taken only when a few known frames come out of it as they went in. `no-preference` comes
// last: phones without an encoder in software offer theirs only under that name, and it may be hardware as well.
const PREFERENCES: readonly HardwareAcceleration[] = ['prefer-hardware', 'prefer-software', 'no-preference']

/**
 * The best way to encode a film that this browser has; null when it has none for this size.
 * @param check whether what may be hardware is to be trusted; it encodes and decodes some frames, so call it in a worker
 */
export async function chooseEncoding(
  wishes: EncodingWishes,
  check: (choice: CodecChoice) => Promise<boolean> = passesSelfCheck,
): Promise<Encoding | null> {
  if (typeof VideoEncoder === 'undefined' || wishes.width * wishes.height > MOST_PIXELS) return null
  const candidates = CODECS[wishes.format].flatMap((codec) =>
    names(codec, wishes).map((name) => ({ codec, name })),
  )
  for (const { codec, name } of candidates) {
    for (const preference of PREFERENCES) {
      const inSoftware = preference === 'prefer-software'
      if (!inSoftware && wishes.hardware === false) continue
      const video = { codec, config: configure(codec, name, wishes, preference) }
      if (!(await isSupported(video.config))) continue
      if (inSoftware || (await check(video))) return describe(video, inSoftware)
    }
  }
  return null
}

function describe(video: CodecChoice, inSoftware: boolean): Encoding {
  const codec = video.codec === 'avc' ? 'aac' : 'opus'
  return {
    video,
    audio: { codec, bitrate: SOUND_BITS_PER_SECOND[codec] },
    mimeType: 'video/mp4',
    hardware: !inSoftware,
    reproducible: inSoftware && video.codec !== 'avc',
  }
}

async function isSupported(config: VideoEncoderConfig): Promise<boolean> {
  try {
    return (await VideoEncoder.isConfigSupported(config)).supported === true
  } catch {
    // A browser that does not know the name says so by throwing; the next one may be known.
    return false
  }
}

/** What this browser would encode a film with, taken at its word: costs nothing, good enough to say whether it can. */
export async function chooseCodec(format: FilmFormat): Promise<CodecChoice | null> {
  const encoding = await chooseEncoding({ ...format, format: 'everywhere' }, () => Promise.resolve(true))
  return encoding?.video ?? null
}
