import type { Storyboard } from '@/domain/storyboard'
import { segmentFrames } from './segmentKey'

/** `found` of the frames that are done were there before. */
export interface DoneFrames {
  readonly done: number
  readonly found: number
}

/**
 * How far a film is.
 * @param keys of its segments, in their order
 * @param kept keys of those that need not be made any more; `made`: of these, those that were made for this film
 * @param framesInWork painted frames of segments that are not kept yet; less than none after an encoder has failed
 */
export function doneFrames(
  storyboard: Storyboard,
  keys: readonly string[],
  kept: ReadonlySet<string>,
  made: ReadonlySet<string>,
  framesInWork: number,
): DoneFrames {
  let done = 0
  let found = 0
  keys.forEach((key, index) => {
    if (!kept.has(key)) return
    const { startFrame, endFrame } = segmentFrames(storyboard, index)
    done += endFrame - startFrame
    if (!made.has(key)) found += endFrame - startFrame
  })
  return { done: Math.min(storyboard.frameCount, done + Math.max(0, framesInWork)), found }
}
