import { WHOLE_STAGE, type Overlay, type Shot, type Storyboard } from '@/domain/storyboard'
import type { DirectedPhoto, FilmWishes } from './filmWishes'
import { frameShot } from './frameShots'
import { shareTime, spreadEvenly } from './shareTime'
import { STYLE_DIRECTIONS } from './styles/styleDirections'
import type { StyleDirection } from './styles/StyleDirection'

export type { DirectedPhoto, FilmWishes } from './filmWishes'

/** Longer than this a photo is not shown at a time, unless it is the only one: the photos come round again. */
const LONGEST_PHOTO_SECONDS = 20
/** Reading speed for captions, the time before the reader has found them included. */
const READING_SECONDS = 1.5
const READING_SECONDS_PER_CHARACTER = 0.06

/**
 * Makes the storyboard of a film: pure, the same wishes always give the same film, exactly
 * `round(durationSeconds · fps)` frames long. Photos keep the person's order; where there are too many for the length,
 * an even choice of them is shown.
 * @throws RangeError without photos
 */
export function directFilm(wishes: FilmWishes): Storyboard {
  if (wishes.photos.length === 0) throw new RangeError('a film needs a photo')
  const direction = STYLE_DIRECTIONS[wishes.style]
  const frames = (seconds: number) => Math.round(seconds * wishes.fps)
  const frameCount = Math.max(1, frames(wishes.durationSeconds))
  const least = Math.min(frameCount, Math.max(1, frames(direction.leastPhotoSeconds)))
  const chosen = choosePhotos(wishes, Math.floor(frameCount / least))
  const title = wishes.title.trim()

  const wanted = chosen.map(({ photo, again }, index) =>
    frames(wantedSeconds(direction, again ? '' : photo.caption, index === 0 && title !== '')),
  )
  const ends = shareTime(wanted, least, frameCount)
  const shots: Shot[] = []
  for (const [index, { photo }] of chosen.entries()) {
    shots.push(makeShot(wishes, direction, photo, index, ends, shots.at(-1)))
  }
  const overlays = [
    ...makeTitle(wishes, direction, frameCount),
    ...chosen.flatMap(({ photo, again }, index) =>
      again ? [] : makeCaption(photo, shots, index, wishes.fps),
    ),
  ]
  return {
    style: wishes.style,
    width: wishes.width,
    height: wishes.height,
    fps: wishes.fps,
    frameCount,
    fadeInFrames: Math.min(frames(direction.fadeInSeconds), Math.floor(frameCount / 6)),
    fadeOutFrames: Math.min(frames(direction.fadeOutSeconds), Math.floor(frameCount / 6)),
    shots,
    overlays: settleOverlays(overlays, frames(0.5)),
    stage: { x: 0, y: 0, width: wishes.width, height: wishes.height },
    look: direction.look,
    lettering: direction.lettering,
    leaks: [],
    chapters: [],
    soundtrack: { kind: 'none' },
    leftOut: [],
  }
}

function choosePhotos({ photos, durationSeconds }: FilmWishes, mostShots: number) {
  const once = spreadEvenly(photos, Math.max(1, mostShots)).map((photo) => ({ photo, again: false }))
  if (once.length === 1) return once
  const rounds = Math.ceil(durationSeconds / (once.length * LONGEST_PHOTO_SECONDS))
  const round = once.map(({ photo }) => ({ photo, again: true }))
  return [...once, ...Array.from({ length: rounds - 1 }, () => round).flat()]
}

function wantedSeconds(direction: StyleDirection, caption: string, carriesTitle: boolean): number {
  const text = caption.trim()
  const reading = text ? READING_SECONDS + text.length * READING_SECONDS_PER_CHARACTER + 1 : 0
  // A caption waits until the title has gone.
  const title = carriesTitle ? direction.titleSeconds + 1 : 0
  return Math.max(direction.photoSeconds, title + reading)
}

function makeShot(
  wishes: FilmWishes,
  direction: StyleDirection,
  photo: DirectedPhoto,
  index: number,
  ends: readonly number[],
  previous: Shot | undefined,
): Shot {
  const transition = (at: number) => transitionFrames(direction, ends, at, wishes.fps)
  const begin = ends[index - 1] ?? 0
  const end = ends[index] ?? begin
  // A dissolve lies half before and half after the moment where one shot's time ends and the next one's begins.
  const before = transition(index)
  const after = transition(index + 1)
  const startFrame = begin - Math.floor(before / 2)
  const endFrame = end - Math.floor(after / 2) + after
  const seconds = (endFrame - startFrame) / wishes.fps
  const framed = frameShot({
    photo,
    frame: wishes,
    seconds,
    direction,
    turn: index,
    previous: previous?.panels[0],
  })
  return {
    panels: [{ photoId: photo.id, area: WHOLE_STAGE, ...framed }],
    startFrame,
    endFrame,
    motionEndFrame: endFrame,
    transition: { kind: 'dissolve', direction: 'left', frames: before },
    reasons: [],
  }
}

/** Length of the dissolve into shot `index`: never more than a third of the shorter of its two shots. */
function transitionFrames(
  direction: StyleDirection,
  ends: readonly number[],
  index: number,
  fps: number,
): number {
  const begin = ends[index - 2] ?? 0
  const middle = ends[index - 1]
  const end = ends[index]
  if (middle === undefined || end === undefined) return 0
  return Math.min(
    Math.round((direction.transitions[0]?.seconds ?? 0) * fps),
    Math.floor(Math.min(middle - begin, end - middle) / 3),
  )
}

function makeTitle(wishes: FilmWishes, direction: StyleDirection, frameCount: number): Overlay[] {
  const text = wishes.title.trim()
  if (!text) return []
  const startFrame = Math.min(Math.round(wishes.fps * 0.5), Math.floor(frameCount / 10))
  const length = Math.min(Math.round(wishes.fps * direction.titleSeconds), Math.floor(frameCount * 0.6))
  return [
    {
      kind: 'title',
      photoId: null,
      text,
      subtitle: wishes.subtitle.trim(),
      startFrame,
      endFrame: startFrame + Math.max(1, length),
      fadeFrames: Math.min(Math.round(wishes.fps * 0.7), Math.floor(length / 4)),
    },
  ]
}

/** A caption is there while its photo stands alone: after the dissolve in, gone before the dissolve out. */
function makeCaption(photo: DirectedPhoto, shots: readonly Shot[], index: number, fps: number): Overlay[] {
  const text = photo.caption.trim()
  const shot = shots[index]
  if (!text || !shot) return []
  const startFrame = shot.startFrame + shot.transition.frames
  const endFrame = shots[index + 1]?.startFrame ?? shot.endFrame
  if (endFrame <= startFrame) return []
  const fadeFrames = Math.min(Math.round(fps * 0.4), Math.floor((endFrame - startFrame) / 4))
  return [{ kind: 'caption', photoId: photo.id, text, subtitle: '', startFrame, endFrame, fadeFrames }]
}

/** Captions wait until the title has gone; one that would be left with a blink is dropped. */
function settleOverlays(overlays: readonly Overlay[], leastFrames: number): Overlay[] {
  const title = overlays.find(({ kind }) => kind === 'title')
  if (!title) return [...overlays]
  return overlays.flatMap((overlay) => {
    if (overlay === title || overlay.startFrame >= title.endFrame) return [overlay]
    const startFrame = title.endFrame
    const length = overlay.endFrame - startFrame
    if (length < leastFrames) return []
    return [{ ...overlay, startFrame, fadeFrames: Math.min(overlay.fadeFrames, Math.floor(length / 4)) }]
  })
}
