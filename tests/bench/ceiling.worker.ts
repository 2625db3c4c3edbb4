import type { Storyboard } from '@/domain/storyboard'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { chooseCodec } from '@/render/encode/codecs'
import { FrameEncoder } from '@/render/encode/FrameEncoder'
import { FilmPainter } from '@/render/film/FilmPainter'
import { toVideoFrame } from '@/render/film/toVideoFrame'
import { drawOverlay } from '@/render/text/drawOverlay'

/** Measures the encoder alone: frames of the real film, made beforehand, played forth and back. */

/** First the film, to make frames of; then `encode`, as often as wanted. */
export type CeilingOrder =
  { readonly storyboard: Storyboard; readonly files: ReadonlyMap<string, Blob> } | 'encode'
export type CeilingAnswer = 'ready' | { readonly frames: number; readonly seconds: number }

/** Places in the film that frames are taken from, and how many at each: 470 MB at 1080p. */
const PLACES = 5
const FRAMES_EACH = 30

let encode: () => Promise<CeilingAnswer> = () => Promise.reject(new Error('no frames yet'))
const post = (answer: CeilingAnswer) => self.postMessage(answer)

self.addEventListener('message', ({ data }: MessageEvent<CeilingOrder>) => {
  if (data === 'encode') {
    void encode().then(post)
    return
  }
  const { storyboard, files } = data
  void makeFrames(storyboard, files).then((pool) => {
    encode = () => encodeAll(storyboard, pool)
    post('ready')
  })
})

async function encodeAll(storyboard: Storyboard, pool: readonly VideoFrame[][]): Promise<CeilingAnswer> {
  const choice = await chooseCodec(storyboard)
  if (!choice) throw new Error('no codec')
  const encoder = new FrameEncoder(choice.config, { push: () => undefined })
  const started = performance.now()
  let index = 0
  for (const frames of pool) {
    // Forth and back from a key frame on: two seconds of even motion, as between two key frames of a film.
    for (const frame of [...frames, ...frames.toReversed()]) {
      const again = new VideoFrame(frame, { timestamp: Math.round((index * 1e6) / storyboard.fps) })
      await encoder.encode(again, frame === frames[0] && index % (2 * frames.length) === 0)
      index += 1
    }
  }
  await encoder.finish()
  const seconds = (performance.now() - started) / 1000
  return { frames: index, seconds }
}

async function makeFrames(storyboard: Storyboard, files: ReadonlyMap<string, Blob>): Promise<VideoFrame[][]> {
  const compositor = await Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
  const readPhoto = (id: string) => Promise.resolve(files.get(id) ?? new Blob())
  const painter = new FilmPainter(compositor, storyboard, readPhoto, drawOverlay)
  const paint = async (index: number) =>
    toVideoFrame(compositor, await painter.paint(index), index, storyboard.fps)
  const pool: VideoFrame[][] = []
  for (let place = 0; place < PLACES; place++) {
    const last = storyboard.frameCount - FRAMES_EACH
    const first = Math.max(0, Math.round((last * (place + 0.5)) / PLACES))
    const frames: VideoFrame[] = []
    for (let index = first; index < Math.min(storyboard.frameCount, first + FRAMES_EACH); index++) {
      frames.push(await paint(index))
    }
    pool.push(frames)
  }
  await painter.close()
  return pool
}
