type IsAtWork = () => boolean

const workers = new Set<IsAtWork>()

/**
 * What a reload would break off, although nothing would be lost: a film being made, photos on their way. Whoever does
 * such work leaves a function here that says whether it is at it now. @returns takes it back
 */
export function addWork(isAtWork: IsAtWork): () => void {
  workers.add(isAtWork)
  return () => workers.delete(isAtWork)
}

/** Is something under way in this tab that must not be broken off? */
export const isAtWork = (): boolean => [...workers].some((is) => is())
