import type { Soundtrack } from '@/domain/storyboard'
import { gridOf } from './soundtrack'

/** The beat of a film's music nearest to a moment, in seconds; null without beats. */
export function nearestBeat(soundtrack: Soundtrack, seconds: number): number | null {
  const grid = gridOf(soundtrack)
  if (!grid) return null
  const { firstBeatSeconds, secondsPerBeat } = grid
  const beat = Math.max(0, Math.round((seconds - firstBeatSeconds) / secondsPerBeat))
  return firstBeatSeconds + beat * secondsPerBeat
}
