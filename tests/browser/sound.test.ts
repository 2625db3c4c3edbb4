import { expect, it } from 'vitest'
import type { Soundtrack } from '@/domain/storyboard'
import { LoudnessMeter } from '@/render/sound/mastering/LoudnessMeter'
import { TruePeak } from '@/render/sound/mastering/truePeak'
import { analyseTrack } from '@/render/sound/analyseTrack'
import { openSoundtrack, soundSamples, type SoundtrackRequest } from '@/render/sound/openSoundtrack'
import { TrackUnreadable } from '@/render/sound/TrackUnreadable'
import { onsetsOf } from '@/render/sound/track/onsets'
import { beatGridOf } from '@/story/music/beatGridOf'
import { composeScore } from '@/story/music/composeScore'
import { layTrack } from '@/story/music/layTrack'

// The worker, its samples, its mastering and the browser's decoders, as a film uses them.

async function play(request: SoundtrackRequest) {
  const chunks = []
  for await (const chunk of openSoundtrack(request)) chunks.push(chunk)
  const length = chunks.reduce((sum, { left }) => sum + left.length, 0)
  const left = new Float32Array(length)
  const right = new Float32Array(length)
  let at = 0
  for (const chunk of chunks) {
    left.set(chunk.left, at)
    right.set(chunk.right, at)
    at += chunk.left.length
  }
  const meter = new LoudnessMeter()
  meter.add({ left, right })
  const peaks = [new TruePeak(0.01), new TruePeak(0.01)] as const
  let peak = 0
  for (let n = 0; n < length; n++)
    peak = Math.max(peak, peaks[0].next(left[n] ?? 0), peaks[1].next(right[n] ?? 0))
  return { left, right, loudness: meter.integrated(), peakDecibels: 20 * Math.log10(peak) }
}

const scored = (frameCount: number, fps: number) => {
  const beatGrid = beatGridOf('bold', 1, frameCount / fps)
  const soundtrack: Soundtrack = {
    kind: 'score',
    mood: 'bold',
    seed: 1,
    beatGrid,
    swellFrames: [Math.round(frameCount / 2)],
  }
  const storyboard = { soundtrack, frameCount, fps }
  return { storyboard, score: composeScore(storyboard), readTrack: null }
}

/** Knocks at 100 beats a minute over two held tones, a lower one on each first of four: a WAV file of 44.1 kHz, both sides alike. */
function knockingTrack(seconds: number): Blob {
  const rate = 44_100
  const samples = Int16Array.from(
    { length: seconds * rate },
    (_, n) => 1500 * (Math.sin(n / 30) + Math.sin(n / 24)),
  )
  for (let beat = 0; beat * 0.6 < seconds - 0.2; beat++) {
    const hertz = beat % 4 === 0 ? 80 : 900
    for (let n = 0; n < 6000; n++) {
      const at = Math.round(beat * 0.6 * rate) + n
      const knock =
        (beat % 4 === 0 ? 9000 : 3500) * Math.sin((2 * Math.PI * hertz * n) / rate) * Math.exp(-n / 1500)
      samples[at] = (samples[at] ?? 0) + knock
    }
  }
  const header = new DataView(new ArrayBuffer(44))
  const text = (at: number, words: string) =>
    Array.from(words).forEach((letter, n) => header.setUint8(at + n, letter.charCodeAt(0)))
  text(0, 'RIFF')
  header.setUint32(4, 36 + samples.byteLength, true)
  text(8, 'WAVEfmt ')
  header.setUint32(16, 16, true)
  header.setUint16(20, 1, true)
  header.setUint16(22, 1, true)
  header.setUint32(24, rate, true)
  header.setUint32(28, rate * 2, true)
  header.setUint16(32, 2, true)
  header.setUint16(34, 16, true)
  text(36, 'data')
  header.setUint32(40, samples.byteLength, true)
  return new Blob([header, samples], { type: 'audio/wav' })
}

it('plays a score to the sample, at −14 LUFS, below −1 dB, silent at its end, and the same every time', async () => {
  const request = scored(241, 24)
  const sound = await play(request)
  expect(sound.left.length).toBe(soundSamples(request.storyboard))
  expect(sound.left.length).toBe(482_000)
  expect(Math.abs(sound.loudness + 14)).toBeLessThan(0.6)
  expect(sound.peakDecibels).toBeLessThanOrEqual(-1)
  expect(Math.abs(sound.left.at(-1) ?? 1)).toBeLessThan(0.001)
  // Two sides, not one twice.
  expect(sound.left.some((value, n) => Math.abs(value - (sound.right[n] ?? 0)) > 0.05)).toBe(true)
  const again = await play(request)
  expect(again.left).toEqual(sound.left)
})

