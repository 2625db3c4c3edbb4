/** What a submission is doing, in this order. */
export type SubmitStep = 'saving' | 'uploading' | 'placing' | 'queueing'

/**
 * How far one photo of a draft is on its way to the library.
 * `fraction` is 0..1 of the bytes sent; `attempt` counts from 1 and rises when a cut made the upload start again.
 */
export type UploadState =
  | { kind: 'queued' }
  | { kind: 'preparing' }
  | { kind: 'uploading'; fraction: number; attempt: number }
  | { kind: 'done' }
  | { kind: 'failed'; error: Error }
