import type { DraftErrorCode } from '@/lib/errors'
import type { IncomingPhoto } from '@/lib/storedDraft'
import type { ChangeSlice } from './slice'

/**
 * The file behind a photo of the draft.
 * `saving`: in memory, on its way to this device · `saved`: on this device, memory is free · `failed`: in memory only ·
 * `missing`: nowhere, it has to be chosen again.
 */
export type PhotoFile =
  | { kind: 'saving'; thumbnail: Blob; file: Blob }
  | { kind: 'saved'; thumbnail: Blob }
  | { kind: 'failed'; thumbnail: Blob; file: Blob; code: DraftErrorCode }
  | { kind: 'missing' }
export type RefusedPhoto = { id: string; filename: string; code: DraftErrorCode }

export type PhotoFilesSlice = {
  /** By photo id; also those of removed photos, as long as they can come back. */
  files: Record<string, PhotoFile>
  /** Files being read, in the order they were given. */
  incoming: IncomingPhoto[]
  /** How many were asked for since the reader was last idle; `incoming` counts down from it. */
  readingTotal: number
  /** Files that were being read when the page died: known by name only. */
  lost: IncomingPhoto[]
  refused: RefusedPhoto[]
  readingStarted: (photos: readonly IncomingPhoto[]) => void
  /** Not all could be read before the page was left. */
  readingStopped: () => void
  readingEnded: (ids: readonly string[]) => void
  photoRefused: (refused: RefusedPhoto) => void
  dismissRefused: () => void
  dismissLost: () => void
  fileArrived: (id: string, file: Blob, thumbnail: Blob) => void
  fileSaved: (id: string) => void
  fileFailed: (id: string, code: DraftErrorCode) => void
  fileDeleted: (id: string) => void
  /** Try all failed ones again. */
  retryFiles: () => void
}

/** Slice of the video store: what is known about the files. The bytes on disk are the business of the hooks. */
export function photoFilesSlice(change: ChangeSlice<PhotoFilesSlice>): PhotoFilesSlice {
  const changeFile = (id: string, recipe: (file: PhotoFile) => PhotoFile) =>
    change(({ files }) => {
      const file = files[id]
      return file ? { files: { ...files, [id]: recipe(file) } } : {}
    })
  return {
    files: {},
    incoming: [],
    readingTotal: 0,
    lost: [],
    refused: [],
    readingStarted: (photos) =>
      change(({ incoming, lost, readingTotal }) => {
        const names = new Set(photos.map(({ filename }) => filename))
        return {
          incoming: [...incoming, ...photos],
          readingTotal: photos.length + (incoming.length > 0 ? readingTotal : 0),
          lost: lost.filter(({ filename }) => !names.has(filename)),
        }
      }),
    readingStopped: () => change(({ incoming, lost }) => ({ incoming: [], lost: [...lost, ...incoming] })),
    readingEnded: (ids) =>
      change(({ incoming }) => ({ incoming: incoming.filter(({ id }) => !ids.includes(id)) })),
    photoRefused: (refusal) => change(({ refused }) => ({ refused: [...refused, refusal] })),
    dismissRefused: () => change(() => ({ refused: [] })),
    dismissLost: () => change(() => ({ lost: [] })),
    fileArrived: (id, file, thumbnail) =>
      change(({ files }) => ({ files: { ...files, [id]: { kind: 'saving', file, thumbnail } } })),
    fileSaved: (id) =>
      changeFile(id, (file) =>
        file.kind === 'saving' ? { kind: 'saved', thumbnail: file.thumbnail } : file,
      ),
    fileFailed: (id, code) =>
      changeFile(id, (file) => (file.kind === 'saving' ? { ...file, kind: 'failed', code } : file)),
    fileDeleted: (id) =>
      change(({ files }) => {
        const { [id]: _deleted, ...rest } = files
        return { files: rest }
      }),
    retryFiles: () => change(({ files }) => ({ files: retried(files) })),
  }
}

function retried(files: Record<string, PhotoFile>): Record<string, PhotoFile> {
  return Object.fromEntries(
    Object.entries(files).map(([id, file]) => [
      id,
      file.kind === 'failed' ? { kind: 'saving', file: file.file, thumbnail: file.thumbnail } : file,
    ]),
  )
}
