import { nearestPitch } from './chords'
import { dynamics, plays, tonicOf, type PartContext } from './harmonyParts'
import { singPhrase } from './melody'
import type { Bar } from './form'
import type { CounterLayer, MelodyLayer, MoodPlan } from './moods/mood'

/** The tune, handed on from period to period; it waits a phrase in longer pieces, and rests now and then. */
export function playMelody(layer: MelodyLayer, plan: MoodPlan, context: PartContext): number | null {
  const { form, beatsPerBar, performer, seed } = context
  let last: number | null = null
  for (const bars of phrasesOf(form.bars)) {
    const [first] = bars
    if (!first) continue
    const sounding = bars.filter((bar) => plays(layer, bar))
    // Every third bridge belongs to the others alone.
    if (sounding.length < bars.length / 2 || (first.phrase.period % 12 === 6 && !first.phrase.isAnswer))
      continue
    const instrument =
      layer.instruments[first.phrase.period % layer.instruments.length] ?? layer.instruments[0]
    if (!instrument) continue
    const low = instrument === 'soloCello' || instrument === 'horns' ? 9 : 0
    const range = { lowest: layer.lowest - low, highest: layer.highest - low }
    const tonic = tonicOf(form, first)
    const notes = singPhrase(plan, seed, tonic, beatsPerBar, bars, range, last)
    for (const { beat, beats, pitch, weight } of notes) {
      const bar = bars.find(({ index }) => beat < (index + 1) * beatsPerBar) ?? first
      if (!plays(layer, bar)) continue
      const velocity = layer.level * dynamics(bar) * (0.5 + weight * 0.55)
      performer.play(instrument, beat, Math.min(beats, beatsPerBar * 1.5) * 0.98, pitch, velocity)
      const doubled = layer.doubledBy
      if (doubled && bar.intensity >= doubled.from && doubled.instrument !== instrument) {
        const other = pitch + low * (doubled.octaves >= 0 ? 12 / 9 : 0) + doubled.octaves * 12
        performer.play(doubled.instrument, beat, beats * 0.98, Math.round(other), velocity * 0.68)
      }
      last = pitch
    }
  }
  return last
}

/** Long notes under or over the tune: the nearest chord tone that moves, against the bass where it can. */
export function playCounter(layer: CounterLayer, { form, beatsPerBar, performer }: PartContext): void {
  let pitch = Math.round((layer.lowest + layer.highest) / 2)
  let bassBefore = 0
  for (const bar of form.bars) {
    if (!plays(layer, bar)) continue
    const tonic = tonicOf(form, bar)
    const bass = bar.chord.bass + tonic
    const direction = bass >= bassBefore ? -1 : 1
    bassBefore = bass
    // Thirds and sevenths tell the harmony; the root is already in the bass.
    const tones = bar.chord.tones.slice(1).map((tone) => nearestPitch(tone + tonic, pitch + direction))
    const inRange = tones.filter((tone) => tone >= layer.lowest && tone <= layer.highest)
    pitch = inRange.reduce(
      (best, tone) => (Math.abs(tone - pitch) < Math.abs(best - pitch) ? tone : best),
      inRange[0] ?? pitch,
    )
    const beat = bar.index * beatsPerBar
    const velocity = layer.level * dynamics(bar)
    const passing = nearestPitch(bar.chord.root + tonic + 7, pitch)
    if (
      bar.inPhrase % 2 === 1 &&
      passing !== pitch &&
      beatsPerBar > 3 &&
      passing >= layer.lowest &&
      passing <= layer.highest
    ) {
      performer.play(layer.instrument, beat, 2, pitch, velocity)
      performer.play(layer.instrument, beat + 2, beatsPerBar - 2, passing, velocity * 0.9)
      pitch = passing
    } else performer.play(layer.instrument, beat, beatsPerBar, pitch, velocity)
  }
}

function phrasesOf(bars: readonly Bar[]): Bar[][] {
  const phrases: Bar[][] = []
  for (const bar of bars) (phrases[bar.phrase.index] ??= []).push(bar)
  return phrases
}
