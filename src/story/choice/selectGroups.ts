import type { BeatGrid } from '@/domain/music'
import type { Reason, Storyboard } from '@/domain/storyboard'
import { bestOfSimilar } from './bestOfSimilar'
import { candidatesOf, directionOf, type Candidate } from './Candidate'
import { choosePhotos } from './choosePhotos'
import type { FilmWishes } from '../filmWishes'
import { findChapters, type FoundChapter } from './findChapters'
import { groupPanels, type Group } from './groupPanels'
import { withCard, withCards } from './withCards'
import { because } from '../reasons'
import type { StyleDirection } from '../styles/StyleDirection'
import { BRIEFEST_SECONDS, EVERYBODY, holdOf, isCrowded, onBeats, pacesOf } from '../timing/pace'
import type { Size } from '../framing/view'

/** Longer than this a photo is not shown at a time, unless it is the only one: the photos come round again. */
const LONGEST_PHOTO_SECONDS = 20
/** Photos join on the stage only while each group stays less than this many times as long as the style likes. */
const SLOWEST_PACE = 1.6
/** A chapter is told in no less than so many times the time a photo likes to stay. */
const PHOTOS_OF_CHAPTER = 3
/** Texts that take time to read may cost no more than this part of the photos. */
const TEXTS_COST = 0.35
/** What the photos have of a film at least, however many title cards there are. */
const PHOTOS_PART = 0.4

export interface Selection {
  /** In the order they are shown. */
  readonly groups: readonly Group[]
  readonly chapters: readonly FoundChapter[]
  readonly leftOut: Storyboard['leftOut']
  /** How many photos could have been shown, and how many are. */
  readonly photos: number
  readonly shown: number
}

/** Which photos are shown, with which others, in which chapters: as many as can be seen in the film's time. */
export function selectGroups(
  wishes: FilmWishes,
  direction: StyleDirection,
  stage: Size,
  grid: BeatGrid | null,
): Selection {
  const { photos, durationSeconds, locale } = wishes
  const all = candidatesOf(photos, wishes.isShortened)
  if (all.length === 0) throw new RangeError('a film needs a photo')
  const { shown: best, leftOut: similar } = bestOfSimilar(all)
  const mostChapters = Math.floor(durationSeconds / (PHOTOS_OF_CHAPTER * direction.photoSeconds))
  const chapters = findChapters(best, mostChapters, locale)
  const anchors = withCard(all, durationSeconds)
  const onCards = anchors.reduce((sum, anchor) => sum + (directionOf(anchor).card?.seconds ?? 0), 0)
  const seconds = Math.max(durationSeconds * PHOTOS_PART, durationSeconds - onCards)
  const time = { seconds, most: Math.floor(durationSeconds / BRIEFEST_SECONDS) - anchors.length }
  const hasTitle = wishes.title.trim() !== '' && !opensWithCard(all, anchors)
  const { chosen, groups } = fillTime(chapters, time, hasTitle, direction, stage, grid)
  const kept = new Set(chosen.flat().map(({ photo }) => photo.id))
  const noTime = because('no_time', { shown: kept.size, photos: best.length })
  const isShown = ({ values }: Reason) => kept.has(String(values.photoId))
  return {
    groups: withCards(comeRound(groups, seconds), anchors),
    chapters,
    leftOut: [
      ...photos
        .filter(({ choice }) => choice === 'skip')
        .map(({ id }) => ({ photoId: id, reason: because('skipped_by_you') })),
      // Where the better one is not shown either, there was no time for any of them.
      ...similar.map((photo) => (isShown(photo.reason) ? photo : { ...photo, reason: noTime })),
      ...best
        .filter(({ photo }) => !kept.has(photo.id))
        .map(({ photo }) => ({ photoId: photo.id, reason: noTime })),
    ],
    photos: best.length,
    shown: kept.size,
  }
}

/**
 * Chooses and groups as many photos as the time has room for: those that stand together leave room for others, those
 * whose texts take time to read for fewer.
 */