it('sounds on the beats of its grid', async () => {
  const { storyboard, score } = scored(360, 30)
  const { left } = await play({ storyboard, score, readTrack: null })
  if (!score || storyboard.soundtrack.kind !== 'score') throw new Error('no score')
  const { secondsPerBeat } = storyboard.soundtrack.beatGrid
  const { all, framesPerSecond } = onsetsOf(left)
  const near = (seconds: number) => {
    const frame = Math.round((seconds - 0.0105) * framesPerSecond)
    return Math.max(...[-2, -1, 0, 1, 2].map((off) => all[frame + off] ?? 0))
  }
  const beats = Array.from({ length: Math.floor(10 / secondsPerBeat) }, (_, beat) => beat * secondsPerBeat)
  const on = beats.reduce((sum, beat) => sum + near(beat), 0)
  // A bold figure has sixteenths: between them nobody begins anything.
  const off = beats.reduce((sum, beat) => sum + near(beat + secondsPerBeat * 0.125), 0)
  expect(on).toBeGreaterThan(off * 2)
})

it('begins a preview in the middle, with what is heard there in the film', async () => {
  const request = scored(300, 30)
  const film = await play(request)
  const preview = await play({ ...request, fromSeconds: 6 })
  expect(preview.left.length).toBe(480_000 - 288_000)
  // The same music, at a loudness that was guessed: compare their courses.
  const course = (samples: Float32Array, from: number) =>
    Array.from({ length: 30 }, (_, n) => {
      const part = samples.subarray(from + n * 4800, from + (n + 1) * 4800)
      return Math.sqrt(part.reduce((sum, value) => sum + value * value, 0) / 4800)
    })
  const inFilm = course(film.left, 288_000)
  const inPreview = course(preview.left, 0)
  const ratios = inFilm.map((level, n) => (inPreview[n] ?? 0) / level)
  expect(Math.max(...ratios) / Math.min(...ratios)).toBeLessThan(1.3)
  expect(Math.abs(20 * Math.log10(ratios[5] ?? 0))).toBeLessThan(4)
})

it("hears a track's beat, and lays it under a longer film: looped at bars, levelled, its beats where the grid says", async () => {
  const file = knockingTrack(14)
  const analysis = await analyseTrack(file)
  expect(analysis.bpm).toBeCloseTo(100, 0)
  expect(analysis.beatsPerBar).toBe(4)
  expect(analysis.durationSeconds).toBeCloseTo(14, 1)
  const { parts, beatGrid } = layTrack(analysis, 20)
  expect(parts.length).toBe(2)
  const soundtrack: Soundtrack = {
    kind: 'track',
    trackId: crypto.randomUUID(),
    beatGrid,
    parts,
    swellFrames: [],
  }
  const storyboard = { soundtrack, frameCount: 600, fps: 30 }
  const sound = await play({ storyboard, score: null, readTrack: () => Promise.resolve(file) })
  expect(sound.left.length).toBe(960_000)
  expect(Math.abs(sound.loudness + 14)).toBeLessThan(0.7)
  expect(sound.peakDecibels).toBeLessThanOrEqual(-1)
  const { all, framesPerSecond } = onsetsOf(sound.left)
  // The last seconds fade.
  for (let at = beatGrid?.firstBeatSeconds ?? NaN; at < 16; at += beatGrid?.secondsPerBeat ?? NaN) {
    const frame = Math.round((at - 0.0105) * framesPerSecond)
    const near = Math.max(...[-3, -2, -1, 0, 1, 2, 3].map((off) => all[frame + off] ?? 0))
    const between = Math.max(...[14, 18, 22].map((off) => all[frame + off] ?? 0))
    expect(near).toBeGreaterThan(between * 2 + 1)
  }
})

it('says when a file is no sound, and stops when it is told to', async () => {
  await expect(analyseTrack(new Blob(['no sound at all']))).rejects.toThrow(TrackUnreadable)
  await expect(analyseTrack(knockingTrack(1), AbortSignal.abort(new Error('enough')))).rejects.toThrow(
    'enough',
  )
  const stopping = new AbortController()
  const playing = openSoundtrack({ ...scored(900, 30), signal: stopping.signal })
  const first = playing.next()
  stopping.abort(new Error('enough'))
  await expect(first).rejects.toThrow('enough')
})
