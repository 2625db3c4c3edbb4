import { create } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { emptyDraft, neededFiles, type Draft } from '@/domain/draft'
import type { UploadState } from '@/domain/upload'
import type { IncomingPhoto } from '@/lib/storedDraft'
import { deskSlice, type DeskSlice } from './desk.slice'
import { draftSlice, type DraftSlice } from './draft.slice'
import { emptyHistory, historySlice, remember, type HistorySlice } from './history.slice'
import { photoFilesSlice, type PhotoFile, type PhotoFilesSlice } from './photoFiles.slice'
import { savingSlice, type SavingSlice } from './saving.slice'
import { seeingSlice, type SeeingSlice } from './seeing.slice'
import { uploadsSlice, type UploadsSlice } from './uploads.slice'

/** `isKept`: it lies on this device just as given. `lost`: files that were being read when the page died. */
type OpenedDraft = {
  ownerId: string
  draft: Draft
  isKept: boolean
  files: Record<string, PhotoFile>
  lost: readonly IncomingPhoto[]
}
type WholeDraft = {
  /** The user whose draft is on screen; null: no draft is open. */
  ownerId: string | null
  draftOpened: (opened: OpenedDraft) => void
  /** Nothing of it is in memory any more. */
  draftClosed: () => void
  /** Nothing of it is on the device any more, nor is there anything else: what is in memory has to be written anew. */
  deviceForgot: () => void
}
export type VideoState = DraftSlice &
  HistorySlice &
  PhotoFilesSlice &
  SavingSlice &
  SeeingSlice &
  UploadsSlice &
  DeskSlice &
  WholeDraft

const nothing = () => ({ ownerId: null, draft: emptyDraft(), isKept: false, files: {}, lost: [] })

const fresh = ({
  ownerId,
  draft,
  isKept,
  files,
  lost,
}: Omit<OpenedDraft, 'ownerId'> & Pick<VideoState, 'ownerId'>) => ({
  ownerId,
  draft,
  savedDraft: draft,
  isKept,
  isUnopened: false,
  saveError: null,
  files,
  lost: [...lost],
  incoming: [],
  savedIncoming: lost,
  refused: [],
  toSee: [],
  removedPhotos: [],
  discarded: null,
  history: emptyHistory,
  uploads: {},
  submission: { kind: 'idle' as const },
})

/**
 * The film being put together and the uploads of this tab. Nothing here is a server row, and nothing here reads or
 * writes: the hooks carry it to and from the device. See [Note: text before files] for how it is kept.
 */
export const useVideoStore = create<VideoState>()((set) => ({
  // Whatever a person does to the draft can be undone; opening and closing one cannot.
  ...draftSlice((recipe) =>
    set((state) => {
      const patch = recipe(state)
      if (patch.draft === undefined || patch.draft === state.draft) return patch
      return { ...patch, history: remember(state.history, state.draft, patch.draft, Date.now()) }
    }),
  ),
  ...historySlice(set),
  ...photoFilesSlice(set),
  ...savingSlice(set),
  ...seeingSlice(set),
  ...uploadsSlice(set),
  ...deskSlice(set),
  ...fresh(nothing()),
  draftOpened: (opened) => set(fresh(opened)),
  draftClosed: () => set({ ...fresh(nothing()), notice: null }),
  deviceForgot: () =>
    set(({ isKept, savedDraft, files }) => ({
      isKept: false,
      // A form that nobody has touched needs no record.
      savedDraft: isKept ? emptyDraft() : savedDraft,
      files: Object.fromEntries(
        Object.entries(files).map(([id, file]) => [id, file.kind === 'saved' ? MISSING : file]),
      ),
    })),
}))

const MISSING: PhotoFile = { kind: 'missing' }

/**
 * `untouched`: nothing was entered yet · `unsaved`: changed a moment ago · `saving`: files are on their way ·
 * `incomplete`: a photo has to be chosen again · `failed`: something could not be kept · `saved`: all of it, text and
 * every file, is on this device.
 */
export type SaveStatus = 'untouched' | 'unsaved' | 'saving' | 'incomplete' | 'saved' | 'failed'

export function saveStatus(state: VideoState): SaveStatus {
  const { draft, files, incoming, lost, isKept, saveError } = state
  const kinds = neededFiles(draft).map(({ id }) => files[id]?.kind ?? 'missing')
  if (saveError !== null || kinds.includes('failed')) return 'failed'
  if (incoming.length > 0 || kinds.includes('saving')) return 'saving'
  if (hasUnsavedText(state)) return 'unsaved'
  if (kinds.includes('missing') || lost.length > 0) return 'incomplete'
  return isKept ? 'saved' : 'untouched'
}

/** Is there text that is not on this device yet? */
export function hasUnsavedText(state: VideoState): boolean {
  const unread = unreadPhotos(state)
  return (
    state.draft !== state.savedDraft ||
    unread.length !== state.savedIncoming.length ||
    unread.some(({ id }, index) => id !== state.savedIncoming[index]?.id)
  )
}

/** Photos known by name only: kept with the text, so that they can be asked for again after a crash. */
export const unreadPhotos = ({ lost, incoming }: VideoState): IncomingPhoto[] => [...lost, ...incoming]

export const useSaveStatus = () => useVideoStore(saveStatus)

/** Ids in film order; the same array until a photo comes, goes or moves. */
export const usePhotoIds = () => useVideoStore(useShallow(({ draft }) => draft.photos.map(({ id }) => id)))

/** One photo of the draft with its file; re-renders for this photo alone. */
export const useDraftPhoto = (id: string) =>
  useVideoStore(({ draft }) => draft.photos.find((photo) => photo.id === id))
export const usePhotoFile = (id: string): PhotoFile | undefined => useVideoStore(({ files }) => files[id])
export const useUpload = (id: string): UploadState | undefined => useVideoStore(({ uploads }) => uploads[id])

/** How far the photos have been looked at; null while none waits. The same object until that changes. */
export const useSeeing = () =>
  useVideoStore(
    useShallow(({ toSee, toSeeTotal }) =>
      toSee.length === 0 ? null : { done: toSeeTotal - toSee.length, total: toSeeTotal },
    ),
  )

export const useDraftAccess = () => useVideoStore(({ access }) => access)

/** While the draft is on its way, or another tab has it, nothing of it can be changed here. */
export const isLocked = ({ access, submission }: VideoState): boolean =>
  access !== 'editing' || submission.kind === 'running' || submission.kind === 'done'
export const useIsLocked = () => useVideoStore(isLocked)
