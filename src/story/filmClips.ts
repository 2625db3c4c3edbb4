import type { Storyboard } from '@/domain/storyboard'

/** The time a photo has in the film, cut in the middle of its dissolves. */
export type Clip = { photoId: string; startSeconds: number; endSeconds: number }

/**
 * A film as clips end to end, from 0 to its length, each of one photo. Photos that stand on the stage together share its
 * time, one after the other. A photo can have several clips, or none.
 */
export function filmClips({ shots, frameCount, fps }: Storyboard): Clip[] {
  const starts = shots.map(({ startFrame, transition }) => startFrame + Math.floor(transition.frames / 2))
  return shots.flatMap(({ panels }, index) => {
    const start = (starts[index] ?? 0) / fps
    const end = (starts[index + 1] ?? frameCount) / fps
    const at = (turn: number) =>
      turn === panels.length ? end : start + ((end - start) * turn) / panels.length
    return panels.map(({ photoId }, turn) => ({ photoId, startSeconds: at(turn), endSeconds: at(turn + 1) }))
  })
}

/** The clip that is on screen at a moment; the last one at the end. */
export const clipAt = (clips: readonly Clip[], seconds: number): Clip | undefined =>
  clips.findLast(({ startSeconds }) => startSeconds <= seconds) ?? clips[0]
