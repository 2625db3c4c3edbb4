import type { Mood } from './music'

/** The score of a film as data: what the composer (story) writes and the synthesiser (render) plays. Never stored. */

/** Instruments that the sound room knows. Pitched ones take `pitch`; drums ignore it. */
export const INSTRUMENTS = [
  'piano',
  'felt',
  'strings',
  'shortStrings',
  'soloCello',
  'choir',
  'horns',
  'flute',
  'whistle',
  'harp',
  'guitar',
  'ukulele',
  'pizzicato',
  'celesta',
  'marimba',
  'pluck',
  'airPad',
  'bass',
  'uprightBass',
  'sub',
  'kick',
  'softKick',
  'snare',
  'brush',
  'rim',
  'clap',
  'hat',
  'openHat',
  'shaker',
  'tambourine',
  'tom',
  'taiko',
  'crash',
  'cymbalSwell',
  'riser',
  'boom',
] as const
export type Instrument = (typeof INSTRUMENTS)[number]

/**
 * One note. Seconds of the film; `startSeconds` is where it is struck, already humanised. `pitch` is a MIDI number
 * (60 = middle C), `velocity` 0..1. A `cymbalSwell` or `riser` grows until its end.
 */
export interface ScoreNote {
  readonly instrument: Instrument
  readonly startSeconds: number
  readonly seconds: number
  readonly pitch: number
  readonly velocity: number
}

export interface Score {
  readonly mood: Mood
  readonly seed: number
  /** The film's length. Notes end before it, their reverb may be cut by the fade. */
  readonly seconds: number
  /** How long the last fade is. */
  readonly fadeOutSeconds: number
  /** Dotted eighths of the piece: how far echoes are apart. */
  readonly echoSeconds: number
  /** By `startSeconds`. */
  readonly notes: readonly ScoreNote[]
}
