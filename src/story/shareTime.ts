/**
 * Shares `frameCount` frames among shots: each gets `least` and a part of the rest in proportion to what it wishes beyond
 * that. The sum is exact. `least · wishes.length` ≤ `frameCount`.
 * @param wishes frames each shot would like
 * @returns the frame at which each shot ends; the last is `frameCount`
 */
export function shareTime(wishes: readonly number[], least: number, frameCount: number): number[] {
  const rest = frameCount - least * wishes.length
  const beyond = wishes.map((wish) => Math.max(1, wish - least))
  const total = beyond.reduce((sum, wish) => sum + wish, 0)
  let given = 0
  return beyond.map((wish, index) => {
    given += wish
    return least * (index + 1) + Math.round((rest * given) / total)
  })
}

/** `count` of the items, evenly spread, in their order, the first and the last among them. */
export function spreadEvenly<Item>(items: readonly Item[], count: number): Item[] {
  if (count >= items.length) return [...items]
  if (count === 1) return items.slice(0, 1)
  return Array.from({ length: count }, (_, index) =>
    Math.round((index * (items.length - 1)) / (count - 1)),
  ).flatMap((at) => items.slice(at, at + 1))
}
