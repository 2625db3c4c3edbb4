import { fileIdsOf, type Draft } from '@/domain/draft'
import type { DraftSlice } from './draft.slice'
import { draftChange } from './draftChange'
import type { ChangeSlice } from './slice'

export const HISTORY_LIMIT = 100
/** Two changes of the same text with no longer pause between them are undone in one step. */
export const TYPING_PAUSE_MS = 1_000
/** The photos of one drop come one by one, as they are read; a large one takes a while. */
export const READING_PAUSE_MS = 5_000

/**
 * Drafts as they were (the last of `past` comes back next) and as they can be again (the last of `future`).
 *
 * [Note: undo keeps whole drafts] A draft is small, its photos are known by id, and what a change leaves alone is shared
 * with the draft before it: a hundred of them weigh little more than one. Going back to the very object that was
 * written makes `Draft saved` true again without writing. (zundo keeps such a history beside the store; here the saver
 * has to see it, the files in it must not be deleted, and opening another person's draft has to end it.)
 */
export type DraftHistory = {
  readonly past: readonly Draft[]
  readonly future: readonly Draft[]
  /** What was changed last, while a change of the same thing would still belong to it. */
  readonly open: { readonly subject: string; readonly at: number } | null
}

export const emptyHistory: DraftHistory = { past: [], future: [], open: null }

export type HistorySlice = {
  history: DraftHistory
  undo: () => void
  redo: () => void
  /** Photos and tracks that only an undo could bring back are given up: their files are in the way. */
  forgetGoneFiles: () => void
}

/** Slice of the video store: the way back. What goes into it is recorded where the store is put together. */
export function historySlice(
  change: ChangeSlice<HistorySlice & Pick<DraftSlice, 'draft' | 'removedPhotos' | 'discarded'>>,
): HistorySlice {
  return {
    history: emptyHistory,
    undo: () =>
      change(({ draft, history: { past, future } }) => {
        const before = past.at(-1)
        if (!before) return {}
        return { draft: before, history: { past: past.slice(0, -1), future: [...future, draft], open: null } }
      }),
    redo: () =>
      change(({ draft, history: { past, future } }) => {
        const after = future.at(-1)
        if (!after) return {}
        return { draft: after, history: { past: [...past, draft], future: future.slice(0, -1), open: null } }
      }),
    forgetGoneFiles: () =>
      change((state) => {
        const gone = goneFiles(state)
        return gone.size === 0 ? {} : { history: withoutFiles(state.history, state.draft, gone) }
      }),
  }
}

/** The history after the draft went from `before` to `after`. @param now milliseconds, of any clock that never goes back */
export function remember(history: DraftHistory, before: Draft, after: Draft, now: number): DraftHistory {
  const { kind, subject } = draftChange(before, after)
  if (kind === 'none') return history
  const pause = kind === 'photosAdded' ? READING_PAUSE_MS : TYPING_PAUSE_MS
  const { open, past } = history
  const goesOn = subject !== null && open?.subject === subject && now - open.at <= pause
  return {
    past: goesOn ? past : [...past, before].slice(-HISTORY_LIMIT),
    future: [],
    open: subject === null ? null : { subject, at: now },
  }
}

const idsByHistory = new WeakMap<DraftHistory, ReadonlySet<string>>()

/** Ids of all files, photos and tracks, that some step back or forward would show. The same set for the same history. */
export function filesInHistory(history: DraftHistory): ReadonlySet<string> {
  const known = idsByHistory.get(history)
  if (known) return known
  // Most steps share their list of photos.
  const drafts = [...history.past, ...history.future]
  const lists = new Set(drafts.map(({ photos }) => photos))
  const tracks = drafts.flatMap(({ track }) => (track ? [track.id] : []))
  const ids = new Set([...[...lists].flatMap((photos) => photos.map(({ id }) => id)), ...tracks])
  idsByHistory.set(history, ids)
  return ids
}

/** Ids of files that nothing but the history knows. */
export function goneFiles({
  history,
  draft,
  removedPhotos,
  discarded,
}: Pick<HistorySlice & DraftSlice, 'history' | 'draft' | 'removedPhotos' | 'discarded'>): Set<string> {
  const gone = new Set(filesInHistory(history))
  for (const id of fileIdsOf(draft)) gone.delete(id)
  for (const { photo } of removedPhotos) gone.delete(photo.id)
  for (const id of discarded ? fileIdsOf(discarded) : []) gone.delete(id)
  return gone
}

/** Steps that would then change nothing any more are left out. */
function withoutFiles(history: DraftHistory, current: Draft, gone: ReadonlySet<string>): DraftHistory {
  const strip = (draft: Draft) => {
    if (!fileIdsOf(draft).some((id) => gone.has(id))) return draft
    const photos = draft.photos.filter(({ id }) => !gone.has(id))
    if (draft.track === null || !gone.has(draft.track.id)) return { ...draft, photos }
    // Other music of that step stays as it was.
    const music = draft.music.kind === 'track' ? current.music : draft.music
    return { ...draft, photos, track: current.track, music }
  }
  const stepsFrom = (drafts: readonly Draft[]) => {
    const kept: Draft[] = []
    let next = current
    for (const draft of drafts.toReversed()) {
      const step = strip(draft)
      if (draftChange(step, next).kind === 'none') continue
      kept.unshift(step)
      next = step
    }
    return kept
  }
  return { past: stepsFrom(history.past), future: stepsFrom(history.future), open: null }
}
