import { describe, expect, it } from 'vitest'
import { transform } from '../fft'
import { findBeats } from './findBeats'
import { onsetsOf } from './onsets'
import { Resampler } from './Resampler'

/** Knocks on the beats, the first of each bar lower and louder, over a soft chord. */
function knocks(bpm: number, beatsPerBar: number, seconds: number, firstBeat: number): Float32Array {
  const samples = Float32Array.from(
    { length: seconds * 48_000 },
    (_, n) => 0.02 * Math.sin(n / 20) + 0.02 * Math.sin(n / 31),
  )
  for (let beat = 0; firstBeat + (beat * 60) / bpm < seconds - 0.2; beat++) {
    const at = Math.round((firstBeat + (beat * 60) / bpm) * 48_000)
    const isDown = beat % beatsPerBar === 0
    for (let n = 0; n < 6000; n++) {
      const wave = Math.sin((2 * Math.PI * (isDown ? 80 : 900) * n) / 48_000)
      samples[at + n] = (samples[at + n] ?? 0) + (isDown ? 0.8 : 0.3) * wave * Math.exp(-n / 1500)
    }
  }
  return samples
}

describe('findBeats', () => {
  it.each([
    [100, 4, 0.31],
    [127.3, 4, 0.05],
    [84.6, 3, 0.9],
  ])(
    'hears %f beats a minute, %i to a bar, from %f s on, whatever the guess was off',
    (bpm, beatsPerBar, first) => {
      const onsets = onsetsOf(knocks(bpm, beatsPerBar, 16, first))
      for (const guess of [bpm * 1.02, bpm * 2]) {
        const beats = findBeats(onsets, guess)
        expect(beats?.bpm).toBeCloseTo(bpm, 0)
        expect(beats?.beatsPerBar).toBe(beatsPerBar)
        const bar = (60 / bpm) * beatsPerBar
        const off = ((((beats?.firstBeatSeconds ?? 0) - first + bar / 2) % bar) + bar) % bar
        expect(Math.abs(off - bar / 2)).toBeLessThan(0.02)
      }
    },
  )

  it('hears none in a tone that does not change', () => {
    const tone = Float32Array.from({ length: 5 * 48_000 }, (_, n) => 0.5 * Math.sin(n / 15))
    expect(findBeats(onsetsOf(tone), 110)).toBeNull()
  })
})

describe('Resampler', () => {
  it('keeps a tone at its pitch and place from 44.1 to 48 kHz, in pieces of any size', () => {
    const resampler = new Resampler(44_100, 4410, 0)
    const source = Float32Array.from({ length: 44_100 }, (_, n) =>
      Math.sin((2 * Math.PI * 1000 * n) / 44_100),
    )
    const pieces: number[] = []
    for (let at = 0; at < source.length; at += 1013)
      pieces.push(...resampler.push(source.subarray(at, at + 1013)))
    expect(pieces.length).toBeGreaterThan(43_000)
    const worst = pieces.reduce(
      (most, value, n) => Math.max(most, Math.abs(value - Math.sin(2 * Math.PI * 1000 * (n / 48_000 + 0.1)))),
      0,
    )
    expect(worst).toBeLessThan(0.002)
  })
})

describe('transform', () => {
  it('finds a tone in its bin and comes back to what it was', () => {
    const size = 64
    const real = Float64Array.from({ length: size }, (_, n) => Math.cos((2 * Math.PI * 5 * n) / size))
    const imaginary = new Float64Array(size)
    const before = real.slice()
    transform(real, imaginary)
    expect(real[5]).toBeCloseTo(size / 2)
    expect(real[6]).toBeCloseTo(0)
    transform(real, imaginary, true)
    real.forEach((value, index) => expect(value / size).toBeCloseTo(before[index] ?? NaN))
  })
})
