import { nearestPitch, wrap } from './chords'
import type { Bar } from './form'
import type { MoodPlan } from './moods/mood'
import { seededRandom } from './random'

/** Beats count from the beginning of the piece. */
export interface MelodyNote {
  readonly beat: number
  readonly beats: number
  readonly pitch: number
  /** 0..1: how much it is meant. */
  readonly weight: number
}

interface Motif {
  /** Two bars: onsets in beats from its beginning. */
  readonly onsets: readonly number[]
  /** Steps of the scale from note to note. */
  readonly steps: readonly number[]
}

/** Semitones that a second telling may begin above or below. */
const LIFTS = [-3, 3, 4, 5]
const MAJOR = [0, 2, 4, 5, 7, 9, 11]
const MINOR = [0, 2, 3, 5, 7, 8, 10]

/**
 * Sings one phrase. The theme of its period is a motif of two bars, told twice: the second time from another place, at
 * the end of an answer turned into a cadence. Accented notes belong to the chord, the others lead there by step.
 * @param bars the phrase's bars @param before the last pitch sung
 */
export function singPhrase(
  plan: MoodPlan,
  seed: string,
  tonic: number,
  beatsPerBar: number,
  bars: readonly Bar[],
  range: { readonly lowest: number; readonly highest: number },
  before: number | null,
): MelodyNote[] {
  const [first] = bars
  if (!first) return []
  const { phrase } = first
  // Themes come back every second period, so that one remembers them; bridges have their own.
  const theme = phrase.isBridge
    ? `bridge ${phrase.period}`
    : `theme ${phrase.period % 2} ${Math.floor(phrase.period / 8)}`
  const motif = inventMotif(plan, `${seed} ${theme}`, beatsPerBar)
  const random = seededRandom(`${seed} phrase ${phrase.index}`)
  const center = (range.lowest + range.highest) / 2 + (first.intensity - 0.55) * 5
  const notes: MelodyNote[] = []
  let last = before ?? Math.round(center)
  for (let place = 0; place < bars.length; place += 2) {
    const pair = bars.slice(place, place + 2)
    const isEnd = place + 2 >= bars.length
    const told =
      isEnd && phrase.isAnswer ? cadenceOf(plan, motif, random, beatsPerBar) : vary(motif, place, random)
    const lift =
      (phrase.isAnswer ? 2 : 0) + (place === 0 ? 0 : (LIFTS[Math.floor(random() * LIFTS.length)] ?? 0))
    const from = (pair[0]?.index ?? 0) * beatsPerBar
    const end = pair.length * beatsPerBar
    const onsets = told.onsets.filter((onset) => onset < end)
    onsets.forEach((onset, index) => {
      const bar = pair[Math.floor(onset / beatsPerBar)] ?? pair[0]
      if (!bar) return
      const beats = (onsets[index + 1] ?? end) - onset
      const isAccent = onset % beatsPerBar === 0 || beats >= 1.5
      // Each telling begins somewhere else: the answer higher, the second time as a sequence.
      const target = index === 0 ? center + lift - last : (center + lift * 0.5 - last) * 0.12
      const pull = index === 0 && place > 0 ? target * 0.7 : target
      const scale = scaleOf(plan, bar, tonic)
      let pitch = moveBySteps(last, told.steps[index] ?? 0, scale) + Math.round(pull)
      pitch = isAccent
        ? nearestOf(
            bar.chord.tones.map((tone) => tone + tonic),
            pitch,
            last,
          )
        : nearestOf(scale, pitch, last)
      while (pitch > range.highest) pitch -= 12
      while (pitch < range.lowest) pitch += 12
      const arch = 1 - Math.abs((place + onset / beatsPerBar) / bars.length - 0.55)
      notes.push({ beat: from + onset, beats, pitch, weight: 0.55 + arch * 0.35 + (isAccent ? 0.1 : 0) })
      last = pitch
    })
  }
  return notes
}

function inventMotif(plan: MoodPlan, seed: string, beatsPerBar: number): Motif {
  const random = seededRandom(`${seed} motif`)
  const onsets = readRhythm(plan.rhythms[Math.floor(random() * plan.rhythms.length)] ?? '0 | 0', beatsPerBar)
  let height = 0
  let leapt = 0
  const steps = onsets.map((_, index) => {
    if (index === 0) return 0
    let step: number
    // After a leap one turns back by a step; otherwise mostly steps, now and then a third or a fourth.
    if (leapt !== 0) step = -Math.sign(leapt)
    else {
      const up = random() < 0.5 - height * 0.13
      const size = random() < 0.62 ? 1 : random() < 0.7 ? 2 : random() < 0.5 ? 3 : 0
      step = up ? size : -size
    }
    leapt = Math.abs(step) > 1 ? step : 0
    height += step
    return step
  })
  return { onsets, steps }
}

/** The motif again: the second telling may breathe, turn around or add a passing note. */
function vary({ onsets, steps }: Motif, place: number, random: () => number): Motif {
  if (place === 0) return { onsets, steps }
  const choice = random()
  if (choice < 0.3)
    return { onsets, steps: steps.map((step, index) => (index > steps.length / 2 ? -step : step)) }
  if (choice < 0.5 && onsets.length > 4) {
    const left = onsets.length - 2
    return {
      onsets: onsets.filter((_, index) => index !== left),
      steps: steps.filter((_, index) => index !== left),
    }
  }
  return { onsets, steps }
}

function cadenceOf(plan: MoodPlan, motif: Motif, random: () => number, beatsPerBar: number): Motif {
  const rhythm = plan.cadenceRhythms[Math.floor(random() * plan.cadenceRhythms.length)] ?? '0 | 0'
  const onsets = readRhythm(rhythm, beatsPerBar)
  return {
    onsets,
    steps: onsets.map((_, index) => (index < 2 ? (motif.steps[index] ?? 0) : random() < 0.75 ? -1 : 1)),
  }
}

function readRhythm(rhythm: string, beatsPerBar: number): number[] {
  return rhythm.split('|').flatMap((bar, index) => {
    const onsets = bar.trim().split(/\s+/).map(Number)
    return onsets.filter((onset) => onset < beatsPerBar).map((onset) => onset + index * beatsPerBar)
  })
}

/** The key's scale, bent where the chord is not of the key (borrowed chords, the raised seventh of a minor dominant). */
function scaleOf(plan: MoodPlan, { chord }: Bar, tonic: number): number[] {
  const scale = [...(plan.isMinor ? MINOR : MAJOR)]
  for (const tone of chord.tones) {
    if (scale.includes(tone)) continue
    const near = scale.findIndex((own) => Math.abs(own - tone) === 1 && !chord.tones.includes(own))
    if (near >= 0) scale[near] = tone
  }
  return scale.map((tone) => tone + tonic)
}

function moveBySteps(from: number, steps: number, scale: readonly number[]): number {
  const classes = new Set(scale.map(wrap))
  let pitch = from
  for (let left = Math.abs(steps); left > 0; left--) {
    do pitch += Math.sign(steps)
    while (!classes.has(wrap(pitch)))
  }
  return pitch
}

/** The pitch of these classes next to `to`; of two equally near ones that which moves less from `from`. */
function nearestOf(classes: readonly number[], to: number, from: number): number {
  let best = to
  let bestCost = Infinity
  for (const pitchClass of classes) {
    const pitch = nearestPitch(pitchClass, to)
    const cost = Math.abs(pitch - to) + Math.abs(pitch - from) * 0.1
    if (cost < bestCost) [best, bestCost] = [pitch, cost]
  }
  return best
}
