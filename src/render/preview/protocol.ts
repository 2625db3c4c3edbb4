import type { Storyboard } from '@/domain/storyboard'

/** What is said between the page (`openPreview.ts`) and the preview's worker. Only we post to either. */

export type ToPreview =
  | { readonly type: 'open'; readonly canvas: OffscreenCanvas }
  /** Another film, or the same one changed: already at the size it is shown at. */
  | { readonly type: 'film'; readonly storyboard: Storyboard }
  | { readonly type: 'show'; readonly frame: number }
  /** Null: it could not be had now. */
  | { readonly type: 'photo'; readonly photoId: string; readonly file: Blob | null }

export type FromPreview =
  | { readonly type: 'read'; readonly photoId: string }
  /** The frame is on the canvas. */
  | { readonly type: 'shown'; readonly frame: number }
  | { readonly type: 'failed'; readonly reason: PreviewFailure }

/** `photo_missing`: a photo could not be fetched; showing again tries again. `broken`: this browser cannot show it. */
export type PreviewFailure = 'photo_missing' | 'photo_unreadable' | 'broken'
