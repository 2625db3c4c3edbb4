import { WHOLE_STAGE } from '@/domain/storyboard'
import { directionOf, type Candidate } from './Candidate'
import type { Group } from './groupPanels'

/** A film has no more cards than one in so many seconds. */
const SECONDS_PER_CARD = 2.5

/** The photos whose title cards a film of this length has room for. */
export const withCard = (candidates: readonly Candidate[], durationSeconds: number): Candidate[] =>
  candidates
    .filter((candidate) => directionOf(candidate).card !== null)
    .slice(0, Math.floor(durationSeconds / SECONDS_PER_CARD))

/**
 * The groups with the person's title cards between them. A card whose photo is left out all the same stands where the photo
 * would be.
 * @param anchors those of `withCard`, in the person's order
 */
export function withCards(groups: readonly Group[], anchors: readonly Candidate[]): Group[] {
  const result = [...groups]
  for (const anchor of anchors) {
    const { card } = directionOf(anchor)
    if (!card) continue
    const at = placeOf(result, anchor, card.side)
    const chapter = (result[card.side === 'before' ? at : at - 1] ?? result.at(-1))?.chapter ?? 0
    result.splice(at, 0, {
      members: [{ candidate: anchor, area: WHOLE_STAGE }],
      chapter,
      isAgain: false,
      card,
    })
  }
  return result
}

/** The place among the groups at which a card comes in. */
function placeOf(groups: readonly Group[], anchor: Candidate, side: 'before' | 'after'): number {
  const own = groups.findIndex(
    ({ members, isAgain, card }) =>
      !isAgain && !card && members.some(({ candidate }) => candidate.photo.id === anchor.photo.id),
  )
  if (own >= 0) return side === 'before' ? own : own + 1
  const later = groups.findIndex(
    ({ members, isAgain }) => isAgain || (members[0]?.candidate.index ?? 0) > anchor.index,
  )
  return later >= 0 ? later : groups.length
}
