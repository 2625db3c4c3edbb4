import type { MoodPlan } from './mood'

/** Plucked synthesiser, low sub, big drums: the highlights of a year, cut fast. */
export const BOLD: MoodPlan = {
  isMinor: true,
  tonics: [9, 11, 2, 4],
  themes: [
    'i bVI bIII bVII i bVI bIIIadd9 bVIIsus4',
    'bVImaj7 bVII i bIII bVImaj7 bVII i7 bVIIsus4',
    'i7 bIII bVII iv i7 bIII bVI bVII',
  ],
  bridges: ['iv bVI i bVII iv bVI bIII bVII', 'bVI bIII iv7 i bVI bIII bVIIsus4 bVII'],
  cadence: 'bVI bVIIsus4',
  lastChord: 'iadd9',
  rhythms: ['0 0.75 1.5 2 3 | 0 1.5', '0.5 1.5 2 2.75 3.5 | 0 2', '0 1.5 2.5 3 | 0 0.75 1.5', '0 0.75 1.5 | 0 0.75 1.5 3'],
  cadenceRhythms: ['0 0.75 1.5 2.5 3 | 0', '0 1.5 3 | 0'],
  swing: 0,
  arrival: ['riser', 'boom', 'crash'],
  arrivalLevel: 1,
  layers: [
    {
      part: 'figure', instrument: 'pluck', from: 0, level: 0.6, lowest: 57, highest: 76, voices: 3, stepsPerBeat: 4, ring: false,
      patterns: ['0.12.0.12.012.1.', '012.012.012.0121', '0..1.2.01..2.1.2'],
    },
    { part: 'pad', instrument: 'airPad', from: 0, level: 0.5, lowest: 52, highest: 74, voices: 4 },
    { part: 'pad', instrument: 'strings', from: 0.6, level: 0.55, lowest: 55, highest: 81, voices: 4 },
    {
      part: 'figure', instrument: 'shortStrings', from: 0.5, level: 0.6, lowest: 45, highest: 62, voices: 2, stepsPerBeat: 4, ring: false,
      patterns: ['0.0.1.0.0.0.1.0.', '0.010.100.010.10'],
    },
    { part: 'bass', instrument: 'sub', from: 0.35, level: 0.8, lowest: 28, stepsPerBeat: 4, patterns: ['r.....r.......r.', 'r..r..r.r.....l.', 'r.......r..r..r.'] },
    {
      part: 'melody', from: 0.4, level: 0.7, instruments: ['piano', 'pluck', 'choir', 'piano'], lowest: 67, highest: 84,
      doubledBy: { instrument: 'horns', octaves: -1, from: 0.78 },
    },
    { part: 'counter', instrument: 'horns', from: 0.7, level: 0.5, lowest: 50, highest: 66 },
    { part: 'drum', instrument: 'kick', from: 0.45, level: 0.85, pattern: 'X.....x...X.....', fill: 'X.....x...X..x..' },
    { part: 'drum', instrument: 'clap', from: 0.5, level: 0.65, pattern: '....X.......X...' },
    { part: 'drum', instrument: 'snare', from: 0.65, level: 0.6, pattern: '....X.......X..o', fill: '....X...oxoxxxXX' },
    { part: 'drum', instrument: 'hat', from: 0.4, level: 0.45, pattern: 'x.o.x.o.x.o.x.oo', fill: 'x.o.x.o.xoxoxoxo' },
    { part: 'drum', instrument: 'openHat', from: 0.72, level: 0.35, pattern: '..x...x...x...x.' },
    { part: 'drum', instrument: 'tom', from: 0.6, level: 0.6, pattern: '................', fill: '........x..x..xX' },
  ],
} // prettier-ignore
