import type { Panel, Shot, Storyboard } from '@/domain/storyboard'
import { asianLanguages } from '../text/asianLanguages'

/** A key frame stands at the beginning of each segment: seeking, joining and resuming happen there. */
export const SEGMENT_SECONDS = 2

type Film = Pick<Storyboard, 'fps' | 'frameCount'>

export interface FrameRange {
  readonly startFrame: number
  readonly endFrame: number
}

export const segmentCount = ({ fps, frameCount }: Film) => Math.ceil(frameCount / (SEGMENT_SECONDS * fps))

/** The segment that a frame belongs to. */
export const segmentAt = ({ fps }: Pick<Film, 'fps'>, frame: number) =>
  Math.floor(frame / (SEGMENT_SECONDS * fps))

/** The frames of a segment; the last one of a film may be shorter. */
export function segmentFrames({ fps, frameCount }: Film, index: number): FrameRange {
  const length = SEGMENT_SECONDS * fps
  return { startFrame: index * length, endFrame: Math.min(frameCount, (index + 1) * length) }
}

/**
 * Names a segment by everything that shapes it: what the storyboard shows in its time, the photos' content, how it is
 * drawn and how it is encoded. Segments with the same key are interchangeable, also between films and places in a film.
 * @param photoHashes content hash of each photo by its id; a photo that is not there cannot be shown and needs none
 * @param engineVersion changes whenever the code that draws does
 * @param encoderConfig any JSON; everything that `VideoEncoder.configure` is given
 * @param fontsMark what else shapes texts; null when all their fonts are there
 * @returns SHA-256 in hexadecimal
 */
export async function segmentKey(
  storyboard: Storyboard,
  index: number,
  photoHashes: ReadonlyMap<string, string>,
  engineVersion: string,
  encoderConfig: object,
  fontsMark: string | null = null,
): Promise<string> {
  const slice = sliceOf(storyboard, segmentFrames(storyboard, index), photoHashes, fontsMark)
  return digest({ engineVersion, encoderConfig, slice })
}

/** SHA-256 of a value as JSON, whatever the order of its objects' keys. */
export async function digest(value: object): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value, sortKeys))
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

// [Note: what shapes a segment] Times are counted from the segment's beginning: the painter only ever looks at how far a
// frame is from the start or the end of something that is on screen (`timeline.ts`). Noise is the exception, it differs by
// the frame's own number (`gate.ts`). Left out is what nobody sees: reasons, chapters (their cards are overlays), music,
// ids. Where in doubt a thing belongs in here: too much costs two seconds of encoding, too little makes a wrong film.
function sliceOf(
  { width, height, fps, frameCount, stage, look, lettering, ...film }: Storyboard,
  { startFrame, endFrame }: FrameRange,
  photoHashes: ReadonlyMap<string, string>,
  fontsMark: string | null,
): object {
  const isSeen = (item: FrameRange) => item.startFrame < endFrame && item.endFrame > startFrame
  const fromHere = <T extends FrameRange>(item: T) => ({
    ...item,
    startFrame: item.startFrame - startFrame,
    endFrame: item.endFrame - startFrame,
  })
  const shots = film.shots.flatMap((shot, shotIndex) =>
    isSeen(shot) ? [{ ...fromHere(seenShot(shot, startFrame, photoHashes)), isFirst: shotIndex === 0 }] : [],
  )
  const overlays = film.overlays
    .filter(isSeen)
    .map((overlay) => ({ ...fromHere(overlay), photoId: undefined }))
  const leaks = film.leaks.filter(isSeen).map(fromHere)
  const hasLeak = leaks.length > 0 || shots.some(({ transition }) => transition.kind === 'leak')
  const hasNoise = look.grain > 0 || look.jitter > 0 || look.flicker > 0 || hasLeak
  return {
    width,
    height,
    fps,
    stage,
    look,
    letters: overlays.length > 0 ? [lettering, fontsMark, asianLanguages(film)] : null,
    shots,
    overlays,
    leaks,
    frames: endFrame - startFrame,
    number: hasNoise ? startFrame : null,
    fadeIn: startFrame <= film.fadeInFrames ? [film.fadeInFrames, startFrame] : null,
    fadeOut:
      endFrame >= frameCount - film.fadeOutFrames - 1 ? [film.fadeOutFrames, frameCount - startFrame] : null,
  }
}

function seenShot(shot: Shot, startFrame: number, photoHashes: ReadonlyMap<string, string>) {
  const panels = shot.panels.map(({ photoId, ...panel }: Panel) => ({
    ...panel,
    photo: photoHashes.get(photoId) ?? photoId,
  }))
  return { ...shot, panels, motionEndFrame: shot.motionEndFrame - startFrame, reasons: undefined }
}

function sortKeys(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
}
