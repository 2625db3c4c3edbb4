import { emptyDraft, type Draft, type DraftPhoto, type DraftTrack } from '@/domain/draft'
import type { PhotoChoice } from '@/domain/photo'
import {
  CAPTION_MAX,
  DESCRIPTION_MAX,
  DURATION_MAX_SECONDS,
  DURATION_MIN_SECONDS,
  TITLE_MAX,
} from '@/domain/project'
import { byDate, inTime } from './inTime'
import type { ChangeSlice } from './slice'

/** What the form edits; photos have their own events, the ids never change. */
export type DraftWishes = Omit<Draft, 'id' | 'requestKey' | 'photos' | 'track' | 'order'>
export type RemovedPhoto = { photo: DraftPhoto; index: number }

/** The film that is being put together. Every change makes a new `draft` object. */
export type DraftSlice = {
  draft: Draft
  removedPhotos: RemovedPhoto[]
  discarded: Draft | null
  editDraft: (wishes: Partial<DraftWishes>) => void
  /**
   * Appends, or puts them `inTime`: where they were taken, as long as the order is not the person's own. A photo whose
   * content is already in the draft is left out.
   */
  addPhotos: (photos: readonly DraftPhoto[], place?: 'inTime') => void
  removePhoto: (id: string) => void
  /** Back to where it was removed from. */
  restorePhoto: (id: string) => void
  /** It cannot come back to its place any more, but for an undo of everything since. */
  forgetPhoto: (id: string) => void
  /** `toIndex` is clamped to the list; an unknown id changes nothing. */
  movePhoto: (id: string, toIndex: number) => void
  captionPhoto: (id: string, caption: string) => void
  /** Whether the film shows it. */
  choosePhoto: (id: string, choice: PhotoChoice) => void
  /** Oldest first; photos without a date keep their order behind the others. From then on new ones join in time. */
  sortPhotosByDate: () => void
  /** A track of the person's own, to be heard in the film. */
  chooseTrack: (track: DraftTrack) => void
  /** The same, to be chosen later: the music stays as it is. Not while it is a track. */
  keepTrack: (track: DraftTrack) => void
  /** Start over. The old draft can come back until it is forgotten. */
  discardDraft: () => void
  restoreDraft: () => void
  forgetDiscarded: () => void
}

/** Slice of the video store: pure changes, no I/O. */
export function draftSlice(change: ChangeSlice<DraftSlice>): DraftSlice {
  const changeDraft = (recipe: (draft: Draft) => Draft) => change(({ draft }) => ({ draft: recipe(draft) }))
  const changePhotos = (recipe: (photos: DraftPhoto[]) => DraftPhoto[]) =>
    changeDraft((draft) => {
      const photos = recipe(draft.photos)
      return photos === draft.photos ? draft : { ...draft, photos }
    })
  return {
    draft: emptyDraft(),
    removedPhotos: [],
    discarded: null,
    editDraft: (wishes) => changeDraft((draft) => ({ ...draft, ...clamped(wishes) })),
    addPhotos: (added, place) =>
      changeDraft((draft) => {
        const fresh = added.filter((photo) => !draft.photos.some(sameContent(photo)))
        if (fresh.length === 0) return draft
        const photos = [...draft.photos, ...fresh]
        return { ...draft, photos: place === 'inTime' && draft.order === 'time' ? inTime(photos) : photos }
      }),
    removePhoto: (id) =>
      change(({ draft, removedPhotos }) => {
        const index = draft.photos.findIndex((photo) => photo.id === id)
        const photo = draft.photos[index]
        if (!photo) return {}
        return {
          draft: { ...draft, photos: draft.photos.toSpliced(index, 1) },
          removedPhotos: [...removedPhotos, { photo, index }],
        }
      }),
    restorePhoto: (id) =>
      change(({ draft, removedPhotos }) => {
        const removed = removedPhotos.find(({ photo }) => photo.id === id)
        if (!removed) return {}
        const rest = removedPhotos.filter((other) => other !== removed)
        // Chosen again in the meantime: it is already back.
        if (draft.photos.some(sameContent(removed.photo))) return { removedPhotos: rest }
        const photos = draft.photos.toSpliced(removed.index, 0, removed.photo)
        return { draft: { ...draft, photos }, removedPhotos: rest }
      }),
    forgetPhoto: (id) =>
      change(({ removedPhotos }) => ({
        removedPhotos: removedPhotos.filter(({ photo }) => photo.id !== id),
      })),
    movePhoto: (id, toIndex) =>
      changeDraft((draft) => {
        const { photos } = draft
        const from = photos.findIndex((photo) => photo.id === id)
        const photo = photos[from]
        const to = Math.min(Math.max(Math.trunc(toIndex), 0), photos.length - 1)
        if (!photo || to === from) return draft
        return { ...draft, order: 'hand', photos: photos.toSpliced(from, 1).toSpliced(to, 0, photo) }
      }),
    captionPhoto: (id, caption) =>
      changePhotos((photos) =>
        photos.map((photo) =>
          photo.id === id ? { ...photo, caption: caption.slice(0, CAPTION_MAX) } : photo,
        ),
      ),
    choosePhoto: (id, choice) =>
      changePhotos((photos) => photos.map((photo) => (photo.id === id ? { ...photo, choice } : photo))),
    sortPhotosByDate: () =>
      changeDraft((draft) => ({ ...draft, order: 'time', photos: byDate(draft.photos) })),
    chooseTrack: (track) =>
      changeDraft((draft) => ({ ...draft, track, music: { kind: 'track', trackId: track.id } })),
    keepTrack: (track) =>
      changeDraft((draft) => (draft.music.kind === 'track' ? draft : { ...draft, track })),
    discardDraft: () => change(({ draft }) => ({ draft: emptyDraft(), discarded: draft, removedPhotos: [] })),
    restoreDraft: () => change(({ discarded }) => (discarded ? { draft: discarded, discarded: null } : {})),
    forgetDiscarded: () => change(() => ({ discarded: null })),
  }
}

function clamped(wishes: Partial<DraftWishes>): Partial<DraftWishes> {
  const { title, description, durationSeconds } = wishes
  return {
    ...wishes,
    ...(title !== undefined && { title: title.slice(0, TITLE_MAX) }),
    ...(description !== undefined && { description: description.slice(0, DESCRIPTION_MAX) }),
    ...(durationSeconds !== undefined && { durationSeconds: clampDuration(durationSeconds) }),
  }
}

const clampDuration = (seconds: number) =>
  Math.min(Math.max(Math.round(seconds) || DURATION_MIN_SECONDS, DURATION_MIN_SECONDS), DURATION_MAX_SECONDS)

const sameContent = (photo: DraftPhoto) => (other: DraftPhoto) =>
  other.facts.contentHash === photo.facts.contentHash
