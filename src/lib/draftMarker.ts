/*
 * [Note: the draft marker]
 * A browser short of disk throws IndexedDB away and keeps localStorage. The marker says that a draft was here, so that
 * an empty form is never passed off as what the person left.
 */
const markerOf = (userId: string) => `photomemory.draft-saved.${userId}`

/** @param draftId of the draft that was written; null: there is none any more */
export function markDraft(userId: string, draftId: string | null): void {
  try {
    if (draftId !== null) localStorage.setItem(markerOf(userId), draftId)
    else localStorage.removeItem(markerOf(userId))
  } catch {
    // Full or forbidden: without a marker only the message about an evicted draft is lost.
  }
}

/** The id of the draft of this person that was on this device when it was last looked at; null when there was none. */
export function markedDraft(userId: string): string | null {
  try {
    return localStorage.getItem(markerOf(userId))
  } catch {
    return null
  }
}

/** The person has read that the draft is gone. */
export const acknowledgeGoneDraft = (userId: string) => markDraft(userId, null)
