import type { Storyboard } from '@/domain/storyboard'
import type { FileFormat } from '@/domain/video'
import { chooseEncoding } from '@/render/encode/codecs'
import { FrameEncoder } from '@/render/encode/FrameEncoder'
import { openFrames } from './frames'

/** Measures the encoder alone: frames of the real film, made beforehand, played forth and back. */

/** First the film, to make frames of; then `encode`, as often as wanted. */
export type CeilingOrder =
  | {
      readonly storyboard: Storyboard
      readonly files: ReadonlyMap<string, Blob>
      readonly format: FileFormat
    }
  | 'encode'
export type CeilingAnswer =
  'ready' | { readonly frames: number; readonly seconds: number } | { readonly error: string }

/** Places in the film that frames are taken from, and how many at each. */
const PLACES = 5
const MOST_FRAMES_EACH = 30
/** What the frames may take together: at 1080p all of them. */
const MOST_BYTES = 500e6

let encode: () => Promise<CeilingAnswer> = () => Promise.reject(new Error('no frames yet'))
const post = (answer: CeilingAnswer) => self.postMessage(answer)

self.addEventListener('message', ({ data }: MessageEvent<CeilingOrder>) => {
  const answer = data === 'encode' ? encode() : prepare(data)
  answer.then(post, (cause: unknown) => post({ error: String(cause) }))
})

async function prepare(order: Exclude<CeilingOrder, 'encode'>): Promise<CeilingAnswer> {
  const pool = await makeFrames(order.storyboard, order.files)
  encode = () => encodeAll(order.storyboard, order.format, pool)
  return 'ready'
}

async function encodeAll(
  storyboard: Storyboard,
  format: FileFormat,
  pool: readonly VideoFrame[][],
): Promise<CeilingAnswer> {
  const { width, height, fps, look } = storyboard
  const encoding = await chooseEncoding({ width, height, fps, grain: look.grain, format })
  if (!encoding) throw new Error('no codec')
  const encoder = new FrameEncoder(encoding.video.config, { push: () => undefined })
  const started = performance.now()
  let index = 0
  for (const frames of pool) {
    // Forth and back from a key frame on: even motion, as between two key frames of a film.
    let isFirst = true
    for (const frame of [...frames, ...frames.toReversed()]) {
      const again = new VideoFrame(frame, { timestamp: Math.round((index * 1e6) / fps) })
      await encoder.encode(again, isFirst)
      isFirst = false
      index += 1
    }
  }
  await encoder.finish()
  return { frames: index, seconds: (performance.now() - started) / 1000 }
}

async function makeFrames(storyboard: Storyboard, files: ReadonlyMap<string, Blob>): Promise<VideoFrame[][]> {
  const { width, height, frameCount } = storyboard
  const each = Math.min(MOST_FRAMES_EACH, Math.floor(MOST_BYTES / (PLACES * width * height * 1.5)))
  const film = await openFrames(storyboard, files)
  const pool: VideoFrame[][] = []
  for (let place = 0; place < PLACES; place++) {
    const first = Math.max(0, Math.round(((frameCount - each) * (place + 0.5)) / PLACES))
    const frames: VideoFrame[] = []
    for (let index = first; index < Math.min(frameCount, first + each); index++) {
      frames.push(await film.paint(index))
    }
    pool.push(frames)
  }
  await film.close()
  return pool
}
