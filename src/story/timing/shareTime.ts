/**
 * Shares `frameCount` frames among shots: each gets its least and a part of the rest in proportion to what it wishes beyond
 * that. The sum is exact. The sum of `least` ≤ `frameCount`.
 * @param wishes frames each shot would like
 * @returns the frame at which each shot ends; the last is `frameCount`
 */
export function shareTime(wishes: readonly number[], least: readonly number[], frameCount: number): number[] {
  const rest = frameCount - sum(least)
  const beyond = wishes.map((wish, index) => Math.max(1, wish - (least[index] ?? 0)))
  const total = sum(beyond)
  let given = 0
  let granted = 0
  return beyond.map((wish, index) => {
    given += wish
    granted += least[index] ?? 0
    return granted + Math.round((rest * given) / total)
  })
}

/**
 * What each shot has at least: `comfortable` where the film has time for that, else as much of the way there from
 * `bare` as it has. The sum of `bare` ≤ `frameCount`.
 */
export function leastTimes(
  bare: readonly number[],
  comfortable: readonly number[],
  frameCount: number,
): number[] {
  const wanted = sum(comfortable) - sum(bare)
  const part = wanted <= 0 ? 1 : Math.min(1, (frameCount - sum(bare)) / wanted)
  return bare.map((frames, index) => frames + Math.floor(((comfortable[index] ?? frames) - frames) * part))
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)

/** `count` of the items, evenly spread, in their order, the first and the last among them. */
export function spreadEvenly<Item>(items: readonly Item[], count: number): Item[] {
  if (count >= items.length) return [...items]
  if (count === 1) return items.slice(0, 1)
  return Array.from({ length: count }, (_, index) =>
    Math.round((index * (items.length - 1)) / (count - 1)),
  ).flatMap((at) => items.slice(at, at + 1))
}
