import type { Instrument } from '@/domain/score'

/**
 * One layer of an arrangement. It plays in bars whose intensity (0..1) lies in `from..to`; `level` scales its velocity.
 */
interface LayerBase {
  readonly from: number
  readonly to?: number
  readonly level: number
}
/** Held chords, voice-led. `rebow` repeats a chord that stays, each bar. */
export interface PadLayer extends LayerBase {
  readonly part: 'pad'
  readonly instrument: Instrument
  readonly lowest: number
  readonly highest: number
  readonly voices: number
}
/**
 * Chords or single chord tones in rhythm. `patterns` are bars of steps, one letter a step (`stepsPerBeat` of them a
 * beat): `.` rests; `c` the chord, `C` accented; digits are the chord's voices from below (0 the lowest; above the top
 * they go on an octave higher). Held until the next step of the pattern, or to the end of the bar with `ring`.
 */
export interface FigureLayer extends LayerBase {
  readonly part: 'figure'
  readonly instrument: Instrument
  readonly lowest: number
  readonly highest: number
  readonly voices: number
  readonly stepsPerBeat: number
  readonly patterns: readonly string[]
  readonly ring: boolean
  /** Seconds between the strings of a strummed chord. */
  readonly strum?: number
}
/** Letters as above: `r` root, `f` the fifth below or above it, `o` the octave, `l` a tone leading to the next root. */
export interface BassLayer extends LayerBase {
  readonly part: 'bass'
  readonly instrument: Instrument
  readonly lowest: number
  readonly stepsPerBeat: number
  readonly patterns: readonly string[]
}
export interface MelodyLayer extends LayerBase {
  readonly part: 'melody'
  /** Take turns, a period each. */
  readonly instruments: readonly Instrument[]
  readonly lowest: number
  readonly highest: number
  /** Doubles at the octave from this intensity on. */
  readonly doubledBy?: { readonly instrument: Instrument; readonly octaves: number; readonly from: number }
}
/** A slow line of long notes that moves by steps, in contrary motion where it can. */
export interface CounterLayer extends LayerBase {
  readonly part: 'counter'
  readonly instrument: Instrument
  readonly lowest: number
  readonly highest: number
}
/** Steps of a bar: `X` strong, `x` middle, `o` soft, `.` rest; four steps a beat. `fill` replaces a period's last bar. */
export interface DrumLayer extends LayerBase {
  readonly part: 'drum'
  readonly instrument: Instrument
  readonly pattern: string
  readonly fill?: string
}
/** Single high notes now and then; `every` bars one gesture of rising chord tones. */
export interface GlintLayer extends LayerBase {
  readonly part: 'glint'
  readonly instrument: Instrument
  readonly lowest: number
  readonly highest: number
  readonly every: number
}
export type Layer = PadLayer | FigureLayer | BassLayer | MelodyLayer | CounterLayer | DrumLayer | GlintLayer

/** What the composer knows about a mood. */
export interface MoodPlan {
  readonly isMinor: boolean
  /** Pitch classes that suit the instruments. */
  readonly tonics: readonly number[]
  /** Periods of eight chords, a bar each: themes, contrasts (`bridges`), and what leads to the last chord. */
  readonly themes: readonly string[]
  readonly bridges: readonly string[]
  readonly cadence: string
  readonly lastChord: string
  /** Onsets of a motif of two bars, in beats: `0 1.5 2 | 0 2`. */
  readonly rhythms: readonly string[]
  readonly cadenceRhythms: readonly string[]
  /** How late off-beat eighths come, in parts of a beat: 0 straight, 0.167 a full swing. */
  readonly swing: number
  /** What marks the beginning of a chapter. */
  readonly arrival: readonly Instrument[]
  /** 0..1: how loudly. */
  readonly arrivalLevel: number
  readonly layers: readonly Layer[]
}
