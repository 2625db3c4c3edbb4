import { describe, expect, it } from 'vitest'
import type { StereoChunk } from '../StereoChunk'
import { LoudnessMeter } from './LoudnessMeter'
import { MasterChain, type MasterSettings } from './MasterChain'
import { TruePeak } from './truePeak'

const RATE = 48_000
const tone = (hertz: number, level: number, seconds: number, right = level): StereoChunk => {
  const wave = (gain: number) =>
    Float32Array.from(
      { length: Math.round(seconds * RATE) },
      (_, n) => gain * Math.sin((2 * Math.PI * hertz * n) / RATE),
    )
  return { left: wave(level), right: wave(right) }
}
const loudnessOf = (...chunks: StereoChunk[]) => {
  const meter = new LoudnessMeter()
  for (const chunk of chunks) meter.add(chunk)
  return meter.integrated()
}
const plain: MasterSettings = {
  inputGain: 1, compressor: null, outputGain: 1, fromSeconds: 0, endSeconds: 100, fadeInSeconds: 0, fadeOutSeconds: 0, swellSeconds: [],
} // prettier-ignore

function master(settings: Partial<MasterSettings>, ...chunks: StereoChunk[]) {
  const chain = new MasterChain({ ...plain, ...settings })
  const out = [...chunks.map((chunk) => chain.process(chunk)), chain.finish()]
  const left = new Float32Array(out.reduce((sum, chunk) => sum + chunk.left.length, 0))
  let at = 0
  for (const chunk of out) {
    left.set(chunk.left, at)
    at += chunk.left.length
  }
  return { left, loudness: chain.loudness() }
}

describe('LoudnessMeter', () => {
  // BS.1770-4: a sine of 997 Hz at 0 dBFS on one side is −3.01 LKFS; both sides together are 3.01 dB more.
  it('agrees with the standard on its calibration tone, on one side and on both', () => {
    expect(loudnessOf(tone(997, 10 ** (-20 / 20), 2))).toBeCloseTo(-20, 1)
    expect(loudnessOf(tone(997, 1, 2, 0))).toBeCloseTo(-3.01, 1)
  })

  it('hears bass as quieter, and leaves out silence and what is far below the rest', () => {
    expect(loudnessOf(tone(30, 0.1, 2))).toBeLessThan(loudnessOf(tone(997, 0.1, 2)) - 5)
    const gated = loudnessOf(tone(997, 0.1, 4), tone(997, 0.0005, 4), tone(997, 0, 4))
    expect(gated).toBeCloseTo(-20, 0)
    expect(loudnessOf(tone(997, 0, 2))).toBe(-Infinity)
  })
})

describe('TruePeak', () => {
  it('finds the peak between two samples', () => {
    const peak = new TruePeak(0.1)
    // A quarter of the rate, struck between its crests: samples of 0.707, a wave of 1.
    const found = Array.from({ length: 200 }, (_, n) => peak.next(Math.sin((Math.PI / 2) * n + Math.PI / 4)))
    expect(Math.max(...found.slice(20, 180))).toBeGreaterThan(0.98)
  })
})

describe('MasterChain', () => {
  it('gives back as many samples as it was given, at their places, untouched where nothing is to be done', () => {
    const { left } = tone(440, 0.5, 1)
    const split = [0, 100, 7000, 48_000]
    const chunks = split.slice(1).map((end, index) => {
      const part = left.slice(split[index], end)
      return { left: part, right: part.slice() }
    })
    const out = master({}, ...chunks)
    expect(out.left).toHaveLength(48_000)
    out.left.forEach((value, index) => {
      if (Math.abs(value - (left[index] ?? 0)) > 1e-6) throw new Error(`sample ${index} is another one`)
    })
  })

  it('never lets a true peak pass −1 dB, however loud it is made', () => {
    const chunk = tone(3000, 0.3, 2)
    chunk.left[30_000] = 1
    chunk.left[30_001] = -1
    const out = master({ outputGain: 6 }, chunk)
    const meter = new TruePeak(0.01)
    const peak = out.left.reduce((most, value) => Math.max(most, meter.next(value)), 0)
    expect(20 * Math.log10(peak)).toBeLessThanOrEqual(-1)
    expect(20 * Math.log10(peak)).toBeGreaterThan(-2)
  })

  it('fades out to nothing at the end of the film, also when it begins in the middle', () => {
    const out = master({ fromSeconds: 8, endSeconds: 10, fadeOutSeconds: 1 }, tone(440, 0.5, 2))
    const levelAt = (second: number) =>
      Math.max(...out.left.slice(second * RATE - 480, second * RATE).map(Math.abs))
    expect(levelAt(0.9)).toBeCloseTo(0.5, 1)
    expect(levelAt(1.5)).toBeLessThan(0.35)
    expect(levelAt(2)).toBeLessThan(0.001)
  })

  it('rises at a chapter and comes back', () => {
    const out = master({ swellSeconds: [6] }, tone(440, 0.2, 12.1))
    const levelAt = (second: number) =>
      Math.max(...out.left.slice(second * RATE, second * RATE + 480).map(Math.abs))
    expect(levelAt(6)).toBeGreaterThan(levelAt(2) * 1.2)
    expect(levelAt(12)).toBeCloseTo(levelAt(2), 2)
  })

  it('holds loud passages together', () => {
    const loud = master({ compressor: { threshold: -20, ratio: 2 } }, tone(440, 0.5, 1))
    const soft = master({ compressor: { threshold: -20, ratio: 2 } }, tone(440, 0.05, 1))
    expect(loud.loudness - soft.loudness).toBeLessThan(16)
    expect(loud.loudness - soft.loudness).toBeGreaterThan(10)
  })
})
