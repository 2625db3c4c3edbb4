import { describe, expect, it } from 'vitest'
import { STYLES, type Style } from '@/domain/project'
import { storyboardSchema, type Framing, type Shot, type Storyboard } from '@/domain/storyboard'
import { directFilm, type DirectedPhoto, type FilmWishes } from './directFilm'
import { hasPhotoToShow } from './filmWishes'
import { analysisOf, face, photoOf } from './testing/madePhotos'

/** Repeatable numbers in 0..1. */
function seededRandom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const uuid = (index: number) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`
const SHAPES = [
  [4000, 3000],
  [3000, 4000],
  [6000, 4000],
  [1000, 1000],
  [9000, 2000],
  [1200, 5000],
  [1, 1],
  [1920, 1080],
] as const
const FRAMES = [
  [1920, 1080],
  [1080, 1920],
  [1080, 1080],
  [1080, 1350],
] as const

function makePhotos(count: number, random: () => number): DirectedPhoto[] {
  return Array.from({ length: count }, (_, index) => {
    const [width, height] = SHAPES[Math.floor(random() * SHAPES.length)] ?? [1, 1]
    const caption =
      random() < 0.3 ? 'The quick brown fox jumps over the lazy dog. '.slice(0, 1 + random() * 44) : ''
    return { id: uuid(index), width, height, takenAt: null, caption }
  })
}

const wishes = (changes: Partial<FilmWishes>): FilmWishes => ({
  photos: makePhotos(8, seededRandom(1)),
  title: 'Summer',
  subtitle: '2025',
  style: 'classic',
  durationSeconds: 30,
  width: 1920,
  height: 1080,
  fps: 30,
  ...changes,
})

/** Frames in which a shot stands alone, its dissolves left out. */
const alone = (shots: readonly Shot[], index: number) => {
  const shot = shots[index]
  if (!shot) throw new RangeError()
  return (shots[index + 1]?.startFrame ?? shot.endFrame) - (shot.startFrame + shot.transition.frames)
}

/** What is wrong with a storyboard; plain comparisons, thousands of times. */
function faults(storyboard: Storyboard, { photos, durationSeconds, fps }: FilmWishes): string[] {
  const { shots, overlays, frameCount } = storyboard
  const found: string[] = []
  const check = (isRight: boolean, fault: string) => {
    if (!isRight) found.push(`${photos.length} photos, ${durationSeconds} s, ${storyboard.style}: ${fault}`)
  }
  check(storyboardSchema.safeParse(storyboard).success, 'not a storyboard')
  check(frameCount === Math.round(durationSeconds * fps), 'another length')
  check(shots[0]?.startFrame === 0 && shots[0].transition.frames === 0, 'begins late')
  check(shots.at(-1)?.endFrame === frameCount, 'ends early')
  const known = new Map(photos.map((photo) => [photo.id, photo]))
  shots.forEach((shot, index) => {
    const next = shots[index + 1]
    // Each dissolve begins inside the shot before it and ends exactly with it.
    check(
      !next || shot.endFrame === next.startFrame + next.transition.frames,
      `gap or overlap after shot ${index}`,
    )
    check(alone(shots, index) > 0, `shot ${index} is never alone`)
    check((shot.endFrame - shot.startFrame) / fps > 1.15, `shot ${index} is a blink`)
    for (const { photoId, area, fit, from, to } of shot.panels) {
      const photo = known.get(photoId)
      const size = {
        width: area.width * storyboard.stage.width,
        height: area.height * storyboard.stage.height,
      }
      const insideIt = photo && [from, to].every((framing) => isInside(framing, photo, size))
      check(fit === 'contain' || insideIt === true, `shot ${index} looks beyond its photo`)
    }
  })
  for (const { startFrame, endFrame } of overlays) {
    check(startFrame >= 0 && endFrame > startFrame && endFrame <= frameCount, 'text outside the film')
  }
  return found
}

function isInside(
  { zoom, centerX, centerY }: Framing,
  photo: DirectedPhoto,
  { width, height }: { width: number; height: number },
) {
  const scale = Math.max(width / photo.width, height / photo.height) * zoom
  const inside = (center: number, half: number) => center - half > -1e-9 && center + half < 1 + 1e-9
  return (
    inside(centerX, width / scale / photo.width / 2) && inside(centerY, height / scale / photo.height / 2)
  )
}

describe('directFilm', () => {
  it('meets the length exactly, without gaps, for any number of photos, length, style and shape', () => {
    const random = seededRandom(42)
    for (let turn = 0; turn < 60; turn++) {
      const count = turn % 5 === 0 ? 1 + Math.floor(random() * 4) : 1 + Math.floor(random() * 500)
      const durationSeconds = turn % 3 === 0 ? 5 + Math.floor(random() * 40) : 5 + Math.floor(random() * 1796)
      const [width, height] = FRAMES[turn % FRAMES.length] ?? [1920, 1080]
      const style: Style = STYLES[turn % STYLES.length] ?? 'classic'
      const fps = [24, 30, 60][turn % 3] ?? 30
      const asked = wishes({ photos: makePhotos(count, random), durationSeconds, width, height, style, fps })
      expect(faults(directFilm(asked), asked)).toEqual([])
    }
  }, 30_000)

  it('keeps the order the person gave and shows every photo that has time', () => {
    const asked = wishes({ photos: makePhotos(20, seededRandom(2)), durationSeconds: 60 })
    expect(directFilm(asked).shots.flatMap(({ panels }) => panels.map(({ photoId }) => photoId))).toEqual(
      asked.photos.map(({ id }) => id),
    )
  })

  it('leaves no photo out where all can be seen, and gives each its turn', () => {
    for (const style of ['classic', 'cinematic', 'vintage'] as const) {
      const photos = makePhotos(8, seededRandom(2)).map((photo) => ({ ...photo, caption: '' }))
      const sized = photos.map((photo) => ({ ...photo, width: 1600, height: 1200 }))
      const music = { kind: 'score', mood: 'auto', seed: 1 } as const
      const { shots, frameCount, leftOut } = directFilm(
        wishes({ photos: sized, style, durationSeconds: 16, music }),
      )
      expect(leftOut).toEqual([])
      const seen = sized.map((_, index) => {
        const middle = ((index + 0.5) / 8) * frameCount
        return shots.findLastIndex(
          ({ startFrame, transition }) => startFrame + transition.frames / 2 <= middle,
        )
      })
      expect({ style, seen }).toEqual({ style, seen: [0, 1, 2, 3, 4, 5, 6, 7] })
    }
  })

  it('chooses evenly when there are more photos than time, the first and the last among them', () => {
    const photos = makePhotos(500, seededRandom(3)).map((photo) => ({
      ...photo,
      width: 4000,
      height: 3000,
      caption: '',
    }))
    const asked = wishes({ photos, durationSeconds: 10, title: '' })
    const shown = directFilm(asked).shots.map(({ panels: [panel] }) => Number(panel?.photoId.slice(-12)))
    expect(shown.length).toBe(5)
    expect(shown[0]).toBe(0)
    expect(shown.at(-1)).toBe(499)
    const steps = shown.slice(1).map((at, index) => at - (shown[index] ?? NaN))
    expect(Math.max(...steps) - Math.min(...steps)).toBeLessThanOrEqual(1)
  })

  it('makes one long shot of a single photo', () => {
    const { shots } = directFilm(wishes({ photos: makePhotos(1, seededRandom(4)), durationSeconds: 600 }))
    expect(shots).toHaveLength(1)
    expect(shots[0]).toMatchObject({ startFrame: 0, endFrame: 18_000 })
  })

  it('lets few photos come round again rather than stand for more than twenty seconds', () => {
    const asked = wishes({ photos: makePhotos(3, seededRandom(5)), durationSeconds: 300 })
    const { shots, overlays } = directFilm(asked)
    expect(shots).toHaveLength(15)
    expect(shots.map(({ panels: [panel] }) => Number(panel?.photoId.slice(-12)))).toEqual(
      Array.from({ length: 15 }, (_, i) => i % 3),
    )
    const captioned = asked.photos.filter(({ caption }) => caption.trim())
    expect(overlays.filter(({ kind }) => kind === 'caption').length).toBeLessThanOrEqual(captioned.length)
  })

  it('shows portraits whole on a wide frame, and on a tall one very wide photos and those with a face at each edge', () => {
    const atTheEdges = analysisOf({ faces: [face(0.02, 0.4, 0.1), face(0.88, 0.4, 0.1)] })
    const photos = [
      photoOf(1, { width: 3000, height: 4000 }),
      photoOf(2),
      photoOf(3, { width: 9000, height: 3000 }),
      photoOf(4, { analysis: atTheEdges }),
    ]
    const fits = (changes: Partial<FilmWishes>) =>
      directFilm(wishes({ photos, ...changes })).shots.map(({ panels }) => panels.map(({ fit }) => fit))
    expect(fits({})).toEqual([['contain'], ['cover'], ['cover'], ['cover']])
    expect(fits({ width: 1080, height: 1920 })).toEqual([['cover'], ['cover'], ['contain'], ['contain']])
  })

  it('travels along a panorama', () => {
    const photos = [{ id: uuid(1), width: 9000, height: 3000, takenAt: null, caption: '' }]
    const shot = directFilm(wishes({ photos, durationSeconds: 10 })).shots[0]?.panels[0]
    expect(shot?.fit).toBe('cover')
    expect((shot?.to.centerX ?? 0) - (shot?.from.centerX ?? 0)).toBeGreaterThan(0.3)
  })

  it('does not repeat a move in the next shot', () => {
    const { shots } = directFilm(wishes({ photos: makePhotos(12, seededRandom(6)), durationSeconds: 60 }))
    const moves = shots.map(
      ({ panels: [panel] }) =>
        panel &&
        `${Math.sign(panel.to.zoom - panel.from.zoom)} ${Math.sign(panel.to.centerX - panel.from.centerX)}`,
    )
    moves.slice(1).forEach((move, index) => expect(move).not.toBe(moves[index]))
  })

  it('opens with the title over the first seconds, and without one when there is none', () => {
    const { overlays } = directFilm(wishes({ title: ' Summer ', subtitle: 'June 2025' }))
    expect(overlays[0]).toMatchObject({ kind: 'title', text: 'Summer', subtitle: 'June 2025', photoId: null })
    expect(overlays[0]?.endFrame).toBeLessThan(6 * 30)
    expect(directFilm(wishes({ title: '  ' })).overlays.filter(({ kind }) => kind === 'title')).toEqual([])
  })

  it('shows a caption while its photo stands alone, never under the title, long enough to read', () => {
    const photos = makePhotos(6, seededRandom(7)).map((photo, index) => ({
      ...photo,
      caption: `Caption ${index}`,
    }))
    const { shots, overlays } = directFilm(wishes({ photos, durationSeconds: 40 }))
    const title = overlays.find(({ kind }) => kind === 'title')
    const captions = overlays.filter(({ kind }) => kind === 'caption')
    expect(captions.map(({ text }) => text)).toEqual(photos.map(({ caption }) => caption))
    captions.forEach((caption) => {
      const index = shots.findIndex(({ panels }) => panels[0]?.photoId === caption.photoId)
      const shot = shots[index]
      expect(caption.startFrame).toBeGreaterThanOrEqual(
        (shot?.startFrame ?? NaN) + (shot?.transition.frames ?? NaN),
      )
      expect(caption.endFrame).toBeLessThanOrEqual(shots[index + 1]?.startFrame ?? Infinity)
      expect(caption.startFrame).toBeGreaterThanOrEqual(title?.endFrame ?? NaN)
      expect(caption.endFrame - caption.startFrame).toBeGreaterThan(45)
    })
  })

  it('gives a photo with a long caption more time', () => {
    const photos = makePhotos(6, seededRandom(8)).map((photo) => ({ ...photo, caption: '' }))
    const talkative = photos.map((photo, index) =>
      index === 3 ? { ...photo, caption: 'word '.repeat(30) } : photo,
    )
    const { shots } = directFilm(wishes({ photos: talkative, durationSeconds: 40 }))
    expect(alone(shots, 3)).toBeGreaterThan(alone(shots, 2) * 1.5)
  })

  it('says the same twice, and refuses a film without photos', () => {
    expect(directFilm(wishes({}))).toEqual(directFilm(wishes({})))
    expect(() => directFilm(wishes({ photos: [] }))).toThrow(RangeError)
    const skipped = makePhotos(3, seededRandom(1)).map((photo) => ({ ...photo, choice: 'skip' as const }))
    expect([hasPhotoToShow(skipped), hasPhotoToShow(makePhotos(1, seededRandom(1)))]).toEqual([false, true])
    expect(() => directFilm(wishes({ photos: skipped }))).toThrow(RangeError)
  })
})
