import { describe, expect, it } from 'vitest'
import { MOODS, type Mood } from '@/domain/music'
import type { Score } from '@/domain/score'
import { beatGridOf } from './beatGridOf'
import { wrap } from './chords'
import { composeScore } from './composeScore'
import { MOOD_PLANS } from './moods/moods'
import { MOOD_TEMPOS } from './tempos'

const FPS = 30

function compose(mood: Mood, seed: number, seconds: number, swellBars: readonly number[] = []) {
  const frameCount = Math.round(seconds * FPS)
  const beatGrid = beatGridOf(mood, seed, frameCount / FPS)
  const barSeconds = beatGrid.secondsPerBeat * beatGrid.beatsPerBar
  const swellFrames = swellBars.map((bar) => Math.round(bar * barSeconds * FPS))
  const score = composeScore({
    fps: FPS,
    frameCount,
    soundtrack: { kind: 'score', mood, seed, beatGrid, swellFrames },
  })
  if (!score) throw new Error('no score')
  return { score, beatGrid, barSeconds }
}

/** How loudly and how much is played between two moments. */
const effort = ({ notes }: Score, from: number, to: number) =>
  notes.reduce(
    (sum, { startSeconds, velocity }) => sum + (startSeconds >= from && startSeconds < to ? velocity : 0),
    0,
  )

describe('beatGridOf', () => {
  it('fits a whole number of bars into the film, in the tempo of the mood', () => {
    for (const mood of MOODS) {
      const { slowest, fastest } = MOOD_TEMPOS[mood]
      for (const seconds of [20, 31.5, 60, 183.2, 1800]) {
        for (const seed of [0, 1, 99]) {
          const { secondsPerBeat, beatsPerBar, firstBeatSeconds } = beatGridOf(mood, seed, seconds)
          const bars = seconds / secondsPerBeat / beatsPerBar
          expect(Math.abs(bars - Math.round(bars))).toBeLessThan(1e-9)
          expect(firstBeatSeconds).toBe(0)
          expect(60 / secondsPerBeat).toBeGreaterThan(slowest * 0.88)
          expect(60 / secondsPerBeat).toBeLessThan(fastest * 1.12)
        }
      }
    }
  })

  it('takes another tempo with another seed, and the same with the same', () => {
    const tempos = new Set([1, 2, 3, 4, 5].map((seed) => beatGridOf('warm', seed, 600).secondsPerBeat))
    expect(tempos.size).toBeGreaterThan(3)
    expect(beatGridOf('warm', 3, 60)).toEqual(beatGridOf('warm', 3, 60))
  })
})

