import { describe, expect, it } from 'vitest'
import type { Box } from '@/domain/analysis'
import { UNDIRECTED } from '@/domain/direction'
import { WHOLE_STAGE } from '@/domain/storyboard'
import { candidatesOf } from '../choice/Candidate'
import type { DirectedPhoto } from '../filmWishes'
import { STYLE_DIRECTIONS } from '../styles/styleDirections'
import type { Move } from '../styles/StyleDirection'
import { analysisOf, face, photoOf } from '../testing/madePhotos'
import { framePanel, type PanelWish } from './framePanel'
import { seenThrough, viewOf } from './view'

const WIDE = { width: 1920, height: 1080 }
const TALL = { width: 1080, height: 1920 }

function frame(changes: Partial<DirectedPhoto>, wish: Partial<PanelWish> = {}) {
  const [candidate] = candidatesOf([photoOf(0, changes)])
  if (!candidate) throw new RangeError()
  const stage = wish.stage ?? WIDE
  const framed = framePanel({
    candidate,
    area: WHOLE_STAGE,
    stage,
    seconds: 4,
    direction: STYLE_DIRECTIONS.classic,
    turn: 0,
    previous: null,
    ...wish,
  })
  const view = viewOf(candidate.photo, stage, framed.panel.fit)
  return { ...framed, from: seenThrough(view, framed.panel.from), to: seenThrough(view, framed.panel.to) }
}
const withFaces = (...faces: ReturnType<typeof face>[]) => ({ analysis: analysisOf({ faces }) })
const middle = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })
const codes = ({ reasons }: { reasons: readonly { code: string }[] }) => reasons.map(({ code }) => code)

