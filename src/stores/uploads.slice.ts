import type { UploadState } from '@/domain/upload'
import type { ChangeSlice } from './slice'

/** Photos on their way to the library, by photo id. They die with the tab; the draft goes on where they were. */
export type UploadsSlice = {
  uploads: Record<string, UploadState>
  uploadsQueued: (ids: readonly string[]) => void
  uploadChanged: (id: string, upload: UploadState) => void
  uploadsCleared: () => void
}

/** Slice of the video store: one entry per photo, so that no upload can block or overwrite another. */
export function uploadsSlice(change: ChangeSlice<UploadsSlice>): UploadsSlice {
  return {
    uploads: {},
    uploadsQueued: (ids) =>
      change(() => ({ uploads: Object.fromEntries(ids.map((id) => [id, { kind: 'queued' as const }])) })),
    uploadChanged: (id, upload) => change(({ uploads }) => ({ uploads: { ...uploads, [id]: upload } })),
    uploadsCleared: () => change(() => ({ uploads: {} })),
  }
}
