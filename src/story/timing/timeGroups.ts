import type { BeatGrid } from '@/domain/music'
import { cutOnBeats, type CutOn } from './cutOnBeats'
import type { FilmWishes } from '../filmWishes'
import { paceOf } from './pace'
import type { Selection } from '../choice/selectGroups'
import { leastTimes, shareTime } from './shareTime'
import type { StyleDirection } from '../styles/StyleDirection'

/** The time of a group of photos, transitions cut in their middle. */
export interface GroupTime {
  readonly beginFrame: number
  readonly endFrame: number
  readonly endsOn: CutOn
  readonly opensChapter: boolean
  /** Does its caption have the time it takes to read it? */
  readonly isReadable: boolean
}

/** Shares the film's time among its groups, exactly, each as long as it takes to see and, if there is time, to read. */
export function timeGroups(
  { groups, chapters }: Selection,
  { title, fps }: FilmWishes,
  direction: StyleDirection,
  frameCount: number,
  grid: BeatGrid | null,
): GroupTime[] {
  const frames = (seconds: number) => Math.round(seconds * fps)
  const opensChapter = groups.map(
    ({ chapter, isAgain }, index) => !isAgain && chapter !== (groups[index - 1]?.chapter ?? 0),
  )
  const titleSeconds = title.trim() === '' ? 0 : direction.titleStartSeconds + direction.titleSeconds
  const hasCards = chapters.length > 1
  const paces = groups.map((group, index) => {
    // The first chapter's card waits for the film's title, and comes over the second picture.
    const hasCard = (opensChapter[index] ?? false) || (hasCards && index === (titleSeconds > 0 ? 1 : 0))
    return paceOf(
      group,
      direction,
      (index === 0 ? titleSeconds : 0) + (hasCard ? direction.chapterSeconds : 0),
    )
  })
  // Where a person keeps more than the style would show, everything is shown as long as there is time for all.
  const bareSum = paces.reduce((sum, { bare }) => sum + bare, 0)
  const squeeze = Math.min(1, frameCount / fps / bareSum)
  const bare = paces.map((pace) => Math.max(1, Math.floor(pace.bare * fps * squeeze)))
  const comfortable = paces.map((pace, index) => Math.max(bare[index] ?? 1, frames(pace.comfortable)))
  const least = leastTimes(bare, comfortable, frameCount)
  const wanted = paces.map((pace) => frames(pace.wanted))
  const cuts = cutOnBeats(shareTime(wanted, least, frameCount), least, grid, direction.cutsOn, fps)
  return cuts.map(({ frame, on }, index) => {
    const beginFrame = cuts[index - 1]?.frame ?? 0
    return {
      beginFrame,
      endFrame: frame,
      endsOn: on,
      opensChapter: opensChapter[index] ?? false,
      isReadable: frame - beginFrame >= (comfortable[index] ?? 0),
    }
  })
}
