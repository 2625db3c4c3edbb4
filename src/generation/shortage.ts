import { z } from 'zod'
import { sleep } from '@/lib/sleep'

/**
 * [Note: no room on this device] A film that finds no room goes back to the queue: another device may have some. This one
 * makes none until there is more, or until the person says so, in any of its tabs: whoever makes the films leaves word
 * for all of them in localStorage, and goes on when it is taken away.
 */
const shortageSchema = z.object({
  /** What the film needs to have free; null where that is not known. */
  bytesNeeded: z.number().positive().nullable(),
})
export type Shortage = z.output<typeof shortageSchema>

const KEY = 'photomemory.no-room'
/** How often to look whether there is room again. */
const LOOK_MS = 10_000
/** Less than this more is none: what a browser says of its disk moves a little all the time. */
const GAIN_BYTES = 2 ** 20

const watchers = new Set<() => void>()
const tell = () => watchers.forEach((watcher) => watcher())
/** Where localStorage is full or forbidden this tab alone knows. */
let text: string | null = null
let read: { text: string; shortage: Shortage | undefined } | undefined

/** What the last film lacked here; undefined when it lacked nothing. The same object until that changes. */
export function shortage(): Shortage | undefined {
  const now = stored() ?? text
  if (now === null) return undefined
  if (read?.text !== now) read = { text: now, shortage: parse(now) }
  return read.shortage
}

/** For whoever makes the films of this device. */
export function noteShortage(found: Shortage): void {
  text = JSON.stringify(found)
  try {
    localStorage.setItem(KEY, text)
  } catch {
    // Then the other tabs do not know.
  }
  tell()
}

/** There is room again, or the person believes so: films are made again. */
export function endShortage(): void {
  text = null
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Forbidden: then it was not written either.
  }
  tell()
}

/** Hear when it begins and ends, in whatever tab. @returns stop */
export function watchShortage(watcher: () => void): () => void {
  const onStorage = ({ key, newValue }: StorageEvent) => {
    if (key !== KEY && key !== null) return
    if (newValue === null) text = null
    watcher()
  }
  watchers.add(watcher)
  addEventListener('storage', onStorage)
  return () => {
    watchers.delete(watcher)
    removeEventListener('storage', onStorage)
  }
}

/** Resolves when the shortage has ended: because there is room again, or because somebody ended it. Or with the signal. */
export async function untilRoom(signal: AbortSignal): Promise<void> {
  const before = await freeBytes()
  while (!signal.aborted) {
    const missing = shortage()
    if (!missing) return
    const now = await freeBytes()
    const isMore = now !== null && before !== null && now >= before + GAIN_BYTES
    if (isMore && now >= (missing.bytesNeeded ?? 0)) return endShortage()
    await untilChange(signal)
  }
}

async function untilChange(signal: AbortSignal): Promise<void> {
  const heard = new AbortController()
  const stop = watchShortage(() => heard.abort())
  await sleep(LOOK_MS, AbortSignal.any([signal, heard.signal])).catch(() => undefined)
  stop()
}

/** What the browser says it has left for this page; null where it does not say. */
async function freeBytes(): Promise<number | null> {
  try {
    const { quota, usage } = await navigator.storage.estimate()
    return quota === undefined || usage === undefined ? null : quota - usage
  } catch {
    return null
  }
}

function stored(): string | null {
  try {
    return localStorage.getItem(KEY)
  } catch {
    return null
  }
}

function parse(value: string): Shortage | undefined {
  try {
    return shortageSchema.safeParse(JSON.parse(value)).data
  } catch {
    return undefined
  }
}
