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
  const { photos: photosBefore, ...wishesBefore } = before
  const { photos, ...wishes } = after
  const changed = (Object.keys(wishes) as (keyof typeof wishes)[]).filter(
    (wish) => wishes[wish] !== wishesBefore[wish],
  )
  const photoChange = photosChange(photosBefore, photos)
  if (changed.length === 0) return photoChange
  const [only, ...more] = changed
  return only !== undefined && more.length === 0 && photoChange.kind === 'none'
    ? { kind: 'wish', subject: only }
    : OTHER
}

function photosChange(before: readonly DraftPhoto[], after: readonly DraftPhoto[]): DraftChange {
  if (before === after) return NONE
  const isSame = before.every((photo, index) => photo.id === after[index]?.id)
  if (!isSame || after.length < before.length) return OTHER
  const recaptioned = before.filter((photo, index) => photo.caption !== after[index]?.caption)
  const hasMore = after.length > before.length
  if (recaptioned.length === 0) return hasMore ? { kind: 'photosAdded', subject: 'photos' } : NONE
  const [only, ...others] = recaptioned
  return only !== undefined && others.length === 0 && !hasMore
    ? { kind: 'caption', subject: `caption ${only.id}` }
    : OTHER
}
