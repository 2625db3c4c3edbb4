import type { Storyboard } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import type { Compositor } from '../compositor/Compositor'
import type { Planes } from '../compositor/planes'
import type { CodecChoice } from '../encode/codecs'
import { FilmWriter } from '../encode/FilmWriter'
import { EncoderFailure, FrameEncoder } from '../encode/FrameEncoder'
import { SegmentBuffer } from '../encode/SegmentBuffer'
import type { SyncFile } from '../encode/syncFile'
import type { StageSeconds } from '../protocol'
import { drawOverlay } from '../text/drawOverlay'
import { FilmPainter } from './FilmPainter'
import { toThumbnail, toVideoFrame } from './toVideoFrame'
import { UnreadablePhoto } from './UnreadablePhoto'
import { withoutPhoto } from './withoutPhoto'

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
  let { storyboard } = order
  const skippedPhotoIds: string[] = []
  const times = { decode: 0, scale: 0, wait: 0, paint: 0 }
  const newPainter = () => new FilmPainter(compositor, storyboard, order.readPhoto, drawOverlay)
  const closePainter = async () => {
    const { decode, scale, wait, paint } = painter.times
    times.decode += decode
    times.scale += scale
    times.wait += wait
    times.paint += paint
    await painter.close()
  }
  let painter = newPainter()
  const paint = async (frame: number): Promise<Planes> => {
    try {
      return await painter.paint(frame)
    } catch (cause) {
      if (!(cause instanceof UnreadablePhoto)) throw cause
      const rest = withoutPhoto(storyboard, cause.photoId)
      if (!rest) throw new RenderError('photo_unreadable', 'none of the photos can be read', { cause })
      skippedPhotoIds.push(cause.photoId)
      storyboard = rest
      await closePainter()
      painter = newPainter()
      return paint(frame)
    }
  }
  const segments = new SegmentBuffer()
  const writer = await FilmWriter.create(order.file, {
    codec: order.choice.codec,
    fps,
    frameCount,
    title: order.title,
  })
  const spent = { frame: 0, encodeWait: 0, write: 0 }
  const timed = async <T>(stage: keyof typeof spent, work: () => T | Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    spent[stage] += performance.now() - start
    return result
  }
  const write = async () => {
    for (const segment of segments.take()) await timed('write', () => writer.add(segment))
  }

  let thumbnail: Blob | null = null
  let encoder = new FrameEncoder(order.choice.config, segments)
  let encoders = 1
  let frame = 0
  for (;;) {
    try {
      for (; frame < frameCount; frame++) {
        const painted = await paint(frame)
        const picture = await timed('frame', () => toVideoFrame(compositor, painted, frame, fps))
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
  await closePainter()
  if (!thumbnail) throw new Error('no frame was made')
  const seconds = (milliseconds: number) => Math.round(milliseconds) / 1000
  return {
    codec: order.choice.config.codec,
    thumbnail,
    skippedPhotoIds,
    stages: {
      decode: seconds(times.decode),
      scale: seconds(times.scale),
      photoWait: seconds(times.wait),
      composite: seconds(times.paint),
      frame: seconds(spent.frame),
      encodeWait: seconds(spent.encodeWait),
      write: seconds(spent.write),
    },
  }
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
