import { describe, expect, it } from 'vitest'
import { cutOnBeats } from './cutOnBeats'

const FPS = 30
/** Two beats a second, in fours: a beat every 15 frames, a bar every 60. */
const GRID = { firstBeatSeconds: 0, secondsPerBeat: 0.5, beatsPerBar: 4 }
const frames = (...cut: Parameters<typeof cutOnBeats>) => cutOnBeats(...cut).map(({ frame }) => frame)

describe('cutOnBeats', () => {
  it('pulls cuts to the nearest beat, and leaves the end of the film where it is', () => {
    expect(frames([40, 98, 157, 201], [10, 10, 10, 10], GRID, 'beat', FPS)).toEqual([45, 105, 150, 201])
    expect(cutOnBeats([40, 62, 201], [10, 10, 10], GRID, 'beat', FPS).map(({ on }) => on)).toEqual([
      'beat',
      'bar',
      null,
    ])
  })

  it('prefers the beginning of a bar where a style cuts on bars', () => {
    expect(frames([85, 160, 300], [10, 10, 10], GRID, 'bar', FPS)).toEqual([60, 180, 300])
    expect(frames([85, 160, 300], [10, 10, 10], GRID, 'beat', FPS)).toEqual([90, 165, 300])
  })

  it('counts from the first beat, and does not drift where beats fall between frames', () => {
    const grid = { firstBeatSeconds: 0.31, secondsPerBeat: 60 / 97, beatsPerBar: 3 }
    const ends = Array.from({ length: 200 }, (_, index) => (index + 1) * 90)
    for (const { frame, on } of cutOnBeats(
      ends,
      ends.map(() => 30),
      grid,
      'beat',
      FPS,
    ).slice(0, -1)) {
      const beats = (frame / FPS - grid.firstBeatSeconds) / grid.secondsPerBeat
      expect(Math.abs(beats - Math.round(beats)) * grid.secondsPerBeat * FPS).toBeLessThanOrEqual(0.5001)
      expect(on === 'bar').toBe(Math.round(beats) % 3 === 0)
    }
  })

  it('leaves every shot its least, before music', () => {
    const tight = cutOnBeats([31, 62, 93, 120], [31, 31, 31, 27], GRID, 'beat', FPS)
    expect(tight.map(({ frame }) => frame)).toEqual([31, 62, 93, 120])
    expect(tight.every(({ on }) => on === null)).toBe(true)
  })

  it('changes nothing without music', () => {
    expect(frames([40, 98, 157], [10, 10, 10], null, 'bar', FPS)).toEqual([40, 98, 157])
  })
})
