import type { Overlay, Shot, Storyboard } from '@/domain/storyboard'
import { captionSide } from './captionSide'
import type { FilmWishes } from '../filmWishes'
import type { Selection } from '../choice/selectGroups'

/** A caption shown more briefly is left out. */
const LEAST_CAPTION_SECONDS = 0.8
const CAPTION_FADE_SECONDS = 0.4

export interface OverlaySettings {
  readonly wishes: FilmWishes
  readonly stage: Storyboard['stage']
}

/**
 * All texts in the order of their time, one at a time. A caption is there while its photo stands alone, after the
 * transition in and gone before the next; it waits for a title or a chapter's card. Faces are not written on where the
 * other side of the picture is free.
 */
export function makeOverlays(
  { groups }: Selection,
  shots: readonly Shot[],
  cards: readonly Overlay[],
  { wishes, stage }: OverlaySettings,
): Overlay[] {
  const { fps } = wishes
  const captions = groups.flatMap(({ members, isAgain, card }, index): Overlay[] => {
    const shot = shots[index]
    const spoken = isAgain || card ? undefined : members.find(({ candidate }) => candidate.caption !== '')
    if (!spoken || !shot) return []
    const span = freeSpan(
      shot.startFrame + shot.transition.frames,
      shots[index + 1]?.startFrame ?? shot.endFrame,
      cards,
    )
    const length = span.end - span.start
    if (length < Math.min(LEAST_CAPTION_SECONDS * fps, shot.endFrame - shot.startFrame)) return []
    return [
      {
        kind: 'caption',
        photoId: spoken.candidate.photo.id,
        text: spoken.candidate.caption,
        subtitle: '',
        startFrame: span.start,
        endFrame: span.end,
        fadeFrames: Math.min(Math.round(fps * CAPTION_FADE_SECONDS), Math.floor(length / 4)),
        side: captionSide(
          members.map(({ candidate }) => candidate),
          shot,
          wishes,
          stage,
        ),
      },
    ]
  })
  return [...cards.map((card) => withSide(card, groups, shots, { wishes, stage })), ...captions].toSorted(
    (a, b) => a.startFrame - b.startFrame,
  )
}

/** The longest part of a time in which no card is shown. */
function freeSpan(start: number, end: number, cards: readonly Overlay[]) {
  const within = cards.filter((card) => card.endFrame > start && card.startFrame < end)
  const edges = [start, ...within.map(({ endFrame }) => endFrame)]
  return edges
    .map((from, index) => ({
      start: Math.max(start, from),
      end: Math.min(end, within[index]?.startFrame ?? end),
    }))
    .reduce((a, b) => (b.end - b.start > a.end - a.start ? b : a))
}

/** A chapter's card stands over the pictures that are there in its time. */
function withSide(
  card: Overlay,
  groups: Selection['groups'],
  shots: readonly Shot[],
  { wishes, stage }: OverlaySettings,
): Overlay {
  if (card.kind !== 'chapter') return card
  const index = shots.findLastIndex((shot) => shot.startFrame <= card.startFrame)
  const shot = shots[index]
  const group = groups[index]
  if (!shot || !group) return card
  return {
    ...card,
    side: captionSide(
      group.members.map(({ candidate }) => candidate),
      shot,
      wishes,
      stage,
    ),
  }
}
