import { describe, expect, test } from 'vitest'
import { inOrder, positionAt, positionBetween } from './position'

const chance = (seed: number) => () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647

describe('a position', () => {
  test('of 1,000 pairs of people who insert at the same place is never the same, and lies between', () => {
    const gaps = [
      [null, null],
      [null, 'a0'],
      ['a0', null],
      ['a0', 'a1'],
      ['Zz', 'a0'],
      ['a0', 'a0G'],
    ] as const
    // Everything comes after nothing, and before `~`, which is beyond every letter.
    const isWithin = (before: string | null, position: string, after: string | null) =>
      (before ?? '') < position && position < (after ?? '~')
    for (let pair = 0; pair < 1_000; pair++) {
      const [before, after] = gaps[pair % gaps.length] ?? [null, null]
      const [mine, theirs] = [positionBetween(before, after), positionBetween(before, after)]
      expect(mine).not.toBe(theirs)
      for (const position of [mine, theirs]) {
        expect(position).toMatch(/^[0-9A-Za-z]{1,200}$/)
        expect(isWithin(before, position, after)).toBe(true)
      }
      // There is room between the two.
      const [low, high] = mine < theirs ? [mine, theirs] : [theirs, mine]
      const between = positionBetween(low, high)
      expect(low < between && between < high).toBe(true)
    }
  })
  test('stays short enough for the database after a thousand insertions at one place', () => {
    const random = chance(7)
    let after = positionBetween('a0', 'a1', random)
    for (let n = 0; n < 1_000; n++) after = positionBetween('a0', after, random)
    expect(after > 'a0').toBe(true)
    expect(after.length).toBeLessThanOrEqual(200)
  })
  test('between two that are the same, or the wrong way round, comes after the first', () => {
    expect(positionBetween('a5', 'a5') > 'a5').toBe(true)
    expect(positionBetween('a5', 'a1') > 'a5').toBe(true)
  })
})

describe('a photo', () => {
  const list = ['a', 'b', 'c', 'd'].map((id, index) => ({ id, position: `a${index}` }))
  const moved = (photos: typeof list, id: string, index: number) =>
    photos
      .map((photo) => (photo.id === id ? { id, position: positionAt(photos, id, index) } : photo))
      .sort(inOrder)
      .map((photo) => photo.id)
      .join('')

  test('comes to stand exactly where it was put, wherever it was; beyond the ends is at the end', () => {
    expect(moved(list, 'a', 2)).toBe('bcad')
    expect(moved(list, 'd', 0)).toBe('dabc')
    expect(moved(list, 'b', 1)).toBe('abcd')
    expect(moved(list, 'a', 99)).toBe('bcda')
    expect(moved(list, 'd', -3)).toBe('dabc')
  })
  test('keeps every order of 2,000 random moves, as a plain list would', () => {
    const random = chance(11)
    let photos = list
    let plain = ['a', 'b', 'c', 'd']
    for (let n = 0; n < 2_000; n++) {
      const id = plain[Math.floor(random() * 4)] ?? 'a'
      const index = Math.floor(random() * 4)
      const position = positionAt(photos, id, index)
      photos = photos.map((photo) => (photo.id === id ? { id, position } : photo)).sort(inOrder)
      plain = plain.filter((other) => other !== id).toSpliced(index, 0, id)
      expect(photos.map((photo) => photo.id)).toEqual(plain)
    }
    expect(Math.max(...photos.map(({ position }) => position.length))).toBeLessThan(200)
  })
  test('between others that share a position steps over them', () => {
    const twins = [
      { id: 'a', position: 'a0' },
      { id: 'b', position: 'a1' },
      { id: 'c', position: 'a1' },
      { id: 'd', position: 'a2' },
    ]
    expect(moved(twins, 'd', 2)).toBe('abcd')
    expect(moved(twins, 'a', 3)).toBe('bcda')
  })
})
