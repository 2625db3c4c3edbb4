export type FilmCodec = 'avc' | 'vp9' | 'av1'

/** What to give `VideoEncoder.configure`, and which codec that is for the container. */
export interface CodecChoice {
  readonly codec: FilmCodec
  readonly config: VideoEncoderConfig
}

export interface FilmFormat {
  readonly width: number
  readonly height: number
  readonly fps: number
}

// [Note: bitrates] Measured against lossless frames at 1080p30: software H.264 needs 12 Mbit/s for SSIM 0.97, VP9 and AV1
// half of it (SSIM 0.975). Other sizes in proportion to their pixels, more frames at half price.
const BITS_PER_PIXEL: Record<FilmCodec, number> = { avc: 12e6, vp9: 6e6, av1: 5.5e6 }

function bitrate(codec: FilmCodec, { width, height, fps }: FilmFormat): number {
  const pixels = (width * height) / (1920 * 1080)
  return Math.max(500_000, Math.round(BITS_PER_PIXEL[codec] * pixels * (0.5 + fps / 60)))
}

/** H.264 levels: macroblocks per second and per frame, and the level's byte. */
const AVC_LEVELS: readonly [perSecond: number, perFrame: number, level: string][] = [
  [40_500, 1_620, '1e'],
  [108_000, 3_600, '1f'],
  [216_000, 5_120, '20'],
  [245_760, 8_192, '28'],
  [522_240, 8_704, '2a'],
  [589_824, 22_080, '32'],
  [983_040, 36_864, '33'],
  [2_073_600, 36_864, '34'],
]

function avcLevel({ width, height, fps }: FilmFormat): string {
  const blocks = Math.ceil(width / 16) * Math.ceil(height / 16)
  const fitting = AVC_LEVELS.find(([perSecond, perFrame]) => blocks <= perFrame && blocks * fps <= perSecond)
  return fitting ? fitting[2] : '34'
}

/** VP9 and AV1 levels by picture size: up to 720p, up to 1080p, above. */
function levelBySize({ width, height, fps }: FilmFormat, levels: readonly [string, string, string]): string {
  const rate = width * height * Math.max(1, fps / 30)
  if (rate <= 1280 * 720) return levels[0]
  return rate <= 1920 * 1088 ? levels[1] : levels[2]
}

/** In the order of preference: H.264 plays everywhere. High, Main, Baseline: some encoders have only the last. */
function candidates(format: FilmFormat): { codec: FilmCodec; name: string }[] {
  const level = avcLevel(format)
  return [
    { codec: 'avc', name: `avc1.6400${level}` },
    { codec: 'avc', name: `avc1.4d00${level}` },
    { codec: 'avc', name: `avc1.42e0${level}` },
    { codec: 'vp9', name: `vp09.00.${levelBySize(format, ['31', '40', '51'])}.08` },
    { codec: 'av1', name: `av01.0.${levelBySize(format, ['05', '08', '12'])}M.08` },
  ]
}

function configure(codec: FilmCodec, name: string, format: FilmFormat): VideoEncoderConfig {
  return {
    codec: name,
    width: format.width,
    height: format.height,
    framerate: format.fps,
    bitrate: bitrate(codec, format),
    bitrateMode: 'variable',
    latencyMode: codec === 'av1' ? 'realtime' : 'quality',
    ...(codec === 'avc' ? { avc: { format: 'avc' } } : {}),
  }
}

/** Beyond 4K some browsers promise what then takes all memory. */
const MOST_PIXELS = 4096 * 2304

/** The best codec that this browser encodes at this size; null when there is none. */
export async function chooseCodec(format: FilmFormat): Promise<CodecChoice | null> {
  if (typeof VideoEncoder === 'undefined' || format.width * format.height > MOST_PIXELS) return null
  for (const { codec, name } of candidates(format)) {
    const config = configure(codec, name, format)
    try {
      const { supported } = await VideoEncoder.isConfigSupported(config)
      if (supported) return { codec, config }
    } catch {
      // A browser that does not know the name says so by throwing; the next one may be known.
    }
  }
  return null
}
