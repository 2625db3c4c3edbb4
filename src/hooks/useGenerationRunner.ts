import { useEffect, useSyncExternalStore } from 'react'
import type { RunEvent } from '@/generation/runGeneration'
import { startRunner } from '@/generation/runner'

/** This tab, in the history of the films it makes. */
const WORKER = `web:${crypto.randomUUID().slice(0, 8)}`

let runningId: string | null = null
const watchers = new Set<() => void>()
const watch = (watcher: () => void) => {
  watchers.add(watcher)
  return () => watchers.delete(watcher)
}
function follow(event: RunEvent): void {
  if (event.type !== 'claimed' && event.type !== 'ended') return
  runningId = event.type === 'claimed' ? event.video.id : null
  for (const watcher of watchers) watcher()
}

/** The film this tab is making, or null: while there is one, closing the tab interrupts it. */
export const useRunningVideoId = (): string | null => useSyncExternalStore(watch, () => runningId)

/**
 * Make the signed-in person's films while the page is open. Mounted once, near the root; null when signed out, which
 * gives back what was being made.
 */
export function useGenerationRunner(userId: string | null): void {
  useEffect(
    () => (userId === null ? undefined : startRunner(userId, { worker: WORKER, onEvent: follow })),
    [userId],
  )
}
