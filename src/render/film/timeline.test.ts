import { describe, expect, it } from 'vitest'
import { PLAIN_LOOK, WHOLE_STAGE, type Panel, type Shot, type Storyboard } from '@/domain/storyboard'
import { opacityOf } from './entrances'
import { brightnessAt, leaksAt, nextShot, overlaysAt, sceneAt } from './timeline'
import { withoutPhoto } from './withoutPhoto'

const uuid = (index: number) => `00000000-0000-4000-8000-00000000000${index}`
const center = { centerX: 0.5, centerY: 0.5 }

const shot = (index: number, startFrame: number, endFrame: number, transitionFrames: number): Shot => ({
  panels: [
    {
      photoId: uuid(index),
      area: WHOLE_STAGE,
      fit: 'cover',
      from: { zoom: 1, ...center },
      to: { zoom: 1.2, ...center },
    },
  ],
  startFrame,
  endFrame,
  motionEndFrame: endFrame,
  transition: { kind: 'dissolve', direction: 'left', frames: transitionFrames },
  reasons: [],
})

const film: Storyboard = {
  style: 'classic',
  width: 1920,
  height: 1080,
  fps: 30,
  frameCount: 90,
  stage: { x: 0, y: 0, width: 1920, height: 1080 },
  look: PLAIN_LOOK,
  lettering: 'serif',
  leaks: [],
  chapters: [],
  soundtrack: { kind: 'none' },
  leftOut: [],
  fadeInFrames: 10,
  fadeOutFrames: 10,
  shots: [shot(0, 0, 40, 0), shot(1, 30, 70, 10), shot(2, 60, 90, 10)],
  overlays: [
    {
      kind: 'caption',
      photoId: uuid(1),
      text: 'a',
      subtitle: '',
      startFrame: 42,
      endFrame: 58,
      fadeFrames: 4,
    },
    { kind: 'title', photoId: null, text: 'b', subtitle: '', startFrame: 5, endFrame: 25, fadeFrames: 0 },
  ],
}

describe('the shots of a frame', () => {
  it('are one while it stands alone and two while they dissolve, the new one on top', () => {
    const indexes = (frame: number) => sceneAt(film, frame).layers.map(({ shotIndex }) => shotIndex)
    expect([0, 29, 30, 39, 40, 59, 65, 89].map(indexes)).toEqual([
      [0],
      [0],
      [0, 1],
      [0, 1],
      [1],
      [1],
      [1, 2],
      [2],
    ])
  })

  it('dissolve smoothly from nothing to all', () => {
    const alphas = Array.from({ length: 10 }, (_, index) => {
      const entrance = sceneAt(film, 30 + index).layers[1]?.entrance
      return entrance ? opacityOf(entrance) : NaN
    })
    expect(alphas[0]).toBeLessThan(20)
    expect(alphas[9]).toBeGreaterThan(236)
    alphas.slice(1).forEach((alpha, index) => expect(alpha).toBeGreaterThan(alphas[index] ?? NaN))
  })

  it('never leave a frame without an opaque ground', () => {
    const gap: Storyboard = { ...film, shots: [shot(0, 0, 30, 0), shot(1, 30, 90, 10)] }
    for (let frame = 0; frame < 90; frame++)
      expect(sceneAt(gap, frame).layers[0]).toMatchObject({ entrance: null })
  })

  it('move evenly to where the motion ends, and then rest', () => {
    const resting: Storyboard = { ...film, shots: [{ ...shot(0, 0, 90, 0), motionEndFrame: 60 }] }
    const zooms = Array.from(
      { length: 90 },
      (_, frame) => sceneAt(resting, frame).layers[0]?.framings[0]?.zoom ?? NaN,
    )
    expect(zooms[0]).toBe(1)
    expect(new Set(zooms.slice(60))).toEqual(new Set([1.2]))
    zooms.slice(1, 61).forEach((zoom, index) => expect(zoom).toBeGreaterThan(zooms[index] ?? NaN))
  })

  it('show all the way what both ends of a move show: a face at an edge is never cut off', () => {
    const from = { zoom: 1, centerX: 0.5, centerY: 0.5 }
    const to = { zoom: 3, centerX: 1 / 6, centerY: 0.5 }
    const pushing: Storyboard = {
      ...film,
      shots: [
        { ...shot(0, 0, 90, 0), panels: [{ photoId: uuid(0), area: WHOLE_STAGE, fit: 'cover', from, to }] },
      ],
    }
    const edges = Array.from({ length: 90 }, (_, frame) => {
      const framing = sceneAt(pushing, frame).layers[0]?.framings[0]
      return framing ? framing.centerX - 0.5 / framing.zoom : NaN
    })
    for (const edge of edges) expect(edge).toBeCloseTo(0, 9)
  })
})

