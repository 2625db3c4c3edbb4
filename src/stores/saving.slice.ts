import { emptyDraft, type Draft } from '@/domain/draft'
import type { DraftErrorCode } from '@/lib/errors'
import type { IncomingPhoto } from '@/lib/storedDraft'
import type { ChangeSlice } from './slice'

/**
 * What of the draft is on this device. `savedDraft` is the very object that was written: the text is saved when it is
 * the one on screen. `savedIncoming`: the names written with it. `isKept`: there is a record for this draft at all.
 *
 * [Note: nothing is written unseen] `isUnopened`: the device could not be asked what it holds, so the empty form on screen is
 * not what the person left, and nothing may be written over that. The device is asked again; see openLater.
 */
export type SavingSlice = {
  savedDraft: Draft
  savedIncoming: readonly IncomingPhoto[]
  isKept: boolean
  isUnopened: boolean
  saveError: DraftErrorCode | null
  draftSaved: (draft: Draft, incoming: readonly IncomingPhoto[]) => void
  draftNotSaved: (code: DraftErrorCode) => void
  draftUnopened: (code: DraftErrorCode) => void
  /** There is nothing on the device that what is on screen could not be written over. */
  nothingToOpen: () => void
}

/** Slice of the video store: the truth behind `Draft saved`. */
export function savingSlice(change: ChangeSlice<SavingSlice>): SavingSlice {
  return {
    savedDraft: emptyDraft(),
    savedIncoming: [],
    isKept: false,
    isUnopened: false,
    saveError: null,
    draftSaved: (savedDraft, savedIncoming) =>
      change(() => ({ savedDraft, savedIncoming, isKept: true, saveError: null })),
    draftNotSaved: (saveError) => change(() => ({ saveError })),
    draftUnopened: (saveError) => change(() => ({ saveError, isUnopened: true })),
    nothingToOpen: () => change(() => ({ saveError: null, isUnopened: false })),
  }
}
