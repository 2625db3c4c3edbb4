import { dynamics, plays, type PartContext } from './harmonyParts'
import type { DrumLayer, MoodPlan } from './moods/mood'
import { seededRandom } from './random'

const STRENGTH: Readonly<Record<string, number>> = { X: 1, x: 0.76, o: 0.48 }

/** A drum's pattern in each bar, four steps to a beat: X loud, x less, o soft; its fill where a phrase turns to the next. */
export function playDrum(layer: DrumLayer, { form, beatsPerBar, performer, seed }: PartContext): void {
  const random = seededRandom(`${seed} ${layer.instrument} drum`)
  form.bars.forEach((bar, index) => {
    if (!plays(layer, bar)) return
    const isTurn =
      bar.inPhrase === bar.phrase.bars - 1 && (bar.phrase.isAnswer || form.bars[index + 1]?.phrase.isArrival)
    const pattern = isTurn ? (layer.fill ?? layer.pattern) : layer.pattern
    Array.from(pattern).forEach((letter, step) => {
      const strength = STRENGTH[letter]
      if (strength === undefined) return
      // Soft notes are the ones a drummer leaves out at times.
      if (strength < 0.5 && !isTurn && random() < 0.12) return
      const rising = isTurn && layer.fill ? 0.8 + (0.3 * step) / pattern.length : 1
      performer.play(
        layer.instrument,
        bar.index * beatsPerBar + step / 4,
        1,
        60,
        layer.level * dynamics(bar) * strength * rising,
      )
    })
  })
}

/**
 * What leads into chapters and marks their beginning: swells end, and drums strike, exactly there.
 * @param swellSeconds beginnings of chapters
 */
export function playArrivals(plan: MoodPlan, context: PartContext, swellSeconds: readonly number[]): void {
  const { form, beatsPerBar, performer } = context
  const barSeconds = performer.secondsAt(beatsPerBar) - performer.secondsAt(0)
  const arrive = (at: number, weight: number) => {
    const strength = weight * plan.arrivalLevel
    for (const instrument of plan.arrival) {
      const isGrowing = instrument === 'cymbalSwell' || instrument === 'riser'
      const seconds = Math.min(at, Math.max(1.6, barSeconds * (barSeconds > 2.6 ? 1 : 2)))
      if (isGrowing) performer.place(instrument, at - seconds, seconds, 0.8 * strength)
      else performer.place(instrument, at, 4, 0.8 * strength)
    }
  }
  for (const at of swellSeconds) arrive(at, 1)
  form.bars.forEach((bar, index) => {
    const before = form.bars[index - 1]
    if (!before || bar.inPhrase > 0 || bar.intensity - before.intensity < 0.13) return
    const at = performer.secondsAt(bar.index * beatsPerBar)
    if (swellSeconds.every((other) => Math.abs(other - at) > barSeconds * 2))
      arrive(at, 0.45 + bar.intensity * 0.3)
  })
}
