/**
 * Which segment an encoder makes next. Each goes on where it is as long as it can: a stretch of film needs its photos
 * only once. When it cannot, it takes the second half of the longest stretch that is left, so all end together.
 */
export class RunPlan {
  #missing = new Set<number>()
  /** What each encoder is at, or was last. */
  readonly #at = new Map<number, number>()

  /** Says which segments are to be made and are not given out. */
  reset(missing: Iterable<number>): void {
    this.#missing = new Set(missing)
  }

  get size(): number {
    return this.#missing.size
  }

  /** Gives a segment to an encoder; null when all are given out. */
  take(encoder: number): number | null {
    const index = this.#choose(encoder)
    if (index === null) return null
    this.#missing.delete(index)
    this.#at.set(encoder, index)
    return index
  }

  /** The last of the segments that are to be made right after this one; itself when there is none. */
  lastOfRun(index: number): number {
    let last = index
    while (this.#missing.has(last + 1)) last += 1
    return last
  }

  #choose(encoder: number): number | null {
    const next = (this.#at.get(encoder) ?? -2) + 1
    if (this.#missing.has(next)) return next
    let longest: { start: number; length: number } | null = null
    for (const start of this.#missing) {
      if (this.#missing.has(start - 1)) continue
      let length = 1
      while (this.#missing.has(start + length)) length += 1
      if (!longest || length > longest.length || (length === longest.length && start < longest.start)) {
        longest = { start, length }
      }
    }
    if (!longest) return null
    const isNextOfAnother = [...this.#at].some(([other, at]) => other !== encoder && at + 1 === longest.start)
    return isNextOfAnother ? longest.start + Math.floor(longest.length / 2) : longest.start
  }
}
