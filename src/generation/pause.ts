import { z } from 'zod'
import { battery, watchBattery, type Charge } from './battery'

/**
 * [Note: films that wait for the device] A person may let this device rest: at once, or by itself while it runs on its
 * battery. No browser tells a page that battery saver is on, so `low` goes by what switches it on: a fifth of the battery
 * left and no charger. What is being made then goes back to the queue (its finished seconds stay on the device), where
 * another device may take it. Like a shortage the wish holds for all tabs of the device, and lies in localStorage.
 */
export const BATTERY_WISHES = ['always', 'low', 'plugged'] as const
export type BatteryWish = (typeof BATTERY_WISHES)[number]

export type PauseWishes = {
  /** The person said: not now. */
  isPaused: boolean
  /** `always` makes films on battery too, `low` until a fifth is left, `plugged` never. */
  battery: BatteryWish
}
export type PauseReason = 'person' | 'batteryLow' | 'onBattery'

const wishesSchema = z.object({
  isPaused: z.boolean().catch(false),
  battery: z.enum(BATTERY_WISHES).catch('low'),
})
const DEFAULTS: PauseWishes = { isPaused: false, battery: 'low' }

const KEY = 'photomemory.pause'
const LOW = 0.2
/** A battery that reaches a fifth and recovers by a hundredth would begin and end films all the time. */
const ENOUGH = 0.25

const watchers = new Set<() => void>()
/** Where localStorage is full or forbidden this tab alone knows. */
let text: string | null = null
let read: { text: string; wishes: PauseWishes } | undefined
let wasLow = false

/** What the person wishes of this device. The same object until that changes. */
export function pauseWishes(): PauseWishes {
  const now = stored() ?? text
  if (now === null) return DEFAULTS
  if (read?.text !== now) read = { text: now, wishes: parse(now) }
  return read.wishes
}

export function wishPause(change: Partial<PauseWishes>): void {
  text = JSON.stringify({ ...pauseWishes(), ...change })
  try {
    localStorage.setItem(KEY, text)
  } catch {
    // Then the other tabs do not know, and the next visit neither.
  }
  for (const watcher of watchers) watcher()
}

/** Why no films are made on this device now; undefined when they are. */
export function pauseReason(): PauseReason | undefined {
  const charge = battery()
  wasLow = isLow(charge, wasLow)
  return reasonFor(pauseWishes(), charge, wasLow)
}

/** @param charge undefined where the browser does not tell, or there is no battery */
export function reasonFor(
  { isPaused, battery: wish }: PauseWishes,
  charge: Charge | undefined,
  low: boolean,
): PauseReason | undefined {
  if (isPaused) return 'person'
  if (!charge || charge.isCharging || wish === 'always') return undefined
  if (wish === 'plugged') return 'onBattery'
  return low ? 'batteryLow' : undefined
}

/** Once low it stays so until there is clearly more, or a charger. */
export const isLow = (charge: Charge | undefined, was: boolean): boolean =>
  charge !== undefined && !charge.isCharging && charge.level <= (was ? ENOUGH : LOW)

/** Hear when wishes or the battery change, in whatever tab. @returns stop */
export function watchPause(watcher: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== KEY && key !== null) return
    if (newValue === null) text = null
    watcher()
  }
  watchers.add(watcher)
  addEventListener('storage', onStorage)
  const stopBattery = watchBattery(watcher)
  return () => {
    watchers.delete(watcher)
    removeEventListener('storage', onStorage)
    stopBattery()
  }
}

/** Resolves when films are made again, or with the signal. */
export function untilUnpaused(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const look = () => {
      if (!signal.aborted && pauseReason() !== undefined) return
      stop()
      signal.removeEventListener('abort', look)
      resolve()
    }
    const stop = watchPause(look)
    signal.addEventListener('abort', look)
    look()
  })
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function parse(value: string): PauseWishes {
  try {
    return wishesSchema.parse(JSON.parse(value))
  } catch {
    return DEFAULTS
  }
}