describe('framePanel', () => {
  it('comes closer to the faces, and goes back from them, with eyes a little above the middle', () => {
    const portrait = withFaces(face(0.7, 0.3, 0.1))
    const closer = frame(portrait)
    expect(codes(closer)).toEqual(['ends_on_faces'])
    expect(closer.to.width).toBeLessThan(closer.from.width * 0.9)
    expect(middle(closer.to).x).toBeGreaterThan(middle(closer.from).x)
    expect(middle(closer.to).y).toBeGreaterThan(0.35)
    const back = frame(portrait, { previous: 'push-in' })
    expect(codes(back)).toEqual(['starts_on_faces'])
    expect([back.from, back.to]).toEqual([closer.to, closer.from])
  })

  it('comes as close as the part that a person chose, whatever faces there are, and never looks beyond the photo', () => {
    const shown = (focus: Box) =>
      frame({ ...withFaces(face(0.1, 0.1, 0.1)), direction: { ...UNDIRECTED, focus } })
    const part = shown({ x: 0.6, y: 0.5, width: 0.3, height: 0.3 })
    expect(codes(part)).toContain('framed_by_you')
    expect(part.to.width).toBeLessThan(0.6)
    expect(part.to.x).toBeLessThanOrEqual(0.6)
    expect(part.to.x + part.to.width).toBeGreaterThanOrEqual(0.9 - 1e-9)
    const point = shown({ x: 0.9, y: 0.9, width: 0, height: 0 })
    expect(point.to.width).toBeGreaterThan(0.6)
    expect(middle(point.to).x).toBeGreaterThan(middle(point.from).x)
    for (const edge of [0, 0.5, 0.97, 1]) {
      const { from, to } = shown({ x: edge, y: edge, width: 1, height: 0.2 })
      for (const seen of [from, to]) {
        expect(Math.min(seen.x, seen.y)).toBeGreaterThanOrEqual(-1e-9)
        expect(Math.max(seen.x + seen.width, seen.y + seen.height)).toBeLessThanOrEqual(1 + 1e-9)
      }
    }
  })

  it('leaves room for hair above a face, where there is some', () => {
    const { from, to } = frame(withFaces(face(0.45, 0.1, 0.1, 0.12)))
    for (const seen of [from, to]) expect(seen.y).toBeLessThanOrEqual(0.1 - 0.4 * 0.12 + 1e-9)
  })

  it('shows a photo whole when filling the frame would cut a face off', () => {
    const group = withFaces(face(0.02, 0.4, 0.1), face(0.88, 0.4, 0.1))
    expect(frame(group).panel.fit).toBe('cover')
    const tall = frame({ ...group, width: 1200, height: 1600 }, { stage: TALL })
    expect(tall.panel.fit).toBe('contain')
    expect(codes(tall)).toEqual(['shown_whole_for_faces'])
    expect(tall.to.width).toBeGreaterThan(0.96)
  })

  it('holds still rather than leave a face out: a face that fills the picture is not pushed at', () => {
    const { panel, move } = frame(withFaces(face(0.005, 0.1, 0.99, 0.6)))
    expect(panel.fit).toBe('cover')
    expect(move === null || move.startsWith('tilt') || move.startsWith('pan')).toBe(true)
  })

  it('looks at what draws the eye where there are no faces', () => {
    const right = frame({ analysis: analysisOf({ focus: { x: 0.6, y: 0.5, width: 0.4, height: 0.5 } }) })
    const left = frame({ analysis: analysisOf({ focus: { x: 0, y: 0.5, width: 0.4, height: 0.5 } }) })
    expect(codes(right)).toEqual(['looks_at_focus'])
    expect(middle(right.to).x).toBeGreaterThan(middle(left.to).x + 0.05)
  })

  it('travels along what filling the frame hides: a photo too tall for wide bars is tilted over', () => {
    const stage = { width: 1920, height: 804 }
    const { move, from, to } = frame({}, { stage, direction: STYLE_DIRECTIONS.cinematic, seconds: 6 })
    expect(move).toMatch(/^tilt/)
    expect(Math.abs(middle(from).y - middle(to).y)).toBeGreaterThan(0.12)
  })

  it('travels along panoramas to the other side, the next one back, and closer in where the frame is tall', () => {
    const wide = { width: 9000, height: 3000 }
    const first = frame(wide, { seconds: 10 })
    expect(codes(first)).toEqual(['travels_panorama'])
    expect([first.from.x, first.to.x + first.to.width]).toEqual([0, 1].map((edge) => expect.closeTo(edge, 3)))
    expect(frame(wide, { previous: 'pan-right' }).move).toBe('pan-left')
    const tall = frame(wide, { stage: TALL, seconds: 10 })
    expect([tall.panel.fit, tall.move]).toEqual(['contain', 'pan-right'])
    expect(tall.to.width).toBeLessThan(0.7)
    const tower = frame({ width: 1000, height: 4000 }, { stage: TALL, seconds: 10 })
    expect([tower.panel.fit, tower.move]).toEqual(['cover', 'tilt-down'])
  })

  it('fills an upright frame with a wide photo and travels along it, unless that cuts off a face', () => {
    const plain = frame({}, { stage: TALL })
    expect(plain.panel.fit).toBe('cover')
    expect(plain.move).toMatch(/^pan/)
    expect(Math.abs(middle(plain.from).x - middle(plain.to).x)).toBeGreaterThan(0.08)
    const couple = frame(withFaces(face(0.2, 0.4, 0.1), face(0.7, 0.4, 0.1)), { stage: TALL })
    expect([couple.panel.fit, codes(couple)]).toEqual(['contain', ['shown_whole_for_faces']])
    // A portrait on a wide frame is a strip of it: it stays whole.
    expect(frame({ width: 3000, height: 4000 }).panel.fit).toBe('contain')
  })

  it('makes no move twice in a row, and moves gently in a brief shot', () => {
    let previous: Move | null = null
    for (let turn = 0; turn < 60; turn++) {
      const { move }: { move: Move | null } = frame(turn % 3 ? {} : { width: 3000, height: 4000 }, {
        turn,
        previous,
      })
      expect(move).not.toBe(previous)
      previous = move
    }
    const brief = frame(withFaces(face(0.45, 0.4, 0.1)), { seconds: 0.8, direction: STYLE_DIRECTIONS.modern })
    expect(brief.panel.to.zoom).toBeLessThan(1.09)
  })
})
