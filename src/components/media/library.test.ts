import { describe, expect, test } from 'vitest'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { libraryPhoto } from '@/domain/libraryPhoto.fixture'
import { camerasOf, findPhotos } from './findPhotos'
import { cellsInBox, CELL_GAP, HEADER_HEIGHT, layGrid, nextCell } from './gridRows'
import { groupPhotos, photosInOrder } from './groupPhotos'
import { between, spareIds, toggled, withCells } from './selection'
import { stackPhotos } from './stackPhotos'

const names = (photos: readonly LibraryPhoto[]) => photos.map(({ filename }) => filename)
const NONE: ReadonlyMap<string, readonly LibraryPhoto[]> = new Map()
const NOTHING: ReadonlySet<string> = new Set()
const HASH = '0f0f33cc55aa1234'
/** The same hash with the first `bits` bits turned around. */
const off = (bits: number) =>
  (BigInt(`0x${HASH}`) ^ ((1n << BigInt(bits)) - 1n)).toString(16).padStart(16, '0')
const at = (seconds: number) => new Date(Date.UTC(2025, 6, 3, 10, 0, seconds)).toISOString().slice(0, 19)

describe('finding', () => {
  const bern = libraryPhoto('IMG_0001.jpg')
  const zurich = libraryPhoto('lake.jpg', {
    camera: 'Canon R6',
    takenAt: '2024-12-31T23:59:59',
    town: { id: 2, name: 'Zürich', country: 'CH', latitude: 47, longitude: 8 },
  })
  const old = libraryPhoto('scan.png', { camera: null, town: null, takenAt: null })
  const all = [bern, zurich, old]

  test.each([
    ['img_0001', ['IMG_0001.jpg']],
    ['canon', ['lake.jpg']],
    ['zurich', ['lake.jpg']],
    ['december 2024', ['lake.jpg']],
    ['2025-07', ['IMG_0001.jpg']],
    ['pocket july', ['IMG_0001.jpg']],
    ['nov 2025', ['scan.png']],
    ['lake pocket', []],
    ['  ', ['IMG_0001.jpg', 'lake.jpg', 'scan.png']],
  ])('%j by file name, camera, place or date', (search, found) => {
    expect(names(findPhotos(all, { search }))).toEqual(found)
  })

  test('by camera and by days, both included', () => {
    expect(names(findPhotos(all, { camera: 'Canon R6' }))).toEqual(['lake.jpg'])
    expect(names(findPhotos(all, { from: '2025-07-03', to: '2025-07-03' }))).toEqual(['IMG_0001.jpg'])
    expect(names(findPhotos(all, { to: '2024-12-31' }))).toEqual(['lake.jpg'])
    expect(camerasOf([...all, libraryPhoto('b.jpg')])).toEqual(['Pocket 3', 'Canon R6'])
  })
})

describe('stacks', () => {
  const stacked = (...photos: LibraryPhoto[]) =>
    [...new Set(stackPhotos(photos).values())].map((stack) => names(stack))

  test('another try at the same picture is of one stack, the sharpest first', () => {
    const a = libraryPhoto('a', { hash: HASH, takenAt: at(0), sharpness: 0.2 })
    const b = libraryPhoto('b', { hash: off(9), takenAt: at(250), sharpness: 0.9 })
    const c = libraryPhoto('c', { hash: off(10), takenAt: at(250), camera: 'Other' })
    expect(stacked(a, b)).toEqual([['b', 'a']])
    expect(stacked(a, c)).toEqual([])
  })
  test('a burst may differ more, later ones less, another shape never', () => {
    const first = libraryPhoto('first', { hash: HASH, takenAt: at(0) })
    expect(stacked(first, libraryPhoto('burst', { hash: off(16), takenAt: at(1) }))).toHaveLength(1)
    expect(stacked(first, libraryPhoto('later', { hash: off(9), takenAt: at(301) }))).toEqual([])
    expect(stacked(first, libraryPhoto('tall', { hash: HASH, takenAt: at(1), height: 1600 }))).toEqual([])
  })
  test('a copy is found hours later and without a time, not on another day', () => {
    const photo = libraryPhoto('photo', { hash: HASH, takenAt: at(0) })
    const saved = libraryPhoto('saved', { hash: off(3), takenAt: '2025-07-03T22:00:00' })
    const lost = libraryPhoto('lost', { hash: off(2), takenAt: null, camera: null })
    const nextWeek = libraryPhoto('next week', { hash: HASH, takenAt: '2025-07-10T10:00:00' })
    expect(stacked(photo, saved)).toHaveLength(1)
    expect(stacked(photo, lost)).toHaveLength(1)
    expect(stacked(photo, nextWeek)).toEqual([])
  })
  test('plain pictures, and those nobody has looked at, are of none', () => {
    const plain = [0, 1].map((n) => libraryPhoto(`p${n}`, { hash: '0000000000000001', takenAt: at(n) }))
    expect(stacked(...plain, libraryPhoto('x'), libraryPhoto('y'))).toEqual([])
  })
  test('ten thousand are looked at in a moment', () => {
    const random = seeded()
    const photos = Array.from({ length: 10_000 }, (_, n) =>
      libraryPhoto(`${n}`, {
        hash: Array.from({ length: 16 }, () => Math.floor(random() * 16).toString(16)).join(''),
        takenAt: at(n * 20),
      }),
    )
    const started = performance.now()
    stackPhotos(photos)
    // A few tenths of a second where nothing else runs.
    expect(performance.now() - started).toBeLessThan(5_000)
  })
})

