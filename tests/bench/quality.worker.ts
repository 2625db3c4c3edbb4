import type { Storyboard } from '@/domain/storyboard'
import { type FilmCodec, videoConfigs } from '@/render/encode/codecs'
import { FrameEncoder } from '@/render/encode/FrameEncoder'
import { openFrames } from './frames'
import { type Plane, squaredError, ssim } from './ssim'

/** Encodes a film, decodes it again and compares each frame with what the encoder was given. */

export interface QualityOrder {
  readonly storyboard: Storyboard
  readonly files: ReadonlyMap<string, Blob>
  readonly codec: FilmCodec
  /** Times the bits that the product gives; 1 is the product. */
  readonly bits: number
  /** Instead of the style's own. */
  readonly grain?: number
}

/** `ssim` and `psnr` of all three planes weighted by their pixels, `luma` of Y alone; `worst` is the 5th percentile of `ssim`. */
export interface Quality {
  readonly codec: string
  readonly kbitPerSecond: number
  readonly wantedKbitPerSecond: number
  readonly frames: number
  readonly ssim: number
  readonly luma: number
  readonly worst: number
  readonly psnr: number
  readonly framesPerSecond: number
}
export type QualityAnswer = Quality | { readonly error: string } | null

const post = (answer: QualityAnswer) => self.postMessage(answer)
self.addEventListener('message', ({ data }: MessageEvent<QualityOrder>) => {
  measure(data).then(post, (cause: unknown) => post({ error: String(cause) }))
})

const KEY_FRAME_SECONDS = 2
/** Frames that may be on their way from the encoder to the comparison. */
const MOST_UNDER_WAY = 12
const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

interface Score {
  readonly ssim: number
  readonly luma: number
  readonly error: number
}

/** @returns null where this browser does not have the codec */
async function measure({
  storyboard: film,
  files,
  codec,
  bits,
  grain,
}: QualityOrder): Promise<Quality | null> {
  const look = { ...film.look, grain: grain ?? film.look.grain }
  const storyboard = { ...film, look }
  const { width, height, fps, frameCount } = storyboard
  const product = await firstSupported(videoConfigs(codec, { width, height, fps, grain: look.grain }))
  if (!product) return null
  const config = { ...product, bitrate: Math.round((product.bitrate ?? 0) * bits) }
  const originals = new Map<number, Plane[]>()
  const scores: Score[] = []
  let failure: unknown = null
  const fail = (cause: unknown) => {
    failure ??= cause
  }
  let comparing: Promise<void> = Promise.resolve()
  const decoder = new VideoDecoder({
    output: (frame) => {
      comparing = comparing.then(() => compare(frame, originals, scores)).catch(fail)
    },
    error: fail,
  })
  let bytes = 0
  const encoder = new FrameEncoder(config, {
    push: (chunk, metadata) => {
      const stream = metadata?.decoderConfig
      if (stream) decoder.configure({ ...stream, hardwareAcceleration: 'prefer-software' })
      bytes += chunk.byteLength
      decoder.decode(chunk)
    },
  })
  const frames = await openFrames(storyboard, files)
  const started = performance.now()
  for (let index = 0; index < frameCount; index++) {
    const frame = await frames.paint(index)
    originals.set(frame.timestamp, await planesOf(frame))
    await encoder.encode(frame, index % (KEY_FRAME_SECONDS * fps) === 0)
    while (originals.size > MOST_UNDER_WAY && !failure) await wait(1)
    if (failure) throw failure
  }
  await encoder.finish()
  await decoder.flush()
  await comparing
  if (failure) throw failure
  const seconds = (performance.now() - started) / 1000
  await frames.close()
  const mean = (of: (score: Score) => number) => scores.reduce((sum, s) => sum + of(s), 0) / scores.length
  const ordered = scores.map((score) => score.ssim).sort((a, b) => a - b)
  return {
    codec: config.codec,
    kbitPerSecond: (bytes * 8 * fps) / frameCount / 1000,
    wantedKbitPerSecond: config.bitrate / 1000,
    frames: scores.length,
    ssim: mean((score) => score.ssim),
    luma: mean((score) => score.luma),
    worst: ordered[Math.floor(ordered.length / 20)] ?? NaN,
    psnr: 10 * Math.log10((255 * 255) / mean(({ error }) => error)),
    framesPerSecond: frameCount / seconds,
  }
}

async function firstSupported(configs: readonly VideoEncoderConfig[]): Promise<VideoEncoderConfig | null> {
  for (const config of configs) {
    const { supported } = await VideoEncoder.isConfigSupported(config).catch(() => ({ supported: false }))
    if (supported) return config
  }
  return null
}

async function compare(frame: VideoFrame, originals: Map<number, Plane[]>, scores: Score[]): Promise<void> {
  const { timestamp } = frame
  const decoded = await planesOf(frame)
  frame.close()
  const original = originals.get(timestamp)
  if (!original) throw new Error(`a frame at ${timestamp} that was never given`)
  const each = original.map((plane, index) => {
    const other = decoded[index]
    if (!other) throw new Error('a plane is missing')
    return { similarity: ssim(plane, other), error: squaredError(plane, other), pixels: plane.data.length }
  })
  const pixels = each.reduce((sum, plane) => sum + plane.pixels, 0)
  scores.push({
    ssim: each.reduce((sum, plane) => sum + (plane.similarity * plane.pixels) / pixels, 0),
    luma: each[0]?.similarity ?? NaN,
    error: each.reduce((sum, plane) => sum + plane.error, 0) / pixels,
  })
  originals.delete(timestamp)
}

/** Copies of the three planes without padding, of I420 or NV12. */
async function planesOf(frame: VideoFrame): Promise<Plane[]> {
  const { format } = frame
  const { width, height } = frame.visibleRect ?? { width: frame.codedWidth, height: frame.codedHeight }
  const bytes = new Uint8Array(frame.allocationSize())
  const layout = await frame.copyTo(bytes)
  const plane = (index: number, planeWidth: number, planeHeight: number, step = 1, first = 0): Plane => {
    const { offset, stride } = layout[index] ?? { offset: 0, stride: planeWidth }
    const data = new Uint8Array(planeWidth * planeHeight)
    for (let y = 0; y < planeHeight; y++) {
      const line = offset + y * stride + first
      for (let x = 0; x < planeWidth; x++) data[y * planeWidth + x] = bytes[line + x * step] ?? 0
    }
    return { data, width: planeWidth, height: planeHeight }
  }
  const luma = plane(0, width, height)
  const [halfWidth, halfHeight] = [Math.ceil(width / 2), Math.ceil(height / 2)]
  if (format === 'I420') return [luma, plane(1, halfWidth, halfHeight), plane(2, halfWidth, halfHeight)]
  if (format !== 'NV12') throw new Error(`frames of ${format} are not compared`)
  return [luma, plane(1, halfWidth, halfHeight, 2, 0), plane(1, halfWidth, halfHeight, 2, 1)]
}
