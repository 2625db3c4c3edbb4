import type { MoodPlan } from './mood'

/** Full strings, horns and low drums: mountains, and people in front of them. */
export const WIDE: MoodPlan = {
  isMinor: true,
  tonics: [2, 4, 7, 0],
  themes: [
    'i bVI bIII bVII i bVI iv Vsus4',
    'i bVII/2 bVI bVI i/b3 bVII bVI Vsus4',
    'bVI bIII bVII i bVI bIII iv bVII',
  ],
  bridges: ['bIII bVII iv bVI bIII bVII iv7 V', 'bVI bVII i i/b3 bVI bVII Isus4 V'],
  cadence: 'bVI bVII',
  lastChord: 'Iadd9',
  rhythms: ['0 2 3 | 0', '0 3 | 0 2', '0 1.5 2 | 0', '0 1 2 | 0 2'],
  cadenceRhythms: ['0 1 2 3 | 0', '0 2 | 0'],
  swing: 0,
  arrival: ['cymbalSwell', 'boom', 'taiko'],
  arrivalLevel: 1,
  layers: [
    { part: 'pad', instrument: 'strings', from: 0, level: 0.56, lowest: 43, highest: 74, voices: 4 },
    {
      part: 'figure', instrument: 'shortStrings', from: 0.36, level: 0.62, lowest: 50, highest: 69, voices: 3, stepsPerBeat: 4, ring: false,
      patterns: ['0.1.2.1.0.1.2.1.', '0.2.1.2.0.2.1.2.', '0.120.120.120.12'],
    },
    {
      part: 'figure', instrument: 'piano', from: 0, to: 0.6, level: 0.5, lowest: 50, highest: 69, voices: 3, stepsPerBeat: 2, ring: true,
      patterns: ['0.1.2.1.', '0.12.1..'],
    },
    { part: 'pad', instrument: 'choir', from: 0.66, level: 0.52, lowest: 57, highest: 79, voices: 4 },
    { part: 'pad', instrument: 'horns', from: 0.74, level: 0.5, lowest: 45, highest: 64, voices: 3 },
    { part: 'bass', instrument: 'strings', from: 0.3, level: 0.66, lowest: 33, stepsPerBeat: 1, patterns: ['r...'] },
    { part: 'bass', instrument: 'sub', from: 0.6, level: 0.6, lowest: 26, stepsPerBeat: 1, patterns: ['r...'] },
    {
      part: 'melody', from: 0.3, level: 0.74, instruments: ['soloCello', 'horns', 'strings', 'flute'], lowest: 60, highest: 79,
      doubledBy: { instrument: 'strings', octaves: 1, from: 0.72 },
    },
    { part: 'counter', instrument: 'soloCello', from: 0.55, level: 0.5, lowest: 45, highest: 60 },
    { part: 'drum', instrument: 'taiko', from: 0.5, level: 0.75, pattern: 'X.....x.x.......', fill: 'X..x..x.X.xxX.xX' },
    { part: 'drum', instrument: 'tom', from: 0.7, level: 0.5, pattern: '..o.o...o.o.x.o.', fill: 'x.o.x.oox.xxX.XX' },
    { part: 'drum', instrument: 'shaker', from: 0.8, level: 0.35, pattern: 'x.o.x.o.x.o.x.o.' },
    { part: 'glint', instrument: 'harp', from: 0.4, level: 0.5, lowest: 62, highest: 89, every: 4 },
  ],
} // prettier-ignore
