import type { BeatGrid, Mood } from '@/domain/music'
import { seededRandom } from './random'
import { MOOD_TEMPOS } from './tempos'

/**
 * The beats of the score of a film, known before its pictures are cut. The tempo lies in the mood's range, chosen so
 * that the film is a whole number of bars; only films of very few bars leave the range. Pure.
 * @param seconds the film's exact length, `frameCount / fps`
 */
export function beatGridOf(mood: Mood, seed: number, seconds: number): BeatGrid {
  const { slowest, fastest, beatsPerBar } = MOOD_TEMPOS[mood]
  const wanted = slowest + (fastest - slowest) * seededRandom(`${mood} ${seed} tempo`)()
  const barsAtWanted = (seconds * wanted) / 60 / beatsPerBar
  const fewest = Math.max(1, Math.floor(barsAtWanted))
  // Of the two numbers of bars around the wish the one that bends the tempo less, in musical terms: as a ratio.
  const bars = barsAtWanted / fewest < (fewest + 1) / barsAtWanted ? fewest : fewest + 1
  return { firstBeatSeconds: 0, secondsPerBeat: seconds / (bars * beatsPerBar), beatsPerBar }
}
