import type { SubmitStep, UploadState } from '@/domain/upload'

/** `total` is 0..1 of the whole upload and never falls; `photo` names what happened to one photo of the draft. */
export type SubmitEvent =
  | { type: 'step'; step: SubmitStep }
  | { type: 'photo'; photoId: string; state: UploadState }
  | { type: 'total'; fraction: number; donePhotos: number; photoCount: number }
