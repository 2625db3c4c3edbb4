import type { Draft, DraftPhoto } from '@/domain/draft'

/** What came between two drafts. Changes of the same `subject` shortly after each other are one; null stands alone. */
export type DraftChange =
  | { kind: 'none'; subject: null }
  | { kind: 'wish' | 'caption' | 'photosAdded'; subject: string }
  | { kind: 'other'; subject: null }

const NONE = { kind: 'none', subject: null } as const
const OTHER = { kind: 'other', subject: null } as const

/** Compares what a person can change; two drafts that look alike are the same. */
export function draftChange(before: Draft, after: Draft): DraftChange {
  if (before === after) return NONE
  if (before.id !== after.id) return OTHER
  // Whose the order is shows in nothing but the order.
  const { photos: photosBefore, order: orderBefore, ...wishesBefore } = before
  const { photos, order, ...wishes } = after
  const changed = (Object.keys(wishes) as (keyof typeof wishes)[]).filter(
    (wish) => wishes[wish] !== wishesBefore[wish],
  )
  const photoChange = photosChange(photosBefore, photos, orderBefore === 'time' && order === 'time')
  if (changed.length === 0) return photoChange
  const [only, ...more] = changed
  return only !== undefined && more.length === 0 && photoChange.kind === 'none'
    ? { kind: 'wish', subject: only }
    : OTHER
}

/** @param joinInTime whether photos that come may stand between the others */
function photosChange(
  before: readonly DraftPhoto[],
  after: readonly DraftPhoto[],
  joinInTime: boolean,
): DraftChange {
  if (before === after) return NONE
  const hasMore = after.length > before.length
  const now = new Map(after.map((photo) => [photo.id, photo]))
  const stays = ({ id }: DraftPhoto, index: number) =>
    joinInTime && hasMore ? now.has(id) : id === after[index]?.id
  if (after.length < before.length || !before.every(stays)) return OTHER
  if (before.some(({ id, choice }) => now.get(id)?.choice !== choice)) return OTHER
  const recaptioned = before.filter(({ id, caption }) => now.get(id)?.caption !== caption)
  if (recaptioned.length === 0) return hasMore ? { kind: 'photosAdded', subject: 'photos' } : NONE
  const [only, ...others] = recaptioned
  return only !== undefined && others.length === 0 && !hasMore
    ? { kind: 'caption', subject: `caption ${only.id}` }
    : OTHER
}
