import { onPersonLeft } from '@/lib/pagePerson'

/** How the keys begin under which localStorage has the places of unfinished uploads; see `resumePlaces`. */
export const PLACE_PREFIX = 'photomemory-upload '

/** Of whatever there is. @throws where this browser forbids localStorage */
export const keptPlaces = (): string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(PLACE_PREFIX))

/**
 * Forget where unfinished uploads could be gone on with. Alone here, so that the page has it from the start: what sends
 * files is loaded when there is something to send, and an earlier visit may have left places.
 */
export function forgetPlaces(): void {
  try {
    for (const key of keptPlaces()) localStorage.removeItem(key)
  } catch {
    // Forbidden: then none was kept.
  }
}

// Nobody else can go on with them, and they name whose they are.
onPersonLeft(forgetPlaces)