it('the next shot is the one that has not begun', () => {
  expect([0, 29, 30, 60, 89].map((frame) => nextShot(film, frame)?.startFrame)).toEqual([
    30,
    30,
    60,
    undefined,
    undefined,
  ])
})

describe('a transition', () => {
  const coming = (kind: Shot['transition']['kind']): Storyboard => ({
    ...film,
    shots: [
      shot(0, 0, 40, 0),
      { ...shot(1, 30, 90, 0), transition: { kind, direction: 'left', frames: 10 } },
    ],
  })
  const indexes = (kind: Shot['transition']['kind'], frame: number) =>
    sceneAt(coming(kind), frame).layers.map(({ shotIndex }) => shotIndex)

  it('shows both shots while it lasts, one after it', () => {
    for (const kind of ['dissolve', 'slide', 'push', 'zoom', 'wipe', 'film_edge', 'leak'] as const) {
      expect([29, 30, 39, 40].map((frame) => indexes(kind, frame))).toEqual([[0], [0, 1], [0, 1], [1]])
      expect(sceneAt(coming(kind), 33).light).toBe(256)
    }
  })

  it('is at once when it is a cut', () => {
    expect([29, 30].map((frame) => indexes('cut', frame))).toEqual([[0], [1]])
  })

  it('goes down to black with the old shot and up with the new one', () => {
    expect([29, 33, 36, 40].map((frame) => indexes('black', frame))).toEqual([[0], [0], [1], [1]])
    const lights = Array.from({ length: 12 }, (_, index) => sceneAt(coming('black'), 29 + index).light)
    expect(lights[0]).toBe(256)
    expect(Math.min(...lights)).toBeLessThan(10)
    expect(lights.at(-1)).toBe(256)
    const low = lights.indexOf(Math.min(...lights))
    expect(lights.slice(0, low)).toEqual(lights.slice(0, low).toSorted((a, b) => b - a))
    expect(lights.slice(low)).toEqual(lights.slice(low).toSorted((a, b) => a - b))
  })

  it('lets light in when it is a leak, most in its middle', () => {
    const amounts = Array.from(
      { length: 14 },
      (_, index) => leaksAt(coming('leak'), 28 + index)[0]?.amount ?? 0,
    )
    expect(amounts.slice(0, 2)).toEqual([0, 0])
    expect(amounts.slice(12)).toEqual([0, 0])
    expect(Math.max(...amounts)).toBe(Math.max(amounts[6] ?? 0, amounts[7] ?? 0))
    expect(leaksAt(coming('dissolve'), 35)).toEqual([])
  })
})

describe('light that leaks in', () => {
  it('swells and goes in its time, as strong as it is told', () => {
    const leaking = { ...film, leaks: [{ startFrame: 20, endFrame: 70, strength: 0.5, seed: 3 }] }
    const amounts = Array.from({ length: 90 }, (_, frame) => leaksAt(leaking, frame)[0]?.amount ?? 0)
    expect(amounts.slice(0, 20).every((amount) => amount === 0)).toBe(true)
    expect(amounts.slice(70).every((amount) => amount === 0)).toBe(true)
    expect(amounts[20]).toBeLessThan(10)
    expect(Math.max(...amounts)).toBeLessThanOrEqual(128)
    expect(Math.max(...amounts)).toBeGreaterThan(96)
  })
})

