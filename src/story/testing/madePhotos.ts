import type { Analysis, Town } from '@/domain/analysis'
import { UNDIRECTED, type Direction } from '@/domain/direction'
import { TRANSITION_KINDS } from '@/domain/transitionKinds'
import type { PhotoChoice } from '@/domain/photo'
import type { DirectedPhoto } from '../filmWishes'

/** Repeatable numbers in 0..1. */
export function seededRandom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

export const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`

export const analysisOf = (changes: Partial<Analysis> = {}): Analysis => ({
  version: 1,
  faces: [],
  focus: null,
  sharpness: 0.5,
  brightness: 0.47,
  clipped: 0,
  hash: '0000000000000000',
  camera: null,
  town: null,
  utcOffsetMinutes: null,
  ...changes,
})

export const photoOf = (index: number, changes: Partial<DirectedPhoto> = {}): DirectedPhoto => ({
  id: uuid(index),
  width: 4000,
  height: 3000,
  takenAt: null,
  caption: '',
  ...changes,
})

export const townOf = (id: number, name: string, latitude = 46 + id): Town => ({
  id,
  name,
  country: 'SI',
  latitude,
  longitude: 13.5,
})

export const face = (x: number, y: number, width: number, height = width) => ({
  x,
  y,
  width,
  height,
  score: 0.9,
})

/** A hash like `hash` with so many bits turned. */
export function turnBits(hash: string, count: number): string {
  const bits = BigInt(`0x${hash}`)
  const mask = (1n << BigInt(count)) - 1n
  return (bits ^ mask).toString(16).padStart(16, '0')
}

/** `YYYY-MM-DDTHH:mm:ss` so many seconds after the 14th of June 2025, 8:00. */
export const clock = (seconds: number) =>
  new Date(Date.UTC(2025, 5, 14, 8) + seconds * 1000).toISOString().slice(0, 19)

const SHAPES = [
  [4000, 3000],
  [3000, 4000],
  [6000, 4000],
  [1080, 1920],
  [1000, 1000],
  [9000, 2000],
  [1200, 5000],
  [1, 1],
  [1920, 1080],
] as const
const CHOICES: readonly PhotoChoice[] = [
  'auto',
  'auto',
  'auto',
  'auto',
  'auto',
  'auto',
  'auto',
  'auto',
  'keep',
  'skip',
]

/** Days of somebody's photos: bursts, pauses, faces anywhere, some without a time, some nobody has looked at. */
export function somebodysPhotos(count: number, seed: number): DirectedPhoto[] {
  const random = seededRandom(seed)
  const below = (limit: number) => Math.floor(random() * limit)
  let seconds = 0
  let hash = ''
  return Array.from({ length: count }, (_, index) => {
    const pace = random()
    seconds += pace < 0.3 ? 1 : pace < 0.9 ? below(1500) : below(100_000)
    const isAgain = hash !== '' && pace < 0.3
    hash = isAgain
      ? turnBits(hash, below(8))
      : Array.from({ length: 16 }, () => below(16).toString(16)).join('')
    const [width, height] = SHAPES[below(SHAPES.length)] ?? [1, 1]
    const faces = Array.from({ length: random() < 0.5 ? 0 : below(random() < 0.1 ? 40 : 5) }, () => {
      const size = 0.01 + random() ** 3 * 0.6
      return face(random() * (1 - size), random() * (1 - size), size)
    })
    return photoOf(index, {
      width,
      height,
      takenAt: random() < 0.1 ? null : clock(seconds),
      utcOffsetMinutes: random() < 0.5 ? 120 : null,
      caption: random() < 0.2 ? 'The quick brown fox jumps over the lazy dog. '.slice(0, 1 + below(44)) : '',
      choice: CHOICES[below(CHOICES.length)] ?? 'auto',
      analysis:
        random() < 0.1
          ? null
          : analysisOf({
              faces,
              focus:
                random() < 0.5 ? { x: random() * 0.5, y: random() * 0.5, width: 0.5, height: 0.5 } : null,
              sharpness: random(),
              brightness: random(),
              clipped: random() * 0.3,
              hash,
              camera: ['Phone', 'Camera', null][below(3)] ?? null,
              town:
                random() < 0.5
                  ? townOf(Math.floor(seconds / 200_000), `Town ${Math.floor(seconds / 200_000)}`)
                  : null,
            }),
    })
  })
}

/** The same photos after somebody has worked on some of them: `part` of them is shaped in each way. */
export function shapedPhotos(photos: readonly DirectedPhoto[], part: number, seed: number): DirectedPhoto[] {
  const random = seededRandom(seed)
  const hits = () => random() < part
  const round = (value: number) => Math.round(value * 100) / 100
  return photos.map((photo, index) => {
    const focus = {
      x: random() * 0.6,
      y: random() * 0.6,
      width: random() < 0.4 ? 0 : 0.05 + random() * 0.35,
      height: 0.05 + random() * 0.35,
    }
    const direction: Direction = {
      focus: hits() ? focus : null,
      holdSeconds: hits() ? round(0.5 + random() * random() * 12) : null,
      entrance: hits() ? (TRANSITION_KINDS[Math.floor(random() * TRANSITION_KINDS.length)] ?? null) : null,
      card: hits()
        ? {
            text: `Card ${index}`,
            subtitle: random() < 0.5 ? 'with more words' : '',
            seconds: round(1 + random() * 5),
            side: random() < 0.8 ? 'before' : 'after',
          }
        : null,
    }
    return { ...photo, direction: random() < 0.2 ? UNDIRECTED : direction }
  })
}
