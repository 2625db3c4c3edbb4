import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MOODS } from '@/domain/music'
import { STYLES } from '@/domain/project'
import { directFilm } from './directFilm'
import type { FilmWishes } from './filmWishes'
import { REASON_CODES } from './reasons'
import { shapedPhotos, somebodysPhotos } from './testing/madePhotos'
import { storyboardFaults } from './testing/storyboardFaults'

const FRAMES = [
  [1920, 1080],
  [1080, 1920],
  [1080, 1080],
  [1080, 1350],
  [1280, 720],
  [720, 900],
] as const

const musicOf = fc.oneof(
  fc.constant({ music: { kind: 'none' as const } }),
  fc
    .record({ mood: fc.constantFrom('auto' as const, ...MOODS), seed: fc.nat(1000) })
    .map(({ mood, seed }) => ({
      music: { kind: 'score' as const, mood, seed },
    })),
  fc
    .record({ bpm: fc.option(fc.integer({ min: 60, max: 180 })), seconds: fc.integer({ min: 10, max: 400 }) })
    .map(({ bpm, seconds }) => ({
      music: { kind: 'track' as const, trackId: '00000000-0000-4000-8000-00000000000a' },
      trackBeats: {
        version: 1 as const,
        durationSeconds: seconds,
        startSeconds: 0.5,
        endSeconds: seconds - 1,
        bpm,
        firstBeatSeconds: 0.7,
        beatsPerBar: 4,
      },
    })),
  // An own track that nobody has listened to yet.
  fc.constant({
    music: { kind: 'track' as const, trackId: '00000000-0000-4000-8000-00000000000a' },
    trackBeats: null,
  }),
)

/** Any film a person may ask for: 1 to 500 photos, 5 to 1800 seconds; films of few photos and few seconds more often. */
const anyFilm = fc.record({
  seed: fc.nat(),
  count: fc.oneof(
    { weight: 3, arbitrary: fc.integer({ min: 1, max: 30 }) },
    fc.integer({ min: 1, max: 500 }),
  ),
  durationSeconds: fc.oneof(
    { weight: 2, arbitrary: fc.integer({ min: 5, max: 120 }) },
    fc.integer({ min: 5, max: 1800 }),
  ),
  style: fc.constantFrom(...STYLES),
  frame: fc.constantFrom(...FRAMES),
  fps: fc.constantFrom(24, 30, 60),
  title: fc.constantFrom('', 'Summer'),
  sound: musicOf,
})

/** The photos are made from a number, so that a film that fails is told in a line. */
function wishesOf({
  seed,
  count,
  frame,
  sound,
  ...others
}: typeof anyFilm extends fc.Arbitrary<infer Film> ? Film : never) {
  const [width, height] = frame
  const [first, ...photos] = somebodysPhotos(count, seed)
  // Somebody who skips all of their photos gets no film, which is another test.
  const shown = first ? [first.choice === 'skip' ? { ...first, choice: 'auto' as const } : first] : []
  const wishes: FilmWishes = {
    photos: [...shown, ...photos],
    width,
    height,
    subtitle: '',
    ...sound,
    ...others,
  }
  return wishes
}

it('makes of any photos a film of exactly the length asked for, without gaps, with every face in the picture', () => {
  fc.assert(
    fc.property(anyFilm, (asked) => {
      const wishes = wishesOf(asked)
      expect(storyboardFaults(directFilm(wishes), wishes)).toEqual([])
    }),
    { numRuns: 100 },
  )
}, 60_000)

it('honours what a person decided about shots, and still meets the length, leaves no gaps and cuts nobody else’s face', () => {
  const shaping = { part: fc.constantFrom(0.02, 0.1, 0.3, 1), isShortened: fc.boolean() }
  fc.assert(
    fc.property(anyFilm, fc.record(shaping), (asked, { part, isShortened }) => {
      const made = wishesOf(asked)
      const wishes = { ...made, photos: shapedPhotos(made.photos, part, asked.seed), isShortened }
      expect(storyboardFaults(directFilm(wishes), wishes)).toEqual([])
    }),
    { numRuns: 200 },
  )
}, 120_000)

it('says the same twice, gives known reasons, and leaves its wishes as they were', () => {
  fc.assert(
    fc.property(anyFilm, (asked) => {
      const wishes = wishesOf(asked)
      const before = structuredClone(wishes)
      const film = directFilm(wishes)
      expect(directFilm(before)).toEqual(film)
      expect(wishes).toEqual(before)
      const codes = [
        ...film.shots.flatMap(({ reasons }) => reasons),
        ...film.leftOut.map(({ reason }) => reason),
      ]
      expect(codes.filter(({ code }) => !REASON_CODES.some((known) => known === code))).toEqual([])
    }),
    { numRuns: 15 },
  )
}, 60_000)