function fillTime(
  chapters: readonly FoundChapter[],
  { seconds: durationSeconds, most }: { readonly seconds: number; readonly most: number },
  mayHaveTitle: boolean,
  direction: StyleDirection,
  stage: Size,
  grid: BeatGrid | null,
) {
  const candidates = chapters.map((chapter) => chapter.candidates)
  const total = candidates.reduce((sum, { length }) => sum + length, 0)
  const spared = mostKept(candidates, Math.max(1, most))
  const leastGroups = Math.ceil(durationSeconds / (direction.photoSeconds * SLOWEST_PACE))
  const each = onBeats(direction.leastPhotoSeconds, grid)
  // What a person holds longer takes it from the others.
  const holds = spared.flat().map((candidate) => held(candidate, each))
  const capacity = Math.max(1, (durationSeconds - holds.reduce((sum, more) => sum + more, 0)) / each)
  const fill = (count: number) => {
    const chosen = choosePhotos(spared, count)
    const groups = groupPanels(chosen, stage, direction, leastGroups)
    const hasTitle = mayHaveTitle && !isCrowded(groups.length, durationSeconds, direction)
    const needs = pacesOf(groups, { hasTitle, chapters: chapters.length }, direction)
    const bare = needs.reduce((sum, pace) => sum + (pace.fixed ?? onBeats(pace.bare, grid)), 0)
    const read = needs.reduce((sum, pace) => sum + (pace.fixed ?? onBeats(pace.comfortable, grid)), 0)
    return { chosen, groups, count, bare, read }
  }
  // Nobody's photo is left out for taste alone: where all can be seen, if a little briefly, all are shown.
  const more = holds.reduce((sum, seconds) => sum + seconds, 0)
  const hasRoomForAll = total * direction.leastPhotoSeconds * EVERYBODY + Math.max(0, more) <= durationSeconds
  let filled = fill(hasRoomForAll ? total : Math.max(1, Math.floor(capacity + 1e-6)))
  for (let round = 0; round < 3 && filled.count < total; round++) {
    const room = Math.floor((durationSeconds - filled.bare) / each)
    if (room < 1) break
    filled = fill(filled.count + room)
  }
  const isTold = candidates.flat().some(({ caption }) => caption !== '')
  if (hasRoomForAll && !isTold) return filled
  const fewest = Math.max(1, Math.ceil(Math.min(filled.count, total) * (1 - TEXTS_COST)))
  for (let round = 0; round < 6 && filled.read > durationSeconds && filled.count > fewest; round++) {
    const over = Math.ceil((filled.read - durationSeconds) / (2 * each))
    filled = fill(Math.max(fewest, Math.min(filled.count, total) - over))
  }
  return filled
}

/** What a person keeps beyond all that could be seen is for the director to choose. */
function mostKept(chapters: readonly (readonly Candidate[])[], most: number): (readonly Candidate[])[] {
  let left = most
  return chapters.map((chapter) =>
    chapter.map((candidate) => {
      if (candidate.photo.choice !== 'keep' || left-- > 0) return candidate
      return { ...candidate, photo: { ...candidate.photo, choice: 'auto' as const } }
    }),
  )
}

/** How much longer than `each` a photo stays because a person holds it there. */
const held = (candidate: Candidate, each: number): number =>
  candidate.photo.choice === 'keep' ? (directionOf(candidate).holdSeconds ?? each) - each : 0

/** The card before the film's first photo takes the place of the film's title. */
const opensWithCard = (all: readonly Candidate[], anchors: readonly Candidate[]): boolean => {
  const [first] = all
  return first !== undefined && anchors.includes(first) && directionOf(first).card?.side === 'before'
}

/** What the person holds for a time is not stretched to fill the film: the photos come round again instead. */
function comeRound(groups: readonly Group[], durationSeconds: number): Group[] {
  if (groups.length <= 1) return [...groups]
  const holds = groups.map(holdOf)
  const free = durationSeconds - holds.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0)
  const open = holds.filter((seconds) => seconds === null).length
  const isEnough = free <= LONGEST_PHOTO_SECONDS * (open || groups.length)
  const rounds = isEnough ? 1 : 1 + Math.ceil((free / LONGEST_PHOTO_SECONDS - open) / groups.length)
  const again = groups.map((group) => ({ ...group, isAgain: true }))
  return [...groups, ...Array.from({ length: rounds - 1 }, () => again).flat()]
}
