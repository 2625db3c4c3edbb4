import type { BeatGrid } from '@/domain/music'
import { cutOnBeats, type CutOn } from './cutOnBeats'
import type { FilmWishes } from '../filmWishes'
import { EVERYBODY, isCrowded, onBeats, opensChapter, pacesOf } from './pace'
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
  const hasTitle = title.trim() !== '' && !isCrowded(groups.length, frameCount / fps, direction)
  const paces = pacesOf(groups, { hasTitle, chapters: chapters.length }, direction)
  // Where a person keeps more than the style would show, everything is shown as long as there is time for all.
  const beats = paces.map((pace) => onBeats(pace.bare, grid))
  const hasBeats = sum(beats) <= frameCount / fps
  const bareSeconds = hasBeats ? beats : paces.map((pace) => pace.bare)
  const squeeze = Math.min(1, frameCount / fps / sum(bareSeconds))
  const bare = bareSeconds.map((seconds) => Math.max(1, Math.floor(seconds * fps * squeeze)))
  const comfortable = paces.map((pace, index) => Math.max(bare[index] ?? 1, frames(pace.comfortable)))
  const least = leastTimes(bare, comfortable, frameCount)
  const wanted = paces.map((pace) => frames(pace.wanted))
  const beat = grid ? frames(grid.secondsPerBeat) : 0
  const isReadable = sum(comfortable) + (beat / 2) * paces.length <= frameCount
  // Where there is no time to read everything, a cut on the beat is worth a moment of it.
  const floor = least.map((length, index) => {
    const spared = squeeze < 1 ? squeeze : EVERYBODY
    const bareFrames = Math.floor((paces[index]?.bare ?? 0) * fps * spared)
    return isReadable ? length : Math.max(1, Math.min(length, Math.max(bareFrames, length - beat)))
  })
  const cuts = cutOnBeats(shareTime(wanted, least, frameCount), floor, grid, direction.cutsOn, fps)
  return cuts.map(({ frame, on }, index) => {
    const beginFrame = cuts[index - 1]?.frame ?? 0
    return {
      beginFrame,
      endFrame: frame,
      endsOn: on,
      opensChapter: opensChapter(groups, index),
      isReadable: frame - beginFrame >= (comfortable[index] ?? 0),
    }
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
