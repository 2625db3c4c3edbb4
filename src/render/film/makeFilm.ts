import type { Storyboard } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import type { Compositor } from '../compositor/Compositor'
import type { CodecChoice } from '../encode/codecs'
import { FilmWriter } from '../encode/FilmWriter'
import { EncoderFailure, FrameEncoder } from '../encode/FrameEncoder'
import { SegmentBuffer } from '../encode/SegmentBuffer'
import type { SyncFile } from '../encode/syncFile'
import type { StageSeconds } from '../protocol'
import { drawOverlay } from '../text/drawOverlay'
import { FramePainter, type PaintedLayer } from './FramePainter'
import { nextShot, ShotPictures } from './ShotPictures'
import { layersAt } from './timeline'
import { toThumbnail, toVideoFrame } from './toVideoFrame'
import { withoutShot } from './withoutShot'

export interface FilmOrder {
  readonly storyboard: Storyboard
  readonly title: string
  readonly choice: CodecChoice
  readonly file: SyncFile
  readonly readPhoto: (photoId: string) => Promise<Blob>
  readonly onProgress: (framesDone: number, stage: 'rendering' | 'finishing') => void
}

export interface FinishedFilm {
  readonly codec: string
  readonly thumbnail: Blob
  readonly skippedPhotoIds: string[]
  readonly stages: StageSeconds
}

const KEY_FRAME_SECONDS = 2
const MOST_ENCODERS = 2

/**
 * Makes the film, frame by frame: decode ahead, paint, encode, write. Each stage waits for the next one, so memory stays
 * the same however long the film is.
 * @throws RenderError
 */
export async function makeFilm(compositor: Compositor, order: FilmOrder): Promise<FinishedFilm> {
  const { fps, frameCount } = order.storyboard
  const pictures = new ShotPictures(compositor, order.storyboard, order.readPhoto)
  const painter = new FramePainter(compositor, order.storyboard, drawOverlay)
  const segments = new SegmentBuffer()
  const writer = await FilmWriter.create(order.file, {
    codec: order.choice.codec,
    fps,
    frameCount,
    title: order.title,
  })
  const spent = { photoWait: 0, paint: 0, frame: 0, encodeWait: 0, write: 0 }
  const timed = async <T>(stage: keyof typeof spent, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    spent[stage] += performance.now() - start
    return result
  }
  const write = async () => {
    for (const segment of segments.take()) await timed('write', () => writer.add(segment))
  }

  let { storyboard } = order
  let thumbnail: Blob | null = null
  let encoder = new FrameEncoder(order.choice.config, segments)
  let encoders = 1
  let frame = 0
  for (;;) {
    try {
      for (; frame < frameCount; frame++) {
        const seen = await timed('photoWait', () => loadLayers(storyboard, frame, pictures))
        storyboard = seen.storyboard
        await timed('paint', () => painter.paint(storyboard, frame, seen.layers))
        const picture = await timed('frame', () => toVideoFrame(compositor, painter.frame, frame, fps))
        if (!thumbnail && frame >= thumbnailFrame(storyboard)) thumbnail = await toThumbnail(picture)
        await timed('encodeWait', () => encoder.encode(picture, frame % (KEY_FRAME_SECONDS * fps) === 0))
        await write()
        order.onProgress(frame + 1, 'rendering')
      }
      order.onProgress(frameCount, 'finishing')
      await timed('encodeWait', () => encoder.finish())
      break
    } catch (cause) {
      if (!(cause instanceof EncoderFailure)) throw cause
      encoder.close()
      if (encoders >= MOST_ENCODERS) throw new RenderError('encoder_failed', cause.message, { cause })
      encoders += 1
      frame = segments.rewind()
      encoder = new FrameEncoder(order.choice.config, segments)
    }
  }
  segments.finish()
  await write()
  await timed('write', () => writer.finish())
  await pictures.keep([])
  painter.close()
  if (!thumbnail) throw new Error('no frame was made')
  const seconds = (milliseconds: number) => Math.round(milliseconds) / 1000
  return {
    codec: order.choice.config.codec,
    thumbnail,
    skippedPhotoIds: [...pictures.unreadable],
    stages: {
      decode: seconds(pictures.times.decode),
      scale: seconds(pictures.times.scale),
      photoWait: seconds(spent.photoWait),
      composite: seconds(spent.paint),
      frame: seconds(spent.frame),
      encodeWait: seconds(spent.encodeWait),
      write: seconds(spent.write),
    },
  }
}

/** The pictures of one frame. Shots whose photo cannot be read leave the storyboard on the way. */
async function loadLayers(
  storyboard: Storyboard,
  frame: number,
  pictures: ShotPictures,
): Promise<{ storyboard: Storyboard; layers: PaintedLayer[] }> {
  const layers: PaintedLayer[] = []
  const panels = []
  for (const layer of layersAt(storyboard, frame)) {
    const shot = storyboard.shots[layer.shotIndex]
    const panel = shot?.panels[0]
    if (!panel) continue
    const shotPicture = await pictures.get(panel)
    if (!shotPicture) {
      const rest = withoutShot(storyboard, layer.shotIndex)
      if (!rest) throw new RenderError('photo_unreadable', 'none of the photos can be read')
      return loadLayers(rest, frame, pictures)
    }
    layers.push({ layer, fit: panel.fit, shotPicture })
    panels.push(panel)
  }
  const next = nextShot(storyboard, frame)?.panels[0]
  if (next) pictures.prefetch(next)
  await pictures.keep(next ? [...panels, next] : panels)
  return { storyboard, layers }
}

/** A third into the film, in the middle of the time that a photo is alone on screen. */
function thumbnailFrame({ shots, frameCount }: Storyboard): number {
  const target = Math.floor(frameCount / 3)
  const index = shots.findLastIndex(({ startFrame }) => startFrame <= target)
  const shot = shots[index]
  if (!shot) return target
  const alone = shot.startFrame + shot.transition.frames
  const until = shots[index + 1]?.startFrame ?? shot.endFrame
  return Math.min(frameCount - 1, Math.floor((alone + Math.max(alone, until)) / 2))
}
