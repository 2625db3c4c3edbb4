import { expect, it } from 'vitest'
import { planRoom } from './planRoom'

const GB = 2 ** 30

it('keeps two gigabytes, or a fifth of what the browser allows where that is less', () => {
  expect(planRoom(1e8, { quota: 300 * GB, usage: 0 }).mostBytes).toBe(2 * GB)
  expect(planRoom(1e8, { quota: 5 * GB, usage: 0 }).mostBytes).toBe(GB)
})

it('keeps the parts of a film only where they fit beside it', () => {
  expect(planRoom(1e9, { quota: 10e9, usage: 7e9 }).keepsSegments).toBe(true)
  expect(planRoom(1e9, { quota: 10e9, usage: 8e9 }).keepsSegments).toBe(false)
})

it('takes a browser that does not say to have room', () => {
  expect(planRoom(1e9, {})).toEqual({ mostBytes: 2 * GB, keepsSegments: true })
})
