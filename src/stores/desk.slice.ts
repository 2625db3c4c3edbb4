import type { ChangeSlice } from './slice'

/** `opening`: not known yet · `editing`: this tab owns the draft · `reading`: another tab does. */
export type DraftAccess = 'opening' | 'editing' | 'reading'
/**
 * What restoring found instead of a draft; said once, until it is dismissed. `projectId`: what had been sent of it to the
 * server before.
 */
export type DraftNotice =
  { kind: 'gone'; projectId: string | null } | { kind: 'unreadable' } | { kind: 'quarantined'; key: number }

export type DeskSlice = {
  access: DraftAccess
  notice: DraftNotice | null
  accessChanged: (access: DraftAccess) => void
  noticed: (notice: DraftNotice | null) => void
}

/** Slice of the video store: who may edit the draft, and what there is to say about it. */
export function deskSlice(change: ChangeSlice<DeskSlice>): DeskSlice {
  return {
    access: 'opening',
    notice: null,
    accessChanged: (access) => change(() => ({ access })),
    noticed: (notice) => change(() => ({ notice })),
  }
}
