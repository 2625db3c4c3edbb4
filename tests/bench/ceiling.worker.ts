import type { Storyboard } from '@/domain/storyboard'
import { Compositor } from '@/render/compositor/Compositor'
import wasmUrl from '@/render/compositor/compositor.wasm?url'
import { chooseCodec } from '@/render/encode/codecs'
import { FrameEncoder } from '@/render/encode/FrameEncoder'
import { SegmentBuffer } from '@/render/encode/SegmentBuffer'
import { FramePainter } from '@/render/film/FramePainter'
import { ShotPictures } from '@/render/film/ShotPictures'
import { layersAt } from '@/render/film/timeline'
import { toVideoFrame } from '@/render/film/toVideoFrame'
import { drawOverlay } from '@/render/text/drawOverlay'

/** Measures the encoder alone: frames of the real film, made beforehand, played forth and back. */

export interface CeilingOrder {
  readonly storyboard: Storyboard
  readonly files: ReadonlyMap<string, Blob>
}
export interface CeilingAnswer {
  readonly framesPerSecond: number
}

/** Frames kept at once: two seconds and a half with a dissolve in them, 230 MB at 1080p. */
const POOL = 75
const ENCODED = 300

self.addEventListener('message', ({ data }: MessageEvent<CeilingOrder>) => {
  void measure(data).then((answer) => self.postMessage(answer))
})

async function measure({ storyboard, files }: CeilingOrder): Promise<CeilingAnswer> {
  const choice = await chooseCodec(storyboard)
  if (!choice) throw new Error('no codec')
  const pool = await makeFrames(storyboard, files)
  const segments = new SegmentBuffer()
  const encoder = new FrameEncoder(choice.config, segments)
  const started = performance.now()
  for (let index = 0; index < ENCODED; index++) {
    const place = index % (2 * pool.length - 2)
    const frame = pool[place < pool.length ? place : 2 * pool.length - 2 - place]
    if (!frame) throw new Error('no frame')
    const again = new VideoFrame(frame, { timestamp: Math.round((index * 1e6) / storyboard.fps) })
    await encoder.encode(again, index % (2 * storyboard.fps) === 0)
    segments.take()
  }
  await encoder.finish()
  const seconds = (performance.now() - started) / 1000
  for (const frame of pool) frame.close()
  return { framesPerSecond: ENCODED / seconds }
}

async function makeFrames(storyboard: Storyboard, files: ReadonlyMap<string, Blob>): Promise<VideoFrame[]> {
  const compositor = await Compositor.create(await (await fetch(wasmUrl)).arrayBuffer())
  const read = (id: string) => Promise.resolve(files.get(id) ?? new Blob())
  const pictures = new ShotPictures(compositor, storyboard, read)
  const painter = new FramePainter(compositor, storyboard, drawOverlay)
  // From the middle on, where the title has gone: a quarter before the next dissolve begins.
  const middle = storyboard.shots[Math.floor(storyboard.shots.length / 2)]
  const first = Math.max(
    0,
    Math.min(storyboard.frameCount - POOL, (middle?.startFrame ?? 0) - Math.floor(POOL / 4)),
  )
  const pool: VideoFrame[] = []
  for (let index = first; index < Math.min(storyboard.frameCount, first + POOL); index++) {
    const layers = []
    for (const layer of layersAt(storyboard, index)) {
      const shot = storyboard.shots[layer.shotIndex]
      const shotPicture = shot && (await pictures.get(shot))
      if (shotPicture) layers.push({ layer, fit: shot.fit, shotPicture })
    }
    painter.paint(storyboard, index, layers)
    pool.push(toVideoFrame(compositor, painter.frame, index, storyboard.fps))
  }
  return pool
}
