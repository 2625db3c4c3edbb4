import type { Storyboard } from '@/domain/storyboard'

/**
 * The film when one shot's photo cannot be read: the next shot comes in its place and stays longer; at the end the shot
 * before it rests on its last framing. Shots already on screen move as they did. Null when no shot is left.
 */
export function withoutShot(storyboard: Storyboard, index: number): Storyboard | null {
  const gone = storyboard.shots[index]
  if (!gone) throw new RangeError(`no shot ${index}`)
  const before = storyboard.shots.slice(0, index)
  const [next, ...after] = storyboard.shots.slice(index + 1)
  const previous = before.at(-1)
  const overlays = storyboard.overlays.filter(
    ({ photoId, startFrame, endFrame }) =>
      !gone.panels.some((panel) => panel.photoId === photoId) ||
      startFrame >= gone.endFrame ||
      endFrame <= gone.startFrame,
  )
  if (next) {
    const early = { ...next, startFrame: gone.startFrame, transition: gone.transition }
    return { ...storyboard, overlays, shots: [...before, early, ...after] }
  }
  if (!previous) return null
  return {
    ...storyboard,
    overlays,
    shots: [...before.slice(0, -1), { ...previous, endFrame: gone.endFrame }],
  }
}
