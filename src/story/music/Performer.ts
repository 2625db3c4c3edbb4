import type { BeatGrid } from '@/domain/music'
import type { Instrument, ScoreNote } from '@/domain/score'
import { seededRandom } from './random'

/** How far from the beat players of an instrument land, as a standard deviation in seconds. */
const LOOSENESS: Partial<Record<Instrument, number>> = {
  kick: 0.0015,
  snare: 0.002,
  clap: 0.003,
  hat: 0.0025,
  shaker: 0.003,
  sub: 0.002,
  bass: 0.003,
  pluck: 0.001,
  strings: 0.012,
  airPad: 0.012,
  choir: 0.014,
}
const USUAL_LOOSENESS = 0.0055

/**
 * Plays what the composer writes as people would: a little early or late, never twice as loud, off-beats swung.
 * Beats count from the grid's first one; notes become seconds of the film.
 */
export class Performer {
  readonly notes: ScoreNote[] = []
  readonly #grid: BeatGrid
  readonly #seconds: number
  readonly #swing: number
  readonly #random: () => number

  constructor(grid: BeatGrid, seconds: number, swing: number, seed: string) {
    this.#grid = grid
    this.#seconds = seconds
    this.#swing = swing
    this.#random = seededRandom(`${seed} performance`)
  }

  /** @param velocity 0..1, humanised by about a tenth @param lateSeconds on purpose: strums */
  play(
    instrument: Instrument,
    beat: number,
    beats: number,
    pitch: number,
    velocity: number,
    lateSeconds = 0,
  ): void {
    const loose = (LOOSENESS[instrument] ?? USUAL_LOOSENESS) * this.#gaussian()
    const start = Math.max(0, this.secondsAt(this.#swung(beat)) + loose + lateSeconds)
    const end = Math.min(this.secondsAt(this.#swung(beat + beats)), this.#seconds)
    if (end - start < 0.02) return
    const played = Math.min(1, Math.max(0.03, velocity * (1 + 0.07 * this.#gaussian())))
    this.notes.push({ instrument, startSeconds: start, seconds: end - start, pitch, velocity: played })
  }

  /** Exactly there, as written. */
  place(instrument: Instrument, startSeconds: number, seconds: number, velocity: number): void {
    const start = Math.max(0, startSeconds)
    const cut = Math.min(seconds - (start - startSeconds), this.#seconds - start)
    if (cut > 0.05) this.notes.push({ instrument, startSeconds: start, seconds: cut, pitch: 60, velocity })
  }

  secondsAt(beat: number): number {
    return this.#grid.firstBeatSeconds + beat * this.#grid.secondsPerBeat
  }

  #swung(beat: number): number {
    const inBeat = beat - Math.floor(beat)
    // Eighths off the beat come late; sixteenths are moved along in proportion.
    return beat + this.#swing * (1 - Math.abs(inBeat - 0.5) * 2)
  }

  #gaussian(): number {
    return (this.#random() + this.#random() + this.#random() + this.#random() - 2) * 1.73
  }
}
