import type { MoodPlan } from './mood'

/** Marimba, pizzicato and claps: a day out with everybody. */
export const BRIGHT: MoodPlan = {
  isMinor: false,
  tonics: [0, 2, 4, 7],
  themes: [
    'I I/3 IVadd9 V vi7 V/7 IV Vsus4',
    'I V vi IV I V IVadd9 V',
    'IVadd9 I/3 V vi7 IVadd9 I/3 ii7 V',
  ],
  bridges: ['vi iii7 IV I/3 ii7 vi IV V', 'bVIImaj7 IV I V bVIImaj7 IV ii7 V'],
  cadence: 'IVadd9 Vsus4',
  lastChord: 'I6',
  rhythms: ['0 0.5 1.5 2 3 | 0 1 2', '0 1 1.5 2.5 3 | 0 1.5 2', '0.5 1 1.5 2 3 3.5 | 0 2', '0 0.5 1 2 2.5 3 | 0 1 2'],
  cadenceRhythms: ['0 0.5 1 2 3 | 0', '0 1 2 2.5 3 | 0'],
  swing: 0,
  arrival: ['cymbalSwell', 'crash'],
  arrivalLevel: 0.85,
  layers: [
    {
      part: 'figure', instrument: 'marimba', from: 0, level: 0.66, lowest: 55, highest: 74, voices: 3, stepsPerBeat: 4, ring: false,
      patterns: ['0.12.10.12.1021.', '02.1.20.12.1.201', '0.2.1.2.0.2.1.21'],
    },
    {
      part: 'figure', instrument: 'pizzicato', from: 0.25, level: 0.6, lowest: 48, highest: 67, voices: 3, stepsPerBeat: 2, ring: false,
      patterns: ['0.c.0.c.', '0.c.1.c.', '0.cc0.c.'],
    },
    {
      part: 'figure', instrument: 'piano', from: 0.5, level: 0.5, lowest: 55, highest: 72, voices: 3, stepsPerBeat: 2, ring: false,
      patterns: ['C..c..c.', 'C..cC..c'],
    },
    { part: 'pad', instrument: 'strings', from: 0.55, level: 0.5, lowest: 55, highest: 79, voices: 4 },
    { part: 'bass', instrument: 'bass', from: 0.3, level: 0.75, lowest: 28, stepsPerBeat: 2, patterns: ['r..r..r.', 'r..rr.fl', 'r.r.r.fl'] },
    {
      part: 'melody', from: 0.28, level: 0.7, instruments: ['celesta', 'piano', 'flute', 'pluck'], lowest: 69, highest: 86,
      doubledBy: { instrument: 'pizzicato', octaves: -1, from: 0.7 },
    },
    { part: 'counter', instrument: 'horns', from: 0.8, level: 0.45, lowest: 50, highest: 66 },
    { part: 'drum', instrument: 'kick', from: 0.45, level: 0.75, pattern: 'X.....x.X.......', fill: 'X.....x.X...x...' },
    { part: 'drum', instrument: 'clap', from: 0.4, level: 0.6, pattern: '....x.......x...', fill: '....x.......x.xx' },
    { part: 'drum', instrument: 'snare', from: 0.75, level: 0.5, pattern: '....x..o.o..x...', fill: '....x..o.oxoxxXX' },
    { part: 'drum', instrument: 'shaker', from: 0.3, level: 0.5, pattern: 'x.oox.oox.oox.oo' },
    { part: 'drum', instrument: 'tambourine', from: 0.65, level: 0.45, pattern: '..x...x...x...x.' },
    { part: 'glint', instrument: 'harp', from: 0.3, level: 0.5, lowest: 72, highest: 91, every: 4 },
  ],
} // prettier-ignore
