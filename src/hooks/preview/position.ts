/** A moment of a film that several parts of a page share; whoever owns it gives it out like this. */
export interface FilmPosition {
  /** Seconds from the beginning. */
  get(): number
  set(seconds: number): void
  /** @returns ends it */
  subscribe(moved: () => void): () => void
}

/** A position that nobody else has. */
export function ownPosition(): FilmPosition {
  const listeners = new Set<() => void>()
  let now = 0
  return {
    get: () => now,
    set: (seconds) => {
      if (seconds === now) return
      now = seconds
      for (const moved of listeners) moved()
    },
    subscribe: (moved) => {
      listeners.add(moved)
      return () => listeners.delete(moved)
    },
  }
}
