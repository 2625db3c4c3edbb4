import { describe, expect, it } from 'vitest'
import { readChord } from './chords'
import { MOOD_PLANS } from './moods/moods'
import { voiceChord } from './voicing'

describe('chords', () => {
  it('are read as musicians write them', () => {
    expect(readChord('IVmaj7')).toEqual({ root: 5, bass: 5, tones: [5, 9, 0, 4], isMinor: false })
    expect(readChord('bVII/2')).toEqual({ root: 10, bass: 2, tones: [10, 2, 5], isMinor: false })
    expect(readChord('i/b3').bass).toBe(3)
    expect(() => readChord('H7')).toThrow(RangeError)
  })

  it('are all right in the moods: eight to a period', () => {
    for (const plan of Object.values(MOOD_PLANS)) {
      for (const period of [...plan.themes, ...plan.bridges])
        expect(period.split(' ').map(readChord)).toHaveLength(8)
      expect(plan.cadence.split(' ').map(readChord)).toHaveLength(2)
      expect(readChord(plan.lastChord).root).toBe(0)
    }
  })

  it('move little from one to the next: no voice leaps further than a fourth through a progression', () => {
    const range = { lowest: 52, highest: 76, voices: 4 }
    for (const { themes } of Object.values(MOOD_PLANS)) {
      let before: number[] = []
      for (const symbol of themes[0]?.split(' ') ?? []) {
        const pitches = voiceChord(readChord(symbol), 0, range, before)
        expect(pitches).toHaveLength(4)
        before.forEach((pitch, voice) => expect(Math.abs((pitches[voice] ?? 0) - pitch)).toBeLessThan(8))
        before = pitches
      }
    }
  })
})
