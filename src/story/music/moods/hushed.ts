import type { MoodPlan } from './mood'

/** A felt piano in a large dark room: snow outside, a book of photographs. */
export const HUSHED: MoodPlan = {
  isMinor: false,
  tonics: [1, 3, 8, 5],
  themes: [
    'Imaj9 vi7 IVmaj7 Iadd9/3 Imaj7 vi9 IVmaj9 Vsus4',
    'IVmaj7 Iadd9 vi7 Vsus4 IVmaj9 I/3 ii7 IVmaj7',
    'vi7 IVmaj9 Iadd9 Vsus2 vi7 IVmaj7 ii9 IV',
  ],
  bridges: ['ii7 vi7 IVmaj7 I ii7 iii7 IVmaj9 Vsus4', 'bVIImaj7 IVmaj7 I I/3 bVIImaj7 IVmaj7 ii7 V'],
  cadence: 'ii9 IVmaj7',
  lastChord: 'Imaj9',
  rhythms: ['0 1.5 3 | 1', '1 2 3 | 0', '0 2.5 | 0 2', '0.5 2 | 0'],
  cadenceRhythms: ['0 2 | 0', '1 2 3 | 0'],
  swing: 0,
  arrival: ['cymbalSwell'],
  arrivalLevel: 0.4,
  layers: [
    { part: 'pad', instrument: 'airPad', from: 0, level: 0.6, lowest: 48, highest: 72, voices: 4 },
    {
      part: 'figure', instrument: 'felt', from: 0, level: 0.6, lowest: 44, highest: 66, voices: 4, stepsPerBeat: 2, ring: true,
      patterns: ['0.2.3...', '0..2.1.3', '0.123...', '0.3.2.1.'],
    },
    { part: 'pad', instrument: 'strings', from: 0.42, level: 0.46, lowest: 55, highest: 79, voices: 4 },
    { part: 'pad', instrument: 'choir', from: 0.7, level: 0.36, lowest: 60, highest: 77, voices: 3 },
    { part: 'bass', instrument: 'sub', from: 0.4, level: 0.5, lowest: 29, stepsPerBeat: 1, patterns: ['r...'] },
    { part: 'bass', instrument: 'felt', from: 0, level: 0.5, lowest: 32, stepsPerBeat: 1, patterns: ['r...', 'r..f'] },
    {
      part: 'melody', from: 0.26, level: 0.68, instruments: ['felt', 'celesta', 'felt', 'soloCello'], lowest: 68, highest: 87,
      doubledBy: { instrument: 'celesta', octaves: 1, from: 0.66 },
    },
    { part: 'counter', instrument: 'soloCello', from: 0.62, level: 0.42, lowest: 49, highest: 63 },
    { part: 'drum', instrument: 'softKick', from: 0.6, level: 0.5, pattern: 'x.......o.......' },
    { part: 'drum', instrument: 'rim', from: 0.74, level: 0.3, pattern: '........o.......' },
    { part: 'glint', instrument: 'celesta', from: 0.3, level: 0.36, lowest: 80, highest: 96, every: 2 },
  ],
} // prettier-ignore
