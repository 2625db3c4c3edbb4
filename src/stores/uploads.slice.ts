import type { SubmitStep, UploadState } from '@/domain/upload'
import type { ChangeSlice } from './slice'

/** The draft on its way to become a project; `fraction` is 0..1 of all its photos and never falls. */
export type Submission =
  | { kind: 'idle' }
  | { kind: 'running'; step: SubmitStep; fraction: number; donePhotos: number }
  | { kind: 'failed'; error: Error }
  | { kind: 'done' }

export type UploadsSlice = {
  submission: Submission
  /** Photos on their way to the library, by photo id. They die with the tab; the next try goes on where they were. */
  uploads: Record<string, UploadState>
  submissionStarted: () => void
  stepEntered: (step: SubmitStep) => void
  uploadChanged: (id: string, upload: UploadState) => void
  uploadsMoved: (fraction: number, donePhotos: number) => void
  submissionFailed: (error: Error) => void
  submissionCancelled: () => void
  submissionDone: () => void
}

/** Slice of the video store: one entry per photo, so that no upload can block or overwrite another. */
export function uploadsSlice(change: ChangeSlice<UploadsSlice>): UploadsSlice {
  const progress = (patch: Partial<Extract<Submission, { kind: 'running' }>>) =>
    change(({ submission }) =>
      submission.kind === 'running' ? { submission: { ...submission, ...patch } } : {},
    )
  return {
    submission: { kind: 'idle' },
    uploads: {},
    submissionStarted: () =>
      change(() => ({
        submission: { kind: 'running', step: 'saving', fraction: 0, donePhotos: 0 },
        uploads: {},
      })),
    stepEntered: (step) => progress({ step }),
    uploadChanged: (id, upload) => change(({ uploads }) => ({ uploads: { ...uploads, [id]: upload } })),
    uploadsMoved: (fraction, donePhotos) => progress({ fraction, donePhotos }),
    submissionFailed: (error) => change(() => ({ submission: { kind: 'failed', error } })),
    submissionCancelled: () => change(() => ({ submission: { kind: 'idle' }, uploads: {} })),
    submissionDone: () => change(() => ({ submission: { kind: 'done' } })),
  }
}
