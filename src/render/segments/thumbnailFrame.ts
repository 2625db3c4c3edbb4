import type { Storyboard } from '@/domain/storyboard'

/** A third into the film, in the middle of the time that a shot stands alone on screen. */
export function thumbnailFrame({ shots, frameCount }: Storyboard): number {
  const target = Math.floor(frameCount / 3)
  const index = shots.findLastIndex(({ startFrame }) => startFrame <= target)
  const shot = shots[index]
  if (!shot) return target
  const alone = shot.startFrame + shot.transition.frames
  const until = shots[index + 1]?.startFrame ?? shot.endFrame
  return Math.min(frameCount - 1, Math.floor((alone + Math.max(alone, until)) / 2))
}
