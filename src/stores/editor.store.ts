import { createStore, type StoreApi } from 'zustand/vanilla'
import type { SomeDirection } from '@/domain/direction'
import type { ProjectEdit } from '@/domain/projectEdit'
import {
  emptyHistory,
  recordEdit,
  stepBack,
  stepForward,
  withoutEdits,
  type EditHistory,
} from './editHistory'
import { unsavedSlice, type UnsavedSlice } from './unsaved.slice'

/** What a phone shows of the editor; a laptop has room for all three. */
export const EDITOR_TOOLS = ['photos', 'timeline', 'details'] as const
export type EditorTool = (typeof EDITOR_TOOLS)[number]

export const ZOOM_MIN = 0.25
export const ZOOM_MAX = 8

export type Timeline = {
  /** Where the playhead is, from the beginning of the film. */
  readonly positionSeconds: number
  /** 1 shows the film at its usual width. */
  readonly zoom: number
}

export type SelectedPart = 'photo' | 'card'
export type Trial = { readonly photoId: string; readonly to: SomeDirection }

export type EditorState = UnsavedSlice & {
  selectedTool: EditorTool
  timeline: Timeline
  selectedPhotoId: string | null
  /** Is it the photo that is chosen, or the title card beside it? */
  selectedPart: SelectedPart
  /** What a hand is just trying out, before it lets go: shown here, not saved. */
  trial: Trial | null
  history: EditHistory
  /** Photos that are gone from the screen and can still come back without a trace. */
  removedIds: readonly string[]
  /** Requests under way that no field shows: moves, removals, what undo and redo send. */
  requests: number

  pickTool: (tool: EditorTool) => void
  /** Clamped to 0..`durationSeconds`; what is not a number changes nothing. */
  movePlayhead: (seconds: number, durationSeconds: number) => void
  /** Clamped to 0.25..8; what is not a number changes nothing. */
  zoomTo: (zoom: number) => void
  selectPhoto: (photoId: string | null, part?: SelectedPart) => void
  tryOut: (trial: Trial | null) => void

  edited: (edit: ProjectEdit) => void
  steppedBack: () => void
  steppedForward: () => void
  /** Edits that can never be undone or redone leave the history. */
  forgetEdits: (isImpossible: (edit: ProjectEdit) => boolean) => void

  photoRemoved: (photoId: string) => void
  photoBack: (photoId: string) => void
  requestStarted: () => void
  requestEnded: () => void
}

export type EditorStore = StoreApi<EditorState>

/**
 * What one open project has on the desk. Made once per page and given down by context, so that two editors side by
 * side share nothing. Rows of the server are not in here.
 */
export function createEditorStore(): EditorStore {
  return createStore<EditorState>()((set) => ({
    ...unsavedSlice(set),
    selectedTool: 'photos',
    timeline: { positionSeconds: 0, zoom: 1 },
    selectedPhotoId: null,
    selectedPart: 'photo',
    trial: null,
    history: emptyHistory,
    removedIds: [],
    requests: 0,

    pickTool: (selectedTool) => set({ selectedTool }),
    movePlayhead: (seconds, durationSeconds) =>
      set(({ timeline }) =>
        changed(timeline, 'positionSeconds', clamp(seconds, 0, Math.max(0, durationSeconds))),
      ),
    zoomTo: (zoom) => set(({ timeline }) => changed(timeline, 'zoom', clamp(zoom, ZOOM_MIN, ZOOM_MAX))),
    selectPhoto: (selectedPhotoId, selectedPart = 'photo') => set({ selectedPhotoId, selectedPart }),
    tryOut: (trial) => set({ trial }),

    edited: (edit) => set(({ history }) => ({ history: recordEdit(history, edit) })),
    steppedBack: () => set(({ history }) => ({ history: stepBack(history) })),
    steppedForward: () => set(({ history }) => ({ history: stepForward(history) })),
    forgetEdits: (isImpossible) => set(({ history }) => ({ history: withoutEdits(history, isImpossible) })),

    photoRemoved: (photoId) => set(({ removedIds }) => ({ removedIds: [...removedIds, photoId] })),
    photoBack: (photoId) =>
      set(({ removedIds }) => ({ removedIds: removedIds.filter((id) => id !== photoId) })),
    requestStarted: () => set(({ requests }) => ({ requests: requests + 1 })),
    requestEnded: () => set(({ requests }) => ({ requests: requests - 1 })),
  }))
}

const clamp = (value: number, min: number, max: number) => Math.min(max, Math.max(min, value))

/** A position that stays as it is tells nobody. */
function changed(timeline: Timeline, part: keyof Timeline, value: number): { timeline: Timeline } {
  return {
    timeline: Number.isNaN(value) || timeline[part] === value ? timeline : { ...timeline, [part]: value },
  }
}
