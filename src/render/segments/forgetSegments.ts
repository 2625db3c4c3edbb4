import { removeFolder } from '../removeFolder'
import { sweepFilms } from '../workspace'

/** Where the origin's private file system keeps finished parts of films. */
export const SEGMENT_FOLDER = 'photomemory-segments'

/**
 * Deletes everything that is kept of films, and what crashed ones have left, as when somebody leaves this device: they
 * are pictures of theirs.
 */
export async function forgetSegments(): Promise<void> {
  // A browser that keeps no files has kept nothing.
  const root = await navigator.storage?.getDirectory?.().catch(() => null)
  if (root) await removeFolder(root, SEGMENT_FOLDER)
  await sweepFilms()
}
