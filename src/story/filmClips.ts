import type { Storyboard } from '@/domain/storyboard'

/** The time a photo has in the film, cut in the middle of its dissolves. */
export type Clip = { photoId: string; startSeconds: number; endSeconds: number }

/** A film as clips end to end, from 0 to its length, each named by its first photo. A photo can have several, or none. */
export function filmClips({ shots, frameCount, fps }: Storyboard): Clip[] {
  const starts = shots.map(({ startFrame, transition }) => startFrame + Math.floor(transition.frames / 2))
  return shots.map(({ panels }, index) => ({
    photoId: panels[0]?.photoId ?? '',
    startSeconds: (starts[index] ?? 0) / fps,
    endSeconds: (starts[index + 1] ?? frameCount) / fps,
  }))
}

/** The clip that is on screen at a moment; the last one at the end. */
export const clipAt = (clips: readonly Clip[], seconds: number): Clip | undefined =>
  clips.findLast(({ startSeconds }) => startSeconds <= seconds) ?? clips[0]
