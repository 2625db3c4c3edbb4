import type { MoodPlan } from './mood'

/** Piano and a single cello: what was, and was good. */
export const WISTFUL: MoodPlan = {
  isMinor: true,
  tonics: [9, 11, 2, 4],
  themes: [
    'i v/2 bVI bIII iv i/b3 bVI V',
    'i bVII/2 bIII bVImaj7 iv i/b3 bVI V',
    'bVImaj7 bIII bVII i7 bVImaj7 i/b3 iv Vsus4',
  ],
  bridges: ['bIII bVII i bVImaj7 bIII bVII iv V', 'iv7 bVII bIIImaj7 bVImaj7 iv i/5 bVI V'],
  cadence: 'iv Vsus4',
  lastChord: 'iadd9',
  rhythms: ['0 1.5 2 3 | 0 2', '0 1 2 | 0.5 1 2', '0.5 1 2 3 | 0', '0 2 2.5 3 | 0 2'],
  cadenceRhythms: ['0 1 2 3 | 0', '0 1.5 2 | 0'],
  swing: 0,
  arrival: ['cymbalSwell'],
  arrivalLevel: 0.6,
  layers: [
    {
      part: 'figure', instrument: 'piano', from: 0, level: 0.52, lowest: 45, highest: 67, voices: 4, stepsPerBeat: 2, ring: true,
      patterns: ['01232321', '0.231232', '01323212'],
    },
    { part: 'bass', instrument: 'piano', from: 0, level: 0.5, lowest: 33, stepsPerBeat: 1, patterns: ['r...', 'r.f.'] },
    { part: 'pad', instrument: 'strings', from: 0.34, level: 0.54, lowest: 50, highest: 76, voices: 4 },
    { part: 'pad', instrument: 'airPad', from: 0, to: 0.4, level: 0.42, lowest: 52, highest: 72, voices: 3 },
    { part: 'bass', instrument: 'uprightBass', from: 0.5, level: 0.62, lowest: 28, stepsPerBeat: 2, patterns: ['r.......', 'r.....f.'] },
    {
      part: 'melody', from: 0.26, level: 0.72, instruments: ['soloCello', 'piano', 'flute', 'soloCello'], lowest: 60, highest: 79,
      doubledBy: { instrument: 'strings', octaves: 1, from: 0.7 },
    },
    { part: 'counter', instrument: 'flute', from: 0.6, level: 0.42, lowest: 67, highest: 81 },
    { part: 'drum', instrument: 'softKick', from: 0.62, level: 0.55, pattern: 'x.........o.....' },
    { part: 'drum', instrument: 'brush', from: 0.66, level: 0.4, pattern: 'o.o.x.o.o.o.x.o.' },
    { part: 'glint', instrument: 'harp', from: 0.36, level: 0.42, lowest: 67, highest: 88, every: 4 },
  ],
} // prettier-ignore
