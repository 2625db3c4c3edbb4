import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { endShortage, noteShortage, shortage, untilRoom, watchShortage } from './shortage'

const NEEDED = { bytesNeeded: 80_000_000 }
let free: number
let asked: number
const hasRoom = async (bytes: number) => {
  asked += 1
  return free >= bytes
}
beforeEach(() => {
  vi.useFakeTimers()
  free = 1_000_000
  asked = 0
})
afterEach(() => {
  endShortage()
  vi.useRealTimers()
})

/** Whether films are made again after so long. */
async function endsWithin(milliseconds: number, inARow = 1): Promise<boolean> {
  const stop = new AbortController()
  let ended = false
  const waiting = untilRoom(stop.signal, inARow, hasRoom).then(() => (ended = !stop.signal.aborted))
  await vi.advanceTimersByTimeAsync(milliseconds)
  const result = ended
  stop.abort()
  await waiting
  return result
}

test('F33: films are made again as soon as there is room for this one', async () => {
  noteShortage(NEEDED)
  setTimeout(() => (free = 50_000_000), 10_000)
  expect(await endsWithin(60_000)).toBe(false)
  setTimeout(() => (free = 90_000_000), 20_000)
  expect(await endsWithin(35_000)).toBe(true)
  expect(shortage()).toBeUndefined()
})

test('F33: a browser that promises room and has none is believed ever more seldom', async () => {
  free = 10 ** 10
  noteShortage(NEEDED)
  expect(await endsWithin(9_000)).toBe(false)
  expect(await endsWithin(11_000)).toBe(true)
  noteShortage(NEEDED)
  expect(await endsWithin(150_000, 5)).toBe(false)
  expect(await endsWithin(170_000, 5)).toBe(true)
  noteShortage(NEEDED)
  expect(await endsWithin(610_000, 40)).toBe(true)
})

test('F33: without a word of what is needed films are made again when there is room for a usual one', async () => {
  free = 100_000_000
  noteShortage({ bytesNeeded: null })
  expect(await endsWithin(600_000)).toBe(false)
  setTimeout(() => (free = 200_000_000), 5_000)
  expect(await endsWithin(20_000)).toBe(true)
  expect(shortage()).toBeUndefined()
})

test('F33: nobody has to wait for the browser to find room: one word of the person ends it', async () => {
  noteShortage({ bytesNeeded: null })
  setTimeout(endShortage, 5_000)
  expect(await endsWithin(6_000)).toBe(true)
  expect(asked).toBe(0)
})

test('F33: every tab of the device knows what is lacking, and one word in any of them ends it', async () => {
  noteShortage(NEEDED)
  expect(shortage()).toEqual(NEEDED)
  expect(shortage()).toBe(shortage())
  const heard = vi.fn<() => void>()
  const stop = watchShortage(heard)
  // What another tab does to localStorage this one hears of.
  localStorage.clear()
  dispatchEvent(new StorageEvent('storage', { key: 'photomemory.no-room', newValue: null }))
  expect(heard).toHaveBeenCalledOnce()
  expect(shortage()).toBeUndefined()
  stop()
})
