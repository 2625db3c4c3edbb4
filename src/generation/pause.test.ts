import { afterEach, describe, expect, test, vi } from 'vitest'
import { isLow, pauseReason, pauseWishes, reasonFor, untilUnpaused, watchPause, wishPause } from './pause'

afterEach(() => {
  localStorage.clear()
  wishPause({ isPaused: false, battery: 'low' })
})
const charge = (level: number, isCharging = false) => ({ level, isCharging })

describe('on battery', () => {
  test.each([
    ['always', charge(0.05), undefined],
    ['low', charge(0.05), 'batteryLow'],
    ['low', charge(0.05, true), undefined],
    ['low', charge(0.6), undefined],
    ['plugged', charge(0.9), 'onBattery'],
    ['plugged', charge(0.9, true), undefined],
    ['plugged', undefined, undefined],
  ] as const)('the wish %s at %o: %s', (battery, now, reason) => {
    expect(reasonFor({ isPaused: false, battery }, now, isLow(now, false))).toBe(reason)
  })

  test('low begins at a fifth, and ends with a charger or at a quarter, so that films do not begin and end all the time', () => {
    const low: boolean[] = []
    for (const now of [
      charge(0.21),
      charge(0.2),
      charge(0.23),
      charge(0.26),
      charge(0.23),
      charge(0.1),
      charge(0.1, true),
    ])
      low.push(isLow(now, low.at(-1) ?? false))
    expect(low).toEqual([false, true, true, false, false, true, false])
  })
})

describe('paused by the person', () => {
  test('counts before any battery, for every tab, and over a reload', () => {
    wishPause({ isPaused: true })
    expect(pauseReason()).toBe('person')
    expect(JSON.parse(localStorage.getItem('photomemory.pause') ?? '')).toEqual({
      isPaused: true,
      battery: 'low',
    })
    expect(pauseWishes()).toBe(pauseWishes())
  })

  test('another tab is heard, and whoever waits goes on', async () => {
    wishPause({ isPaused: true })
    const heard = vi.fn<() => void>()
    const stop = watchPause(heard)
    let isOver = false
    const waiting = untilUnpaused(new AbortController().signal).then(() => (isOver = true))
    await Promise.resolve()
    expect(isOver).toBe(false)
    localStorage.setItem('photomemory.pause', JSON.stringify({ isPaused: false, battery: 'low' }))
    dispatchEvent(new StorageEvent('storage', { key: 'photomemory.pause', newValue: '{}' }))
    await waiting
    expect(heard).toHaveBeenCalled()
    stop()
  })

  test('the end of the page ends the waiting', async () => {
    wishPause({ isPaused: true })
    const ends = new AbortController()
    const waiting = untilUnpaused(ends.signal)
    ends.abort()
    await waiting
    expect(pauseReason()).toBe('person')
  })

  test('what is no wish of ours is as if nothing had been said', () => {
    localStorage.setItem('photomemory.pause', '{"battery":"sometimes"}')
    expect(pauseWishes()).toEqual({ isPaused: false, battery: 'low' })
    localStorage.setItem('photomemory.pause', 'no json')
    expect(pauseWishes()).toEqual({ isPaused: false, battery: 'low' })
  })
})
