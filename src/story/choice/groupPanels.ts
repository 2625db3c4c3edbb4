import type { Box } from '@/domain/analysis'
import { WHOLE_STAGE } from '@/domain/storyboard'
import type { TitleCard } from '@/domain/direction'
import { directionOf, type Candidate } from './Candidate'
import { fitPhoto, PANORAMA } from '../framing/fitPhoto'
import { spreadEvenly } from '../timing/shareTime'
import { subjectOf } from '../framing/subject'
import type { StyleDirection } from '../styles/StyleDirection'
import type { Size } from '../framing/view'

/** What stands on the stage together: one photo, or a few side by side. */
export interface Group {
  readonly members: readonly { readonly candidate: Candidate; readonly area: Box }[]
  /** Of the film, from 0. */
  readonly chapter: number
  /** Has it been shown before? */
  readonly isAgain: boolean
  /** The words of a title card, whose ground its only member is; null for photos. */
  readonly card: TitleCard | null
}

/** A paired photo loses no more than this of itself. */
const MOST_HIDDEN_OF_PAIRED = 0.36
/** Every so many groups of three where the style has them: the others are pairs. */
const THREES = 3

/**
 * Puts neighbours together that would each be shown on a blurred ground alone: portraits side by side on a wide stage, wide
 * photos above each other on a tall one. Photos with a caption stand alone, and nobody's decision is lost in a group. Never so many that fewer than
 * `leastGroups` are left: a film of two photos is not one picture.
 */
export function groupPanels(
  chapters: readonly (readonly Candidate[])[],
  stage: Size,
  direction: StyleDirection,
  leastGroups: number,
): Group[] {
  const proposals = chapters.flatMap((chapter, index) => proposeGroups(chapter, index, stage, direction))
  const photos = chapters.reduce((sum, chapter) => sum + chapter.length, 0)
  const joined = proposals.filter(({ members }) => members.length > 1)
  const saved = joined.reduce((sum, { members }) => sum + members.length - 1, 0)
  const room = Math.max(0, photos - leastGroups)
  const allowed = saved <= room ? joined.length : Math.floor((joined.length * room) / saved)
  const together = new Set(allowed > 0 ? spreadEvenly(joined, allowed) : [])
  return proposals.flatMap((group) =>
    group.members.length === 1 || together.has(group)
      ? [group]
      : group.members.map(({ candidate }) => alone(candidate, group.chapter)),
  )
}

const alone = (candidate: Candidate, chapter: number): Group => ({
  members: [{ candidate, area: WHOLE_STAGE }],
  chapter,
  isAgain: false,
  card: null,
})

function proposeGroups(
  chapter: readonly Candidate[],
  chapterIndex: number,
  stage: Size,
  direction: StyleDirection,
): Group[] {
  const groups: Group[] = []
  let joined = 0
  for (let at = 0; at < chapter.length;) {
    const isThree = direction.mostPanels === 3 && joined % THREES === THREES - 1
    const group = (isThree ? [3, 2] : [2])
      .filter((count) => count <= direction.mostPanels)
      .map((count) => join(chapter.slice(at, at + count), count, chapterIndex, stage, direction))
      .find((found) => found !== null)
    const next = chapter[at]
    if (!next) break
    groups.push(group ?? alone(next, chapterIndex))
    joined += group ? 1 : 0
    at += group?.members.length ?? 1
  }
  return groups
}

function join(
  candidates: readonly Candidate[],
  count: number,
  chapter: number,
  stage: Size,
  direction: StyleDirection,
): Group | null {
  if (candidates.length < count || !mayStandTogether(candidates)) return null
  const areas = areasOf(count, stage, direction.panelGap)
  const members = candidates.flatMap((candidate, index) => {
    const area = areas[index]
    return area && mayStandIn(candidate, area, stage, direction) ? [{ candidate, area }] : []
  })
  return members.length === count ? { members, chapter, isAgain: false, card: null } : null
}

/** What is decided about the time, the transition and the card before a photo is about the shot that it begins. */
const mayStandTogether = (candidates: readonly Candidate[]): boolean =>
  candidates.every((candidate, index) => {
    const { holdSeconds, entrance, card } = directionOf(candidate)
    const isFirst = index === 0
    const isLast = index === candidates.length - 1
    if (!isFirst && (holdSeconds !== null || entrance !== null || card?.side === 'before')) return false
    return isLast || card?.side !== 'after'
  })

/** Does a photo need company, and does it fill its part of the stage? */
function mayStandIn(candidate: Candidate, area: Box, stage: Size, direction: StyleDirection): boolean {
  const { photo, caption } = candidate
  const aspect = photo.width / photo.height
  if (caption !== '' || aspect >= PANORAMA || aspect <= 1 / PANORAMA) return false
  const seen = subjectOf(photo.analysis, null)
  // Where the person looks decides what fits, but not who stands with whom: else a drag would tear a pair apart.
  const wanted = subjectOf(photo.analysis, directionOf(candidate).focus)
  const pixels = { width: area.width * stage.width, height: area.height * stage.height }
  return (
    fitPhoto(photo, stage, seen, direction.mostHidden).fit === 'contain' &&
    fitPhoto(photo, pixels, wanted, MOST_HIDDEN_OF_PAIRED).fit === 'cover'
  )
}

/** Equal parts of the stage, beside each other where it is wide, else above each other, with `gap` of its width between. */
function areasOf(count: number, stage: Size, gap: number): Box[] {
  const isWide = stage.width >= stage.height
  const between = isWide ? gap : (gap * stage.width) / stage.height
  const length = (1 - between * (count - 1)) / count
  return Array.from({ length: count }, (_, index) => {
    const start = Math.min(1 - length, index * (length + between))
    return isWide
      ? { x: start, y: 0, width: length, height: 1 }
      : { x: 0, y: start, width: 1, height: length }
  })
}
