import type { BeatGrid } from '@/domain/music'
import { directionOf } from '../choice/Candidate'
import type { Group } from '../choice/groupPanels'
import { PANORAMA } from '../framing/fitPhoto'
import type { StyleDirection } from '../styles/StyleDirection'

/** Reading speed for captions, the time before the reader has found them included. */
const READING_SECONDS = 1.5
const READING_SECONDS_PER_CHARACTER = 0.06
/** What each further photo of a group adds to the time it needs, and to the time it would like. */
const FURTHER_NEEDS = 0.4
const FURTHER_PANEL = 0.35
/** What a panorama would like. */
const ALONG_PANORAMA = 1.3
/** The part of a card's time that its own picture is there, at least. */
const CARD_STAYS = 0.7
/** A very good photo stays this much longer than a plain one, a poor one as much shorter. */
const SCORE_WEIGHT = 0.4

/** Seconds it takes to read a caption; 0 without one. */
export const readingSeconds = (caption: string): number =>
  caption === '' ? 0 : READING_SECONDS + caption.length * READING_SECONDS_PER_CHARACTER

/** However much a person keeps: more briefly than this nobody sees anything. */
export const BRIEFEST_SECONDS = 0.5

/** Seconds that a person has decided for a group; null where they left it open. It is for the first time it is shown. */
export const holdOf = ({ members, isAgain, card }: Group): number | null => {
  if (card) return card.seconds
  const [first] = members
  return isAgain || !first ? null : directionOf(first.candidate).holdSeconds
}

/** This part of the style's least time is enough where it lets every photo be shown. */
export const EVERYBODY = 0.75
/** With less than this part of the time that photos like, a film is crowded. */
const CROWDED = 0.7

/** In a crowded film each photo has about the same time: the title lies over the second one as well. */
export const isCrowded = (groups: number, seconds: number, { photoSeconds }: StyleDirection): boolean =>
  seconds < groups * photoSeconds * CROWDED

/** The time of a group, in seconds. */
export interface Pace {
  /** No less than this. */
  readonly bare: number
  /** With this its texts can be read. */
  readonly comfortable: number
  readonly wanted: number
  /** What a person decided. */
  readonly fixed: number | null
}

/** Seconds a group is shown at least. */
const leastSecondsOf = ({ members }: Group, direction: StyleDirection) =>
  direction.leastPhotoSeconds * (1 + FURTHER_NEEDS * (members.length - 1))

/** Seconds until a cut can fall on a beat: whole beats, the last one a little early. */
export const onBeats = (seconds: number, grid: BeatGrid | null): number =>
  grid === null
    ? seconds
    : Math.max(seconds, Math.ceil(seconds / grid.secondsPerBeat - 0.2) * grid.secondsPerBeat)

/** Is a group the first of its chapter? The film's first is not: its chapter begins with the film. */
export const opensChapter = (groups: readonly Group[], index: number): boolean => {
  const group = groups[index]
  return group !== undefined && !group.isAgain && group.chapter !== (groups[index - 1]?.chapter ?? 0)
}

/**
 * What each group needs, in its order. The film's title lies on the first, the card of a chapter on the chapter's first,
 * that of the first chapter on the second where the film has a title.
 */
export function pacesOf(
  groups: readonly Group[],
  { hasTitle, chapters }: { readonly hasTitle: boolean; readonly chapters: number },
  direction: StyleDirection,
): Pace[] {
  const titleSeconds = hasTitle ? direction.titleStartSeconds + direction.titleSeconds : 0
  return groups.map((group, index) => {
    const isSpoken = opensChapter(groups, index) || (chapters > 1 && index === (hasTitle ? 1 : 0))
    const hasCard = isSpoken && !group.card
    return paceOf(
      group,
      direction,
      (index === 0 ? titleSeconds : 0) + (hasCard ? direction.chapterSeconds : 0),
    )
  })
}

/** @param cardSeconds how long the film's title or a chapter's card keeps the group's own caption waiting; 0 without one */
function paceOf(group: Group, direction: StyleDirection, cardSeconds: number): Pace {
  const reading =
    group.isAgain || group.card
      ? 0
      : Math.max(...group.members.map(({ candidate }) => readingSeconds(candidate.caption)))
  const transition = Math.max(
    direction.chapterTransition.seconds,
    ...direction.transitions.map(({ seconds }) => seconds),
  )
  const bare = leastSecondsOf(group, direction)
  // A card that nothing waits for may stay over the next picture.
  const texts = reading > 0 ? reading + cardSeconds : cardSeconds * CARD_STAYS
  const comfortable = Math.max(bare, texts > 0 ? texts + transition : 0)
  const score = Math.max(...group.members.map(({ candidate }) => candidate.score))
  const isPanorama = group.members.some(({ candidate: { photo } }) => {
    const aspect = photo.width / photo.height
    return aspect >= PANORAMA || aspect <= 1 / PANORAMA
  })
  const seconds =
    direction.photoSeconds *
    (1 + FURTHER_PANEL * (group.members.length - 1)) *
    (1 + SCORE_WEIGHT * (score - 0.5)) *
    (isPanorama ? ALONG_PANORAMA : 1)
  const wanted = Math.max(seconds, comfortable + (texts > 0 ? 1 : 0))
  return { bare, comfortable, wanted, fixed: holdOf(group) }
}