describe('composeScore', () => {
  it('writes the same notes for the same seed and others for another, in every mood', () => {
    for (const mood of MOODS) {
      const one = compose(mood, 7, 45, [8]).score
      expect(compose(mood, 7, 45, [8]).score).toEqual(one)
      const other = compose(mood, 8, 45, [8]).score
      expect(other.notes.map(({ pitch }) => pitch)).not.toEqual(one.notes.map(({ pitch }) => pitch))
    }
  })

  it('has notes from the beginning to the last bar and none beyond the film, for any mood and length', () => {
    const faults: string[] = []
    for (const mood of MOODS) {
      for (const seconds of [5, 7.3, 15, 61]) {
        const { score, barSeconds } = compose(mood, 3, seconds)
        const check = (isRight: boolean, fault: string) => {
          if (!isRight) faults.push(`${mood} ${seconds} s: ${fault}`)
        }
        const endOf = (note: Score['notes'][number]) => note.startSeconds + note.seconds
        const lastEnd = Math.max(...score.notes.map(endOf))
        check((score.notes[0]?.startSeconds ?? 9) < 0.1, 'begins late')
        check(lastEnd <= score.seconds + 1e-6 && lastEnd > score.seconds - 0.1, 'ends elsewhere')
        for (let bar = 0; bar < Math.round(seconds / barSeconds); bar++) {
          const sounds = score.notes.some(
            (note) => note.startSeconds < (bar + 1) * barSeconds && endOf(note) > bar * barSeconds,
          )
          check(sounds, `bar ${bar} is silent`)
        }
        for (const { instrument, pitch, velocity, seconds: length } of score.notes) {
          check(Number.isInteger(pitch) && pitch >= 21 && pitch <= 108, `${instrument} cannot play ${pitch}`)
          check(velocity > 0 && velocity <= 1 && length > 0 && length < 20, `${instrument} for ${length} s`)
        }
      }
    }
    expect(faults).toEqual([])
  })

  it('ends on the tonic: the last chord belongs to it and its root is the lowest note', () => {
    for (const mood of MOODS) {
      for (const seed of [1, 2, 3]) {
        const { score } = compose(mood, seed, 60)
        const last = score.notes.filter(
          ({ startSeconds, seconds }) => startSeconds + seconds > score.seconds - 0.05,
        )
        const lowest = Math.min(...last.map(({ pitch }) => pitch))
        const { tonics } = MOOD_PLANS[mood]
        expect(tonics).toContain(wrap(lowest))
        const steps = new Set(last.map(({ pitch }) => wrap(pitch - lowest)))
        expect([0, 2, 3, 4, 7, 9, 11].filter((step) => steps.has(step)).length).toBe(steps.size)
        expect(steps.has(7)).toBe(true)
      }
    }
  })

  it('plays on the beats of its grid: drums within ten milliseconds of a sixteenth', () => {
    for (const mood of ['bright', 'bold', 'wide'] as const) {
      const { score, beatGrid } = compose(mood, 5, 60)
      const sixteenth = beatGrid.secondsPerBeat / 4
      const struck = score.notes.filter(({ instrument }) =>
        ['kick', 'clap', 'snare', 'taiko'].includes(instrument),
      )
      expect(struck.length).toBeGreaterThan(10)
      for (const { startSeconds } of struck) {
        const place = startSeconds / sixteenth
        expect(Math.abs(place - Math.round(place)) * sixteenth).toBeLessThan(0.02)
      }
      const bars = new Set(
        struck.map(
          ({ startSeconds }) => Math.round(startSeconds / beatGrid.secondsPerBeat) % beatGrid.beatsPerBar,
        ),
      )
      expect(bars.has(0)).toBe(true)
    }
  })

  it('is played by people: no two bars alike to the millisecond, nobody always equally loud', () => {
    const { score, beatGrid } = compose('bright', 5, 60)
    const late = score.notes.map(({ startSeconds }) => {
      const place = (startSeconds / beatGrid.secondsPerBeat) * 4
      return Math.round((place - Math.round(place)) * 1e6)
    })
    expect(new Set(late).size).toBeGreaterThan(score.notes.length * 0.8)
    const kicks = score.notes
      .filter(({ instrument }) => instrument === 'shaker')
      .map(({ velocity }) => velocity)
    expect(new Set(kicks).size).toBeGreaterThan(kicks.length * 0.8)
  })

  it('rises towards a chapter: a swell ends, and the bars after it are fuller than those before', () => {
    for (const mood of MOODS) {
      const { score, barSeconds } = compose(mood, 4, 60, [6])
      const at = 6 * barSeconds
      const swell = score.notes.find(
        ({ instrument, startSeconds, seconds }) =>
          (instrument === 'cymbalSwell' || instrument === 'riser') &&
          Math.abs(startSeconds + seconds - at) < 0.05,
      )
      expect(swell).toBeDefined()
      expect(effort(score, at, at + 2 * barSeconds)).toBeGreaterThan(effort(score, at - 2 * barSeconds, at))
    }
  })

  it('begins quietly and is fullest late in the film', () => {
    for (const mood of MOODS) {
      const { score } = compose(mood, 9, 120)
      const first = effort(score, 0, 15)
      const height = effort(score, 90, 105)
      expect(height).toBeGreaterThan(first * 1.5)
    }
  })

  it('writes half an hour without standing still: no minute like another', () => {
    const { score } = compose('warm', 2, 1800)
    const minutes = Array.from({ length: 29 }, (_, minute) =>
      score.notes
        .filter(({ startSeconds }) => Math.floor(startSeconds / 60) === minute)
        .map(({ pitch }) => pitch)
        .join(),
    )
    expect(new Set(minutes).size).toBe(29)
  })

  it('says nothing for films with a track or without music', () => {
    expect(composeScore({ fps: FPS, frameCount: 300, soundtrack: { kind: 'none' } })).toBeNull()
  })
})