describe('texts and fades', () => {
  it('come and go softly, and only in their time', () => {
    expect(overlaysAt(film, 4)).toEqual([])
    expect(overlaysAt(film, 5)).toEqual([{ overlayIndex: 1, amount: 256 }])
    expect(overlaysAt(film, 50)).toEqual([{ overlayIndex: 0, amount: 256 }])
    expect(overlaysAt(film, 42)[0]?.amount).toBeLessThan(60)
    expect(overlaysAt(film, 57)[0]?.amount).toBeLessThan(60)
    expect(overlaysAt(film, 58)).toEqual([])
  })

  it('take the film from black to black', () => {
    expect([0, 10, 45, 79, 89].map((frame) => brightnessAt(film, frame))).toEqual([0, 256, 256, 256, 0])
    expect(brightnessAt({ ...film, fadeInFrames: 0, fadeOutFrames: 0 }, 0)).toBe(256)
  })
})

describe('a film without one of its photos', () => {
  const covered = (storyboard: Storyboard | null) =>
    Array.from({ length: 90 }, (_, frame) =>
      storyboard ? sceneAt(storyboard, frame).layers.length > 0 : false,
    )

  it('shows the next photo in its place, or rests on the last one', () => {
    for (const index of [0, 1, 2]) {
      const rest = withoutPhoto(film, uuid(index))
      expect(rest?.shots).toHaveLength(2)
      expect(covered(rest).every(Boolean)).toBe(true)
      expect(rest?.shots[0]).toMatchObject({ startFrame: 0, transition: { frames: 0 } })
      expect(rest?.shots.at(-1)?.endFrame).toBe(90)
    }
  })

  it('does not change how a shot moves that is already on screen', () => {
    const before = sceneAt(film, 50).layers[0]?.framings
    const rest = withoutPhoto(film, uuid(2))
    expect(rest && sceneAt(rest, 50).layers[0]?.framings).toEqual(before)
    expect(rest && sceneAt(rest, 80).layers[0]?.framings[0]?.zoom).toBe(1.2)
  })

  it('loses its caption and keeps the others', () => {
    expect(withoutPhoto(film, uuid(1))?.overlays.map(({ text }) => text)).toEqual(['b'])
    expect(withoutPhoto(film, uuid(0))?.overlays).toHaveLength(2)
  })

  it('gives its room in a shot to the photos beside it', () => {
    const side = (index: number, x: number, width: number): Panel => ({
      photoId: uuid(index),
      area: { x, y: 0, width, height: 1 },
      fit: 'cover',
      from: { zoom: 1, ...center },
      to: { zoom: 1, ...center },
    })
    const trio = { ...shot(0, 0, 90, 0), panels: [side(5, 0, 0.3), side(6, 0.3, 0.4), side(7, 0.7, 0.3)] }
    const pair = withoutPhoto({ ...film, shots: [trio] }, uuid(6))
    expect(pair?.shots[0]?.panels.map(({ photoId, area }) => [photoId, area.x, area.width])).toEqual([
      [uuid(5), 0, 0.5],
      [uuid(7), 0.5, 0.5],
    ])
    const alone = pair && withoutPhoto(pair, uuid(5))
    expect(alone?.shots[0]?.panels).toMatchObject([{ photoId: uuid(7), area: WHOLE_STAGE, fit: 'contain' }])
    expect(alone?.shots[0]).toMatchObject({ startFrame: 0, endFrame: 90 })
    expect(alone && withoutPhoto(alone, uuid(7))).toBeNull()
  })

  it('leaves every shot that showed it, and is listed as left out', () => {
    const again: Storyboard = {
      ...film,
      shots: [shot(1, 0, 40, 0), shot(1, 30, 70, 10), shot(2, 60, 90, 10)],
    }
    const rest = withoutPhoto(again, uuid(1))
    expect(rest?.shots).toMatchObject([{ startFrame: 0, endFrame: 90, transition: { frames: 0 } }])
    expect(rest?.leftOut).toEqual([{ photoId: uuid(1), reason: { code: 'unreadable', values: {} } }])
  })

  it('is none when there was only that one', () => {
    expect(withoutPhoto({ ...film, shots: [shot(0, 0, 90, 0)] }, uuid(0))).toBeNull()
  })
})
