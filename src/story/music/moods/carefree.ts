import type { MoodPlan } from './mood'

/** Ukulele, somebody whistling, hands and a tambourine: nothing to do until evening. */
export const CAREFREE: MoodPlan = {
  isMinor: false,
  tonics: [0, 5, 7, 2],
  themes: [
    'I vi7 ii7 V7 I vi7 IV V7',
    'I I/3 IV iv6 I/5 vi7 ii7 V7',
    'IV V/7 I vi IV V7 I I',
  ],
  bridges: ['vi iii7 IV I/3 vi ii7 IV V7', 'IV iv6 I/3 vi7 ii7 V7 I V7'],
  cadence: 'ii7 V7',
  lastChord: 'I6',
  rhythms: ['0 0.5 1.5 2 3.5 | 0 1.5', '0 1 1.5 2 2.5 | 0 2', '0.5 1 1.5 2.5 3 | 0 1 2', '0 1.5 2 3.5 | 0.5 1 2'],
  cadenceRhythms: ['0 0.5 1 2 3 | 0', '0 1.5 2 3 | 0'],
  swing: 0.13,
  arrival: ['cymbalSwell'],
  arrivalLevel: 0.6,
  layers: [
    {
      part: 'figure', instrument: 'ukulele', from: 0, level: 0.62, lowest: 60, highest: 76, voices: 4, stepsPerBeat: 2, ring: false, strum: 0.013,
      patterns: ['C.cc.cc.', 'C.c.Cccc', 'C.cc.ccc'],
    },
    { part: 'bass', instrument: 'uprightBass', from: 0.28, level: 0.76, lowest: 28, stepsPerBeat: 2, patterns: ['r...f...', 'r...f..l', 'r..rf.l.'] },
    {
      part: 'figure', instrument: 'marimba', from: 0.5, level: 0.5, lowest: 60, highest: 79, voices: 3, stepsPerBeat: 2, ring: false,
      patterns: ['.2.1.2.1', '0.2.1.2.'],
    },
    {
      part: 'figure', instrument: 'guitar', from: 0.42, level: 0.5, lowest: 48, highest: 65, voices: 4, stepsPerBeat: 2, ring: false, strum: 0.016,
      patterns: ['..C...C.', '..C..cC.'],
    },
    { part: 'pad', instrument: 'strings', from: 0.74, level: 0.42, lowest: 57, highest: 77, voices: 3 },
    {
      part: 'melody', from: 0.28, level: 0.7, instruments: ['whistle', 'celesta', 'piano', 'whistle'], lowest: 69, highest: 86,
      doubledBy: { instrument: 'marimba', octaves: -1, from: 0.68 },
    },
    { part: 'drum', instrument: 'kick', from: 0.45, level: 0.6, pattern: 'X.......x.......', fill: 'X.......x...x...' },
    { part: 'drum', instrument: 'clap', from: 0.36, level: 0.5, pattern: '....x.......x...', fill: '....x.......x.x.' },
    { part: 'drum', instrument: 'rim', from: 0.55, level: 0.42, pattern: '......o.....o...' },
    { part: 'drum', instrument: 'shaker', from: 0.3, level: 0.46, pattern: 'x.o.x.o.x.o.x.o.' },
    { part: 'drum', instrument: 'tambourine', from: 0.62, level: 0.42, pattern: '....x.......x...' },
    { part: 'glint', instrument: 'celesta', from: 0.3, level: 0.4, lowest: 79, highest: 93, every: 4 },
  ],
} // prettier-ignore
