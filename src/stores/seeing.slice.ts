import type { Analysis } from '@/domain/analysis'
import type { Draft, DraftPhoto } from '@/domain/draft'
import type { DraftSlice } from './draft.slice'
import type { HistorySlice } from './history.slice'
import { inTime } from './inTime'
import type { ChangeSlice } from './slice'

/** Looking at the photos of the draft. */
export type SeeingSlice = {
  /** Photos that wait to be looked at, or are just being. */
  toSee: readonly string[]
  /** How many were to be looked at since the last pause; `toSee` counts down from it. */
  toSeeTotal: number
  photosToSee: (ids: readonly string[]) => void
  /** What was seen; null when nothing could be. */
  photoSeen: (id: string, analysis: Analysis | null) => void
  seeingStopped: () => void
}

type Everything = SeeingSlice & HistorySlice & Pick<DraftSlice, 'draft' | 'removedPhotos' | 'discarded'>

/**
 * Slice of the video store: what is seen is no change of a person's, so it is no step to undo, and every draft that undo
 * can bring back knows it too.
 */
export function seeingSlice(change: ChangeSlice<Everything>): SeeingSlice {
  return {
    toSee: [],
    toSeeTotal: 0,
    photosToSee: (ids) =>
      change(({ toSee, toSeeTotal }) => ({
        toSee: [...toSee, ...ids],
        toSeeTotal: ids.length + (toSee.length > 0 ? toSeeTotal : 0),
      })),
    photoSeen: (id, analysis) =>
      change((state) => {
        const toSee = state.toSee.filter((other) => other !== id)
        const known = analysis ? withAnalysis(state, id, analysis) : state
        // A zone or a second camera's clock moves photos: once, when all have been looked at.
        const { draft, history, removedPhotos, discarded } = toSee.length === 0 ? allSettled(known) : known
        return { toSee, draft, history, removedPhotos, discarded }
      }),
    seeingStopped: () => change(() => ({ toSee: [], toSeeTotal: 0 })),
  }
}

function withAnalysis<State extends Everything>(state: State, id: string, analysis: Analysis): State {
  // Drafts of the history share their lists of photos: also afterwards.
  const lists = new Map<DraftPhoto[], DraftPhoto[]>()
  const photo = (old: DraftPhoto) => (old.id === id ? { ...old, analysis } : old)
  const draft = (old: Draft): Draft => {
    if (!old.photos.some((shown) => shown.id === id)) return old
    const photos = lists.get(old.photos) ?? old.photos.map(photo)
    lists.set(old.photos, photos)
    return { ...old, photos }
  }
  const { past, future, open } = state.history
  return {
    ...state,
    draft: draft(state.draft),
    history: { past: past.map(draft), future: future.map(draft), open },
    removedPhotos: state.removedPhotos.map((removed) => ({ ...removed, photo: photo(removed.photo) })),
    discarded: state.discarded && draft(state.discarded),
  }
}

/** Also what undo brings back: it would be out of order for good, because nothing is looked at twice. */
function allSettled<State extends Everything>(state: State): State {
  const lists = new Map<DraftPhoto[], DraftPhoto[]>()
  const settled = (draft: Draft): Draft => {
    if (draft.order === 'hand') return draft
    const photos = lists.get(draft.photos) ?? inOrder(draft.photos)
    lists.set(draft.photos, photos)
    return photos === draft.photos ? draft : { ...draft, photos }
  }
  const { past, future, open } = state.history
  return {
    ...state,
    draft: settled(state.draft),
    history: { past: past.map(settled), future: future.map(settled), open },
    discarded: state.discarded && settled(state.discarded),
  }
}

/** The same list where it is in order. */
function inOrder(photos: DraftPhoto[]): DraftPhoto[] {
  const ordered = inTime(photos)
  return ordered.every((photo, index) => photo === photos[index]) ? photos : ordered
}
