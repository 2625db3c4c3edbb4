import { readChord, type Chord } from './chords'
import type { MoodPlan } from './moods/mood'
import { seededRandom } from './random'

/** One bar of the piece. */
export interface Bar {
  readonly index: number
  readonly chord: Chord
  /** 0..1: how many play, and how loudly. */
  readonly intensity: number
  /** The phrase it belongs to: four bars as a rule, seven at most. */
  readonly phrase: Phrase
  /** Its place in the phrase. */
  readonly inPhrase: number
}

export interface Phrase {
  readonly index: number
  readonly firstBar: number
  readonly bars: number
  /** A period is a phrase and its answer: the same theme, the answer ends in a cadence. */
  readonly period: number
  readonly isAnswer: boolean
  readonly isBridge: boolean
  /** Begins a chapter of the film. */
  readonly isArrival: boolean
  /** Counts the key's changes; semitones above the first key. */
  readonly transposition: number
}

export interface Form {
  readonly tonic: number
  /** All bars but the last ones. */
  readonly bars: readonly Bar[]
  /** Where the last chord is struck; it rings to the end. */
  readonly lastChordBar: number
  readonly lastChord: Chord
  readonly lastTransposition: number
}

/** Longer pieces are told in arcs of about so many bars, each with its own rise. */
const ARC_BARS = 40

/**
 * Plans a piece of `barCount` bars: phrases within the chapters, their chords, how it rises and rests, and the last
 * chord on the tonic. @param swellBars bars that begin chapters
 */
export function planForm(
  plan: MoodPlan,
  seed: string,
  barCount: number,
  barSeconds: number,
  swellBars: readonly number[],
): Form {
  const random = seededRandom(`${seed} form`)
  const ringing = barCount > 8 && barSeconds < 2.6 ? 2 : 1
  const lastChordBar = Math.max(1, barCount - ringing)
  const phrases = planPhrases(lastChordBar, swellBars, random)
  const offset = Math.floor(random() * 97)
  const bars = phrases.flatMap((phrase) => {
    const chords = phraseChords(plan, phrase, offset, phrase === phrases.at(-1))
    return chords.map((symbol, inPhrase): Bar => {
      const index = phrase.firstBar + inPhrase
      const intensity = intensityOf(index, phrase, lastChordBar)
      return { index, chord: readChord(symbol), intensity, phrase, inPhrase }
    })
  })
  return {
    tonic: plan.tonics[Math.floor(random() * plan.tonics.length)] ?? 0,
    bars,
    lastChordBar,
    lastChord: readChord(plan.lastChord),
    lastTransposition: phrases.at(-1)?.transposition ?? 0,
  }
}

function planPhrases(barCount: number, swellBars: readonly number[], random: () => number): Phrase[] {
  const starts = [0, ...new Set(swellBars.filter((bar) => bar > 0 && bar < barCount))]
  starts.sort((a, b) => a - b)
  const phrases: Phrase[] = []
  let period = 0
  let transposition = 0
  let barsInKey = 0
  for (const [chapter, start] of starts.entries()) {
    const lengths = splitBars((starts[chapter + 1] ?? barCount) - start)
    let firstBar = start
    lengths.forEach((bars, place) => {
      const isAnswer = place % 2 === 1
      if (!isAnswer && phrases.length > 0) period++
      // A step up where a new part begins keeps a long film from standing still; down again when it is too high.
      if (!isAnswer && barsInKey >= 48) {
        transposition = transposition >= 4 ? -1 : transposition + (random() < 0.6 ? 2 : 3)
        barsInKey = 0
      }
      barsInKey += bars
      const isBridge = period % 4 === 2
      const isArrival = place === 0 && chapter > 0
      phrases.push({
        index: phrases.length,
        firstBar,
        bars,
        period,
        isAnswer,
        isBridge,
        isArrival,
        transposition,
      })
      firstBar += bars
    })
  }
  return phrases
}

/** Fours, the last one up to seven, so that no odd bar stands alone. */
function splitBars(bars: number): number[] {
  if (bars < 8) return [bars]
  const fours = Math.floor(bars / 4)
  return Array.from({ length: fours }, (_, index) => (index === fours - 1 ? 4 + (bars % 4) : 4))
}

/** A phrase's chords: half of its period's eight, stretched or cut to its length, the piece's last bars a cadence. */
function phraseChords(plan: MoodPlan, phrase: Phrase, offset: number, isLast: boolean): string[] {
  const periods = phrase.isBridge ? plan.bridges : plan.themes
  // A theme stays for two periods before another one comes.
  const theme = (periods[(offset + Math.floor(phrase.period / 4)) % periods.length] ?? '').split(' ')
  const half = phrase.isAnswer ? theme.slice(4) : theme.slice(0, 4)
  const cadence = plan.cadence.split(' ')
  const chords = half.slice(0, phrase.bars)
  while (chords.length < phrase.bars) {
    const missing = phrase.bars - chords.length
    chords.push(missing > cadence.length ? (half[1] ?? '') : (cadence[cadence.length - missing] ?? ''))
  }
  if (isLast) chords.splice(-Math.min(2, chords.length), 2, ...cadence.slice(-Math.min(2, chords.length)))
  return chords
}

/** Rises from a quiet beginning to its height at four fifths, with a breath in between; a little every phrase too. */
function intensityOf(bar: number, phrase: Phrase, bars: number): number {
  const arcs = Math.max(1, Math.round(bars / ARC_BARS))
  const place = (bar / bars) * arcs
  const arc = Math.min(arcs - 1, Math.floor(place))
  const inArc = place - arc
  // Later arcs begin higher; the first bars of a short film have no time to be that quiet.
  const low = arc === 0 ? (bars < 10 ? 0.36 : 0.24) : 0.42
  const points: readonly (readonly [number, number])[] = [
    [0, low],
    [0.14, low + 0.14],
    [0.34, 0.62],
    [0.5, 0.72],
    [0.56, 0.5],
    [0.68, 0.78],
    [0.8, 1],
    [0.93, 0.92],
    [1, arc === arcs - 1 ? 0.55 : 0.6],
  ]
  const height = 0.86 + (0.14 * (arc + 1)) / arcs
  const inPhrase = (bar - phrase.firstBar) / Math.max(1, phrase.bars) - 0.5
  // A chapter arrives with more than was there.
  const arrival = phrase.isArrival && bar - phrase.firstBar < 4 ? 0.2 : 0
  return Math.max(
    0,
    Math.min(1, between(points, stepped(inArc, bars / arcs)) * height + inPhrase * 0.06 + arrival),
  )
}

/** Players come and go with the phrases, not in the middle of a bar's thought: in steps of about two bars. */
function stepped(inArc: number, bars: number): number {
  const steps = Math.max(1, Math.round(bars / 2))
  return (Math.floor(inArc * steps + 1e-9) + 0.5) / steps
}

function between(points: readonly (readonly [number, number])[], at: number): number {
  const next = points.findIndex(([x]) => x > at)
  const [x1, y1] = points[next] ?? points.at(-1) ?? [1, 0]
  const [x0, y0] = points[next - 1] ?? [0, y1]
  return x1 === x0 ? y1 : y0 + ((y1 - y0) * (Math.min(at, x1) - x0)) / (x1 - x0)
}
