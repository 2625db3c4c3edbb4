import { log } from './log'

type Save = () => unknown

const savers = new Set<Save>()

/**
 * [Note: last words] When part of the page breaks, what a person made must first be brought to safety. Whoever holds something
 * that is not saved yet (the draft, the edits of a project) leaves a function here; the error boundaries call it.
 *
 * @param save writes what is unsaved; may be called at any time, more than once, and while it is still at it
 * @returns takes it back
 */
export function onLastWords(save: Save): () => void {
  savers.add(save)
  return () => savers.delete(save)
}

/**
 * Call them all. One that fails keeps no other from saving, and what it failed with is only logged: a failure is being shown.
 * Resolves when all have ended.
 */
export async function sayLastWords(): Promise<void> {
  const saving = [...savers].map((save) =>
    Promise.resolve()
      .then(save)
      .catch((error: unknown) => log.warn('Not saved before the failure was shown', error)),
  )
  await Promise.all(saving)
}
