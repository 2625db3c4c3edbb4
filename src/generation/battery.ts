/** How full the battery is, and whether it is being filled. */
export type Charge = {
  isCharging: boolean
  /** 0..1 */
  level: number
}

/** Chromium's; other browsers do not tell. */
type BatteryManager = EventTarget & { readonly charging: boolean; readonly level: number }
type WithBattery = Navigator & { getBattery?: () => Promise<BatteryManager> }

const watchers = new Set<() => void>()
let known: Promise<void> | undefined
let charge: Charge | undefined

/** Whether this browser tells about its battery at all. */
export const tellsBattery = (): boolean =>
  typeof navigator !== 'undefined' && typeof (navigator as WithBattery).getBattery === 'function'

/** As far as it is known by now. A computer without a battery is one that is charging. */
export function battery(): Charge | undefined {
  void batteryKnown()
  return charge
}

/** Resolves when the browser has told, or has turned out not to. */
export function batteryKnown(): Promise<void> {
  known ??= listen()
  return known
}

/** Hear when it is filled, emptied or plugged in. @returns stop */
export function watchBattery(watcher: () => void): () => void {
  battery()
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}

async function listen(): Promise<void> {
  if (!tellsBattery()) return
  try {
    const manager = await (navigator as WithBattery).getBattery?.()
    if (!manager) return
    const look = () => {
      charge = { isCharging: manager.charging, level: manager.level }
      for (const watcher of watchers) watcher()
    }
    manager.addEventListener('chargingchange', look)
    manager.addEventListener('levelchange', look)
    look()
  } catch {
    // Forbidden to this page: then it is not known.
  }
}
