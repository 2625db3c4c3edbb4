import { emptyDraft, type Draft } from '@/domain/draft'
import type { DraftErrorCode } from '@/lib/errors'
import type { IncomingPhoto } from '@/lib/storedDraft'
import type { ChangeSlice } from './slice'

/**
 * What of the draft is on this device. `savedDraft` is the very object that was written: the text is saved when it is
 * the one on screen. `savedIncoming`: the names written with it. `isKept`: there is a record for this draft at all.
 */
export type SavingSlice = {
  savedDraft: Draft
  savedIncoming: readonly IncomingPhoto[]
  isKept: boolean
  saveError: DraftErrorCode | null
  draftSaved: (draft: Draft, incoming: readonly IncomingPhoto[]) => void
  draftNotSaved: (code: DraftErrorCode) => void
}

/** Slice of the video store: the truth behind `Draft saved`. */
export function savingSlice(change: ChangeSlice<SavingSlice>): SavingSlice {
  return {
    savedDraft: emptyDraft(),
    savedIncoming: [],
    isKept: false,
    saveError: null,
    draftSaved: (savedDraft, savedIncoming) =>
      change(() => ({ savedDraft, savedIncoming, isKept: true, saveError: null })),
    draftNotSaved: (saveError) => change(() => ({ saveError })),
  }
}
