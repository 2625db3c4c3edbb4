import type { Group } from '../choice/groupPanels'
import { leastSecondsOf } from '../choice/selectGroups'
import { PANORAMA } from '../framing/fitPhoto'
import type { StyleDirection } from '../styles/StyleDirection'

/** Reading speed for captions, the time before the reader has found them included. */
const READING_SECONDS = 1.5
const READING_SECONDS_PER_CHARACTER = 0.06
/** A further photo of a group, and a panorama, ask for so much more of a photo's time. */
const FURTHER_PANEL = 0.35
const ALONG_PANORAMA = 1.3
/** A very good photo stays this much longer than a plain one, a poor one as much shorter. */
const SCORE_WEIGHT = 0.4

/** Seconds it takes to read a caption; 0 without one. */
export const readingSeconds = (caption: string): number =>
  caption === '' ? 0 : READING_SECONDS + caption.length * READING_SECONDS_PER_CHARACTER

/** The time of a group, in seconds. */
export interface Pace {
  /** No less than this. */
  readonly bare: number
  /** With this its texts can be read. */
  readonly comfortable: number
  readonly wanted: number
}

/** @param cardSeconds how long the film's title or a chapter's card keeps the group's own caption waiting; 0 without one */
export function paceOf(group: Group, direction: StyleDirection, cardSeconds: number): Pace {
  const reading = group.isAgain
    ? 0
    : Math.max(...group.members.map(({ candidate }) => readingSeconds(candidate.caption)))
  const transition = Math.max(
    direction.chapterTransition.seconds,
    ...direction.transitions.map(({ seconds }) => seconds),
  )
  const bare = leastSecondsOf(group, direction)
  const texts = reading + cardSeconds
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
  return { bare, comfortable, wanted: Math.max(seconds, comfortable + (texts > 0 ? 1 : 0)) }
}
