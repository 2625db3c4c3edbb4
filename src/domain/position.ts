import { generateKeyBetween } from 'fractional-indexing'

/** How often the middle of the gap is halved by chance: two people meet with a probability of 1 in 2^32. */
const HALVINGS = 32

type Bound = string | null
type Placed = { id: string; position: string }

/**
 * A position after `before` and before `after`; null is the start or the end. Positions are compared byte by byte.
 * When `after` does not come after `before`, which two people may cause together, only `before` counts.
 *
 * [Note: jittered positions] The middle of a gap is the same for everybody. Two people who insert at the same place
 * would get the same position, and nothing could ever be put between those two again. So a random point is taken: the
 * gap is halved by chance, which makes the key about six characters longer than the gap needs. Only of the gap's middle
 * half: what is left beside it is never tiny, so a thousand insertions at one place still fit into 200 characters.
 */
export function positionBetween(before: Bound, after: Bound, random: () => number = Math.random): string {
  const end = before !== null && after !== null && after <= before ? null : after
  const centre = generateKeyBetween(before, end)
  let low = generateKeyBetween(before, centre)
  let high = generateKeyBetween(centre, end)
  for (let n = 0; n < HALVINGS; n++) {
    const middle = generateKeyBetween(low, high)
    if (random() < 0.5) low = middle
    else high = middle
  }
  return generateKeyBetween(low, high)
}

/**
 * The position that puts `id` at `index` (from 0, clamped) among the others. The list is in order. Neighbours that
 * share a position, from before they were jittered, are stepped over.
 */
export function positionAt(list: readonly Placed[], id: string, index: number): string {
  const others = list.filter((placed) => placed.id !== id)
  const at = Math.min(Math.max(index, 0), others.length)
  const before = others[at - 1]?.position ?? null
  const after = others.slice(at).find(({ position }) => before === null || position > before)
  return positionBetween(before, after?.position ?? null)
}

/** The order of photos: by position, byte by byte, and where that is the same by id. */
export const inOrder = (a: Placed, b: Placed): number =>
  compare(a.position, b.position) || compare(a.id, b.id)

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