describe('groups', () => {
  const july = libraryPhoto('july', { takenAt: '2025-07-03T10:00:00' })
  const later = libraryPhoto('later', { takenAt: '2025-07-30T10:00:00' })
  const june = libraryPhoto('june', { takenAt: '2025-06-30T23:59:59', town: null })
  const paris = libraryPhoto('paris', {
    takenAt: '2025-08-01T00:00:00',
    town: { id: 3, name: 'Paris', country: 'FR', latitude: 48, longitude: 2 },
  })
  const shape = (
    by: 'month' | 'place',
    stacks = new Map<string, readonly LibraryPhoto[]>(),
    spread = NOTHING,
  ) =>
    groupPhotos([june, july, later, paris], by, stacks, spread).map(({ title, cells }) => [
      title,
      ...cells.map(({ photo, ids }) => `${photo.filename} ${ids.length}`),
    ])

  test('by month, newest first', () => {
    expect(shape('month')).toEqual([
      ['August 2025', 'paris 1'],
      ['July 2025', 'later 1', 'july 1'],
      ['June 2025', 'june 1'],
    ])
  })
  test('by place, the last visited first and the unknown last', () => {
    expect(shape('place')).toEqual([
      ['Paris, France', 'paris 1'],
      ['Bern, Switzerland', 'later 1', 'july 1'],
      ['No place known', 'june 1'],
    ])
  })
  test('a stack is one cell, or its photos side by side', () => {
    const stack = [july, later]
    const stacks = new Map(stack.map(({ id }) => [id, stack]))
    expect(shape('month', stacks)[1]).toEqual(['July 2025', 'july 2'])
    expect(shape('month', stacks, new Set([july.id]))[1]).toEqual(['July 2025', 'july 1', 'later 1'])
  })
})

describe('the grid', () => {
  const photos = Array.from({ length: 8 }, (_, n) =>
    libraryPhoto(`${n}`, { takenAt: n < 5 ? `2025-07-0${9 - n}T10:00:00` : `2025-06-0${9 - n}T10:00:00` }),
  )
  // 0 1 2 / 3 4 / 5 6 7
  const grid = layGrid(groupPhotos(photos, 'month', NONE, NOTHING), 3)

  test.each([
    ['ArrowRight', 4, false, 5],
    ['ArrowLeft', 5, false, 4],
    ['ArrowDown', 2, false, 4],
    ['ArrowDown', 4, false, 6],
    ['ArrowDown', 6, false, 6],
    ['ArrowUp', 7, false, 4],
    ['ArrowUp', 1, false, 1],
    ['Home', 4, false, 3],
    ['End', 3, false, 4],
    ['Home', 4, true, 0],
    ['End', 3, true, 7],
    ['x', 3, false, null],
  ])('%s leads from %i (whole: %s) to %s, over headings', (key, from, whole, to) => {
    expect(nextCell(grid, key, from, whole)).toBe(to)
  })

  test('a lasso holds what it touches, also what is not in the document', () => {
    const size = 100
    const step = size + CELL_GAP
    const starts = [
      0,
      HEADER_HEIGHT,
      HEADER_HEIGHT + step,
      HEADER_HEIGHT + 2 * step,
      2 * HEADER_HEIGHT + 2 * step,
    ]
    const inBox = (left: number, top: number, right: number, bottom: number) =>
      cellsInBox(grid, { left, top, right, bottom }, size, (row) => starts[row] ?? 0)
    expect(inBox(0, 0, 400, 1000)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(inBox(step + 10, HEADER_HEIGHT + 10, step + 20, HEADER_HEIGHT + step + 10)).toEqual([1, 4])
    expect(inBox(size + 1, HEADER_HEIGHT, size + 4, HEADER_HEIGHT + 5)).toEqual([])
    expect(inBox(0, 5, 300, HEADER_HEIGHT - 5)).toEqual([])
  })

  test('choosing a stack chooses all of it; what is spare is all but the best', () => {
    const stack = photos.slice(0, 3)
    const stacks = new Map(stack.map(({ id }) => [id, stack]))
    const { cells } = layGrid(groupPhotos(photos, 'month', stacks, NOTHING), 3)
    const [first] = cells
    if (!first) throw new Error('no cell')
    const chosen = toggled(NOTHING, first)
    expect(chosen.size).toBe(3)
    expect(toggled(chosen, first).size).toBe(0)
    expect(withCells(NOTHING, between(cells, 2, 0)).size).toBe(5)
    expect(spareIds(cells)).toEqual(stack.slice(1).map(({ id }) => id))
  })
})

/** Mulberry32. */
function seeded() {
  let state = 1
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

test('one goes through a stack photo by photo, whether it is spread out or not', () => {
  const [best, other, alone] = [libraryPhoto('best'), libraryPhoto('other'), libraryPhoto('alone')]
  const stack = [best, other]
  const shut = { photo: best, ids: [best.id, other.id], stack }
  const spread = stack.map((photo) => ({ photo, ids: [photo.id], stack }))
  const last = { photo: alone, ids: [alone.id] }
  expect(names(photosInOrder([shut, last]))).toEqual(['best', 'other', 'alone'])
  expect(names(photosInOrder([...spread, last]))).toEqual(['best', 'other', 'alone'])
})
