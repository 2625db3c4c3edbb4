import type { BeatGrid } from '@/domain/music'
import { cutOnBeats, type CutOn } from './cutOnBeats'
import { fixTimes } from './fixTimes'
import type { FilmWishes } from '../filmWishes'
import { EVERYBODY, isCrowded, onBeats, opensChapter, pacesOf, type Pace } from './pace'
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

/**
 * Shares the film's time among its groups, exactly, each as long as it takes to see and, if there is time, to read. What a
 * person has decided stays as it is while the others can give way.
 */
export function timeGroups(
  { groups, chapters }: Selection,
  { title, fps }: FilmWishes,
  direction: StyleDirection,
  frameCount: number,
  grid: BeatGrid | null,
): GroupTime[] {
  const hasTitle =
    title.trim() !== '' && !groups[0]?.card && !isCrowded(groups.length, frameCount / fps, direction)
  const paces = pacesOf(groups, { hasTitle, chapters: chapters.length }, direction)
  const fixed = fixTimes(paces, direction.leastPhotoSeconds, frameCount, fps)
  const openFrames = frameCount - sum(fixed.map((frames) => frames ?? 0))
  const open = openTimes(
    paces.filter((_, index) => fixed[index] === null),
    openFrames,
    fps,
    grid,
  )
  let turn = 0
  const lengths = fixed.map((frames) => {
    if (frames !== null) return { wanted: frames, floor: frames, comfortable: 0 }
    return open[turn++] ?? { wanted: 1, floor: 1, comfortable: 0 }
  })
  let end = 0
  const ends = lengths.map(({ wanted }) => (end += wanted))
  const cuts = cutOnBeats(
    ends,
    lengths.map(({ floor }) => floor),
    grid,
    direction.cutsOn,
    fps,
    fixed.map((frames) => frames !== null),
  )
  return cuts.map(({ frame, on }, index) => {
    const beginFrame = cuts[index - 1]?.frame ?? 0
    const comfortable = Math.round((paces[index]?.comfortable ?? 0) * fps)
    return {
      beginFrame,
      endFrame: frame,
      endsOn: on,
      opensChapter: opensChapter(groups, index),
      isReadable: frame - beginFrame >= Math.max(comfortable, lengths[index]?.comfortable ?? 0),
    }
  })
}

interface OpenTime {
  readonly wanted: number
  readonly floor: number
  readonly comfortable: number
}

/** Of groups whose time is open: what each has, together `frameCount`, and what it has at least when cuts are moved. */
function openTimes(
  paces: readonly Pace[],
  frameCount: number,
  fps: number,
  grid: BeatGrid | null,
): OpenTime[] {
  const frames = (seconds: number) => Math.round(seconds * fps)
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
  const ends = shareTime(wanted, least, frameCount)
  return least.map((length, index) => {
    // Where there is no time to read everything, a cut on the beat is worth a moment of it.
    const spared = squeeze < 1 ? squeeze : EVERYBODY
    const bareFrames = Math.floor((paces[index]?.bare ?? 0) * fps * spared)
    return {
      wanted: (ends[index] ?? 0) - (ends[index - 1] ?? 0),
      floor: isReadable ? length : Math.max(1, Math.min(length, Math.max(bareFrames, length - beat))),
      comfortable: comfortable[index] ?? 0,
    }
  })
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
