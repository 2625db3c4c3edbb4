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
const LONGEST_PAUSE_MS = 600_000
/** What most films get along with, for where the need of this one is not known. If it was too little, the pauses grow. */
const USUAL_BYTES = 128 * 1024 * 1024

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

/**
 * Resolves when the shortage has ended: because there is room again, or because somebody ended it. Or with the signal.
 * @param inARow how many there were without a film between them: a browser that promises room and has none is asked ever
 * more seldom
 * @param hasRoom asks the browser
 */
export async function untilRoom(
  signal: AbortSignal,
  inARow: number,
  hasRoom: (bytes: number) => Promise<boolean>,
): Promise<void> {
  const pause = Math.min(LOOK_MS * 2 ** (inARow - 1), LONGEST_PAUSE_MS)
  await untilEnded(signal, pause)
  while (!signal.aborted) {
    const missing = shortage()
    if (!missing) return
    if (await hasRoom(missing.bytesNeeded ?? USUAL_BYTES)) return endShortage()
    await untilEnded(signal, LOOK_MS)
  }
}

/** Resolves after so long at the latest. */
async function untilEnded(signal: AbortSignal, milliseconds: number): Promise<void> {
  const ended = new AbortController()
  const stop = watchShortage(() => {
    if (!shortage()) ended.abort()
  })
  await sleep(milliseconds, AbortSignal.any([signal, ended.signal])).catch(() => undefined)
  stop()
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
