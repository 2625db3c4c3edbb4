import { isCardShot, type Chapter, type Overlay, type Shot } from '@/domain/storyboard'
import type { FilmWishes } from '../filmWishes'
import type { Selection } from '../choice/selectGroups'
import type { StyleDirection } from '../styles/StyleDirection'
import type { GroupTime } from '../timing/timeGroups'

/** A card shown more briefly is left out. */
const LEAST_CARD_SECONDS = 1.2
/** The title leaves with the first picture where that leaves it this part of its time. */
const SHORTER_TITLE = 0.55

/** Where the film's chapters begin; none where all of it is one. */
export function chapterStarts({ groups, chapters }: Selection, times: readonly GroupTime[]): Chapter[] {
  if (chapters.length < 2) return []
  return groups.flatMap(({ chapter, isAgain }, index) => {
    const words = chapters[chapter]?.words
    const time = times[index]
    if (!words || !time || isAgain || !(index === 0 || time.opensChapter)) return []
    return [{ ...words, startFrame: time.beginFrame }]
  })
}

/**
 * The film's title, and a card for each chapter once its first picture is there; never two texts at once. A card that a
 * person put there takes the place of the title at the film's beginning, and of a chapter's where that begins with it.
 * @param written the person's
 */
export function chapterCards(
  chapters: readonly Chapter[],
  shots: readonly Shot[],
  written: readonly Overlay[],
  wishes: FilmWishes,
  direction: StyleDirection,
  frameCount: number,
): Overlay[] {
  const frames = (seconds: number) => Math.round(seconds * wishes.fps)
  const cards = shots.slice(0, 1).some(isCardShot)
    ? []
    : until(written, makeTitle(wishes, direction, frameCount, shots), frames(LEAST_CARD_SECONDS))
  const last = frameCount - Math.min(frames(direction.fadeOutSeconds), Math.floor(frameCount / 6))
  for (const [index, { title, subtitle, startFrame }] of chapters.entries()) {
    const previous = chapters[index - 1]
    if (title === '' || (previous?.title === title && previous.subtitle === subtitle)) continue
    const isWritten = shots.some((shot) => isCardShot(shot) && isAt(shot, startFrame))
    if (isWritten) continue
    const begin = beginOfCard(index, startFrame, shots, cards.at(-1), frames(direction.titleStartSeconds))
    const nextWritten = written.find(({ endFrame }) => endFrame > begin)?.startFrame ?? last
    const room = Math.min(last, nextWritten, chapters[index + 1]?.startFrame ?? last) - begin
    const length = Math.min(frames(direction.chapterSeconds), room)
    if (length < frames(LEAST_CARD_SECONDS)) continue
    cards.push({
      kind: 'chapter',
      photoId: null,
      text: title,
      subtitle,
      startFrame: begin,
      endFrame: begin + length,
      fadeFrames: Math.min(frames(direction.textFadeSeconds), Math.floor(length / 4)),
    })
  }
  return [...cards, ...written].toSorted((a, b) => a.startFrame - b.startFrame)
}

/** Does a chapter begin with a shot? It begins in the middle of the transition. */
const isAt = ({ startFrame, transition }: Shot, frame: number) =>
  startFrame <= frame && frame <= startFrame + transition.frames

/** Gone before the first text of the person's comes; not shown where that leaves too little. */
function until(written: readonly Overlay[], cards: readonly Overlay[], least: number): Overlay[] {
  const first = written[0]?.startFrame ?? Infinity
  return cards.flatMap((card) => {
    const endFrame = Math.min(card.endFrame, first)
    const length = endFrame - card.startFrame
    if (endFrame === card.endFrame) return [card]
    return length < least
      ? []
      : [{ ...card, endFrame, fadeFrames: Math.min(card.fadeFrames, Math.floor(length / 4)) }]
  })
}

/** A card comes when its chapter's first picture stands alone; the first one on the picture after the film's title. */
function beginOfCard(
  index: number,
  chapterFrame: number,
  shots: readonly Shot[],
  before: Overlay | undefined,
  lead: number,
): number {
  const free = before ? before.endFrame + Math.floor(lead / 2) : 0
  const settled = (shot: Shot | undefined) => (shot ? shot.startFrame + shot.transition.frames : 0)
  if (index > 0) {
    return Math.max(free, settled(shots.find((shot) => settled(shot) >= chapterFrame)))
  }
  if (!before) return lead
  return Math.max(free, settled(shots.find((shot) => shot.endFrame > free + lead && shot.startFrame > 0)))
}

function makeTitle(
  wishes: FilmWishes,
  direction: StyleDirection,
  frameCount: number,
  shots: readonly Shot[],
): Overlay[] {
  const text = wishes.title.trim()
  if (!text) return []
  const frames = (seconds: number) => Math.round(seconds * wishes.fps)
  const startFrame = Math.min(frames(direction.titleStartSeconds), Math.floor(frameCount / 10))
  const longest = Math.max(1, Math.min(frames(direction.titleSeconds), Math.floor(frameCount * 0.6)))
  const second = shots[1]
  // Gone when the second picture is half there.
  const alone = second ? second.startFrame + Math.floor(second.transition.frames / 2) - startFrame : longest
  const length = alone >= longest * SHORTER_TITLE ? Math.min(longest, alone) : longest
  return [
    {
      kind: 'title',
      photoId: null,
      text,
      subtitle: wishes.subtitle.trim(),
      startFrame,
      endFrame: startFrame + length,
      fadeFrames: Math.min(frames(direction.textFadeSeconds), Math.floor(length / 4)),
    },
  ]
}
