import type { MoodPlan } from './mood'

/** A fingered guitar and a piano among strings, brushes later: looking through an album together. */
export const WARM: MoodPlan = {
  isMinor: false,
  tonics: [0, 2, 7, 9],
  themes: [
    'Iadd9 V/7 vi7 IVmaj7 Iadd9/3 IV ii7 Vsus4',
    'I Iadd9/3 IVadd9 IV6 vi7 V IVmaj7 V',
    'IVadd9 V/7 I vi7 ii7 I/3 IVmaj7 Vsus4',
  ],
  bridges: ['vi7 iii7 IVmaj7 I/3 ii7 vi7 IV V', 'ii7 V iii7 vi7 IVmaj7 iv6 I/5 V7'],
  cadence: 'IVadd9 Vsus4',
  lastChord: 'Iadd9',
  rhythms: ['0 1.5 2 3 | 0 2', '0 1 2 2.5 3 | 0 1.5', '0.5 1 1.5 2 | 0 2 3', '0 2 2.5 3 3.5 | 0 2'],
  cadenceRhythms: ['0 1 2 3 | 0', '0 1.5 2 3 | 0 2'],
  swing: 0.03,
  arrival: ['cymbalSwell'],
  arrivalLevel: 0.7,
  layers: [
    {
      part: 'figure', instrument: 'guitar', from: 0, level: 0.62, lowest: 45, highest: 64, voices: 4, stepsPerBeat: 2, ring: true,
      patterns: ['02132132', '02312132', '01231232'],
    },
    { part: 'pad', instrument: 'strings', from: 0.3, level: 0.5, lowest: 52, highest: 76, voices: 4 },
    { part: 'pad', instrument: 'airPad', from: 0, to: 0.45, level: 0.45, lowest: 55, highest: 74, voices: 3 },
    { part: 'bass', instrument: 'uprightBass', from: 0.35, level: 0.72, lowest: 28, stepsPerBeat: 2, patterns: ['r.....f.', 'r..r..f.', 'r...f..l'] },
    {
      part: 'melody', from: 0.3, level: 0.72, instruments: ['piano', 'flute', 'piano', 'soloCello'], lowest: 65, highest: 82,
      doubledBy: { instrument: 'strings', octaves: 0, from: 0.75 },
    },
    { part: 'counter', instrument: 'soloCello', from: 0.7, level: 0.5, lowest: 48, highest: 62 },
    {
      part: 'figure', instrument: 'piano', from: 0.62, level: 0.42, lowest: 52, highest: 69, voices: 3, stepsPerBeat: 2, ring: false,
      patterns: ['C.....c.', 'C..c..c.'],
    },
    { part: 'drum', instrument: 'softKick', from: 0.5, level: 0.7, pattern: 'X.......o.x.....' },
    { part: 'drum', instrument: 'brush', from: 0.5, level: 0.55, pattern: 'o.o.x.o.o.o.x.oo', fill: 'o.o.x.o.x.o.xoxx' },
    { part: 'drum', instrument: 'shaker', from: 0.68, level: 0.5, pattern: 'x.o.x.o.x.o.x.oo' },
    { part: 'glint', instrument: 'celesta', from: 0.4, level: 0.4, lowest: 76, highest: 91, every: 4 },
  ],
} // prettier-ignore
