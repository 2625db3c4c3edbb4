import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { TrackAnalysis } from '@/domain/music'
import { layTrack } from './layTrack'

const track: TrackAnalysis = {
  version: 1, durationSeconds: 31, startSeconds: 0.5, endSeconds: 30.4, bpm: 120, firstBeatSeconds: 1, beatsPerBar: 4,
} // prettier-ignore
const total = (parts: readonly { fromSeconds: number; toSeconds: number }[]) =>
  parts.reduce((sum, { fromSeconds, toSeconds }) => sum + toSeconds - fromSeconds, 0)

describe('layTrack', () => {
  it('trims a longer track, from where it begins to be heard, and tells the film its beats', () => {
    const { parts, beatGrid } = layTrack(track, 20)
    expect(parts).toEqual([{ fromSeconds: 0.5, toSeconds: 20.5 }])
    expect(beatGrid).toEqual({ firstBeatSeconds: 0.5, secondsPerBeat: 0.5, beatsPerBar: 4 })
  })

  it('loops a shorter track at its bars, so that the beat goes on', () => {
    const { parts, beatGrid } = layTrack(track, 75)
    expect(parts).toEqual([
      { fromSeconds: 0.5, toSeconds: 29 },
      { fromSeconds: 1, toSeconds: 29 },
      { fromSeconds: 1, toSeconds: 19.5 },
    ])
    expect(beatGrid?.firstBeatSeconds).toBe(0.5)
  })

  it('is exactly as long as the film and stays inside the track, every joint on a beat, for any track', () => {
    const tracks = fc.record({
      version: fc.constant(1 as const),
      durationSeconds: fc.double({ min: 20, max: 900, noNaN: true }),
      startSeconds: fc.double({ min: 0, max: 3, noNaN: true }),
      endSeconds: fc.double({ min: 12, max: 900, noNaN: true }),
      bpm: fc.option(fc.double({ min: 40, max: 200, noNaN: true })),
      firstBeatSeconds: fc.double({ min: 0, max: 8, noNaN: true }),
      beatsPerBar: fc.constantFrom(3, 4),
    })
    fc.assert(
      fc.property(tracks, fc.double({ min: 5, max: 1800, noNaN: true }), (heard, seconds) => {
        const { parts, beatGrid } = layTrack(heard, seconds)
        expect(total(parts)).toBeCloseTo(seconds, 4)
        for (const { fromSeconds, toSeconds } of parts) {
          expect(fromSeconds).toBeGreaterThanOrEqual(0)
          expect(toSeconds).toBeGreaterThan(fromSeconds)
          expect(toSeconds).toBeLessThanOrEqual(
            Math.max(heard.durationSeconds, heard.startSeconds + 0.5) + 1e-3,
          )
        }
        if (!beatGrid) return
        let joint = 0
        for (const { fromSeconds, toSeconds } of parts.slice(0, -1)) {
          joint += toSeconds - fromSeconds
          const bars = (joint - beatGrid.firstBeatSeconds) / (beatGrid.secondsPerBeat * beatGrid.beatsPerBar)
          expect(Math.abs(bars - Math.round(bars))).toBeLessThan(1e-3)
        }
      }),
      { numRuns: 100, seed: 4 },
    )
  })

  it('knows no beats where none were heard', () => {
    expect(layTrack({ ...track, bpm: null }, 75).beatGrid).toBeNull()
  })
})
