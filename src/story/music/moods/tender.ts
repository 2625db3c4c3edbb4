import type { MoodPlan } from './mood'

/** A slow waltz of harp and felt piano: somebody small asleep on somebody's arm. */
export const TENDER: MoodPlan = {
  isMinor: false,
  tonics: [0, 3, 5, 10],
  themes: [
    'Iadd9 V/7 vi7 iii7 IVmaj7 I/3 ii7 Vsus4',
    'IVmaj7 I/3 ii7 I IVmaj7 I/3 ii7 V',
    'I Imaj7 IV6 I/3 vi7 ii7 IVadd9 Vsus4',
  ],
  bridges: ['vi7 IVmaj7 I/3 V vi7 IVmaj7 ii7 V', 'bVImaj7 IVmaj7 I/5 vi7 ii7 IV Vsus4 V'],
  cadence: 'IVmaj7 Vsus4',
  lastChord: 'Iadd9',
  rhythms: ['0 2 | 0', '0 1 2 | 0 2', '0 1.5 2 | 0', '0 0.5 1 2 | 0'],
  cadenceRhythms: ['0 1 2 | 0', '0 2 | 0'],
  swing: 0,
  arrival: ['cymbalSwell'],
  arrivalLevel: 0.5,
  layers: [
    {
      part: 'figure', instrument: 'harp', from: 0.35, level: 0.5, lowest: 50, highest: 72, voices: 4, stepsPerBeat: 2, ring: true,
      patterns: ['012321', '013231', '012312'],
    },
    {
      part: 'figure', instrument: 'felt', from: 0, level: 0.55, lowest: 43, highest: 62, voices: 3, stepsPerBeat: 2, ring: true,
      patterns: ['0.1.2.', '0.2.1.', '0.121.'],
    },
    { part: 'pad', instrument: 'strings', from: 0.28, level: 0.52, lowest: 53, highest: 77, voices: 4 },
    { part: 'pad', instrument: 'choir', from: 0.72, level: 0.4, lowest: 58, highest: 76, voices: 3 },
    { part: 'bass', instrument: 'uprightBass', from: 0.45, level: 0.6, lowest: 28, stepsPerBeat: 1, patterns: ['r..', 'r.f'] },
    {
      part: 'melody', from: 0.26, level: 0.7, instruments: ['felt', 'flute', 'soloCello', 'felt'], lowest: 67, highest: 84,
      doubledBy: { instrument: 'celesta', octaves: 1, from: 0.6 },
    },
    { part: 'counter', instrument: 'soloCello', from: 0.6, level: 0.5, lowest: 50, highest: 64 },
    { part: 'glint', instrument: 'celesta', from: 0, level: 0.42, lowest: 79, highest: 93, every: 4 },
    { part: 'drum', instrument: 'softKick', from: 0.7, level: 0.5, pattern: 'x...........' },
    { part: 'drum', instrument: 'brush', from: 0.7, level: 0.36, pattern: '....o...o...', fill: '....o.o.x.o.' },
  ],
} // prettier-ignore
