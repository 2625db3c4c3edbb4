import type { Storyboard } from '@/domain/storyboard'
import { chapterCards, chapterStarts } from './texts/chapterCards'
import { personCards } from './texts/personCards'
import type { FilmWishes } from './filmWishes'
import { makeLeaks } from './timing/leaks'
import { makeOverlays } from './texts/overlays'
import { selectGroups } from './choice/selectGroups'
import { makeShots } from './timing/shots'
import { chooseSoundtrack, gridOf, withSwells } from './timing/soundtrack'
import { stageOf } from './framing/stage'
import { STYLE_DIRECTIONS } from './styles/styleDirections'
import { timeGroups } from './timing/timeGroups'

export type { DirectedPhoto, FilmWishes } from './filmWishes'

/**
 * Makes the storyboard of a film: pure, the same wishes always give the same film, exactly
 * `round(durationSeconds · fps)` frames long. Photos keep the person's order; of photos of the same moment, and where there
 * are too many for the length, the best are shown; `leftOut` names the others.
 * @throws RangeError without a photo that may be shown
 */
export function directFilm(wishes: FilmWishes): Storyboard {
  const { style, width, height, fps } = wishes
  const direction = STYLE_DIRECTIONS[style]
  const frames = (seconds: number) => Math.round(seconds * fps)
  const frameCount = Math.max(1, frames(wishes.durationSeconds))
  const stage = stageOf(wishes, direction)
  const soundtrack = chooseSoundtrack(wishes, direction, frameCount / fps)
  const grid = gridOf(soundtrack)
  const selection = selectGroups(wishes, direction, stage, grid)
  const timed = timeGroups(selection, wishes, direction, frameCount, grid)
  const shots = makeShots(selection, timed, { direction, stage, fps })
  const chapters = chapterStarts(selection, timed)
  const written = personCards(selection, timed, shots, { direction, frameCount, fps })
  const cards = chapterCards(chapters, shots, written, wishes, direction, frameCount)
  return {
    style,
    width,
    height,
    fps,
    frameCount,
    stage,
    look: direction.look,
    lettering: direction.lettering,
    ...(wishes.locale !== undefined && { language: wishes.locale }),
    fadeInFrames: Math.min(frames(direction.fadeInSeconds), Math.floor(frameCount / 6)),
    fadeOutFrames: Math.min(frames(direction.fadeOutSeconds), Math.floor(frameCount / 6)),
    shots,
    overlays: makeOverlays(selection, shots, cards, { wishes, stage }),
    leaks: makeLeaks(shots, direction, frameCount, fps),
    chapters,
    soundtrack: withSwells(
      soundtrack,
      chapters.slice(1).map(({ startFrame }) => startFrame),
    ),
    leftOut: selection.leftOut,
  }
}
