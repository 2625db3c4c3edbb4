import { describe, expect, test } from 'vitest'
import type { SomeDirection } from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import { inOrder } from '@/domain/position'
import { DEFAULT_SETTINGS, type GenerationSettings } from '@/domain/video'
import { filmWishes } from '@/generation/filmWishes'
import { directFilm } from '@/story/directFilm'
import { filmShots } from '@/story/filmShots'
import { lake, placed } from './editorDesk.fixture'
import { cardPlace, cutRange, moveCard, moveCut, moveShot, setLength, type PhotoChange } from './shotEdits'

const PHOTOS = [1, 2, 3, 4, 5].map((number) => placed(number))

/** The desk of a film of these photos, 30 s long. */
function deskOf(photos: readonly Photo[], settings: GenerationSettings = DEFAULT_SETTINGS) {
  const shots = filmShots(directFilm(filmWishes(lake, photos, settings, null)))
  return { shots, photos, pace: (settings.durationSeconds ?? 30) / 30 }
}
const direct = (photos: readonly Photo[], changes: readonly PhotoChange[]) =>
  photos.map((photo) => {
    const to: SomeDirection = changes.find((change) => change.photo.id === photo.id)?.to ?? {}
    return { ...photo, direction: { ...photo.direction, ...to } }
  })
const ends = (photos: readonly Photo[]) => deskOf(photos).shots.map(({ endSeconds }) => endSeconds)
const at = <Item>(list: readonly Item[], index: number): Item => {
  const item = list[index]
  if (item === undefined) throw new Error('There is no such thing')
  return item
}
const card = { text: 'The sea', subtitle: '', seconds: 3, side: 'before' as const }
const titled = (index: number) => direct(PHOTOS, [{ photo: at(PHOTOS, index), to: { card } }])

describe('a cut that is moved', () => {
  test('lies where it was put, to the frame, and the cuts beside it stay', () => {
    const desk = deskOf(PHOTOS)
    const wanted = at(desk.shots, 1).endSeconds + 1.37
    const after = ends(direct(PHOTOS, moveCut(desk, 1, wanted)))
    expect(at(after, 1)).toBeCloseTo(wanted, 1)
    expect(at(after, 2)).toBeCloseTo(at(desk.shots, 2).endSeconds, 1)
    expect(at(after, 0)).toBeCloseTo(at(desk.shots, 0).endSeconds, 1)
    expect(after.at(-1)).toBe(30)
  })
  test('leaves both shots time to be seen', () => {
    const desk = deskOf(PHOTOS)
    const { least, most } = cutRange(desk, 1)
    expect(least).toBeCloseTo(at(desk.shots, 1).startSeconds + 0.5)
    expect(most).toBeCloseTo(at(desk.shots, 2).endSeconds - 0.5)
    expect(moveCut(desk, 1, -99)).toEqual(moveCut(desk, 1, least))
    expect(moveCut(desk, 1, 99)).toEqual(moveCut(desk, 1, most))
  })
  test('is not the end of the film', () => {
    const desk = deskOf(PHOTOS)
    expect(moveCut(desk, desk.shots.length - 1, 20)).toEqual([])
  })
  test('between a title card and its photo changes the one photo that has both', () => {
    const desk = deskOf(titled(2))
    const index = desk.shots.findIndex((shot) => shot.card !== null)
    const [change, ...others] = moveCut(desk, index, at(desk.shots, index).endSeconds + 1)
    expect(others).toEqual([])
    expect(change?.to.card?.seconds).toBeCloseTo(4, 1)
    expect(change?.to.holdSeconds).toBeGreaterThan(0.5)
  })
  test('of a cut half as long is kept at the pace of the film', () => {
    const desk = deskOf(PHOTOS, { ...DEFAULT_SETTINGS, durationSeconds: 15 })
    expect(desk.pace).toBe(0.5)
    expect(at(setLength(desk, 1, 2), 0).to).toEqual({ holdSeconds: 4 })
  })
})

describe('a title card', () => {
  test('is put before a shot, and after the one before it where that has no room left', () => {
    expect(cardPlace(deskOf(PHOTOS), 2)).toMatchObject({ side: 'before', photo: { id: at(PHOTOS, 2).id } })
    const desk = deskOf(titled(2))
    const shot = desk.shots.findIndex((one) => !one.card && one.photoIds[0] === at(PHOTOS, 2).id)
    expect(cardPlace(desk, shot)).toBeNull()
    expect(desk.shots[shot - 1]?.card).toEqual({ text: 'The sea', subtitle: '' })
  })
  test('goes to another photo, but not where one stands already', () => {
    const photos = titled(2)
    const [from, to] = [at(photos, 2), at(photos, 3)]
    expect(moveCard(from, to, 'after')).toEqual([
      { photo: from, to: { card: null } },
      { photo: to, to: { card: { ...card, side: 'after' } } },
    ])
    expect(moveCard(from, from, 'after')).toEqual([{ photo: from, to: { card: { ...card, side: 'after' } } }])
    expect(moveCard(from, { ...to, direction: from.direction }, 'before')).toEqual([])
  })
})

test('a shot is moved before any other, or to the end', () => {
  const order = (index: number, before: number) => {
    const moves = moveShot(deskOf(PHOTOS), index, before)
    const after = PHOTOS.map((photo) => {
      const move = moves.find((one) => one.photo.id === photo.id)
      return move ? { ...photo, position: move.position } : photo
    })
    return after.sort(inOrder).map(({ id }) => Number(id.slice(-2)))
  }
  expect(order(0, 3)).toEqual([2, 3, 1, 4, 5])
  expect(order(4, 0)).toEqual([5, 1, 2, 3, 4])
  expect(order(1, 5)).toEqual([1, 3, 4, 5, 2])
})
