/*
 * [Note: the draft marker]
 * A browser short of disk throws IndexedDB away and keeps localStorage. The marker says that a draft was here, so that
 * an empty form is never passed off as what the person left.
 */
const markerOf = (userId: string) => `photomemory.draft-saved.${userId}`

/** @param savedAt when the draft was written; null: there is none any more */
export function markDraft(userId: string, savedAt: string | null): void {
  try {
    if (savedAt) localStorage.setItem(markerOf(userId), savedAt)
    else localStorage.removeItem(markerOf(userId))
  } catch {
    // Full or forbidden: without a marker only the message about an evicted draft is lost.
  }
}

/** Was there a draft of this person on this device when it was last looked at? */
export function wasMarked(userId: string): boolean {
  try {
    return localStorage.getItem(markerOf(userId)) !== null
  } catch {
    return false
  }
}

/** The person has read that the draft is gone. */
export const acknowledgeGoneDraft = (userId: string) => markDraft(userId, null)
