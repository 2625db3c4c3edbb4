import type { Storyboard } from '@/domain/storyboard'
import { scaleStoryboard } from '../film/scaleStoryboard'
import type { FromPreview, PreviewFailure, ToPreview } from './protocol'

export type { PreviewFailure } from './protocol'

export interface PreviewOptions {
  /** Given to a worker for good: a canvas can have one preview in its life. */
  readonly canvas: HTMLCanvasElement
  /** Rejects when a photo cannot be had now; a file that cannot be decoded is left out of the preview. */
  readonly readPhoto: (photoId: string) => Promise<Blob>
  /** The frame is on the canvas. */
  readonly onShown: (frame: number) => void
  readonly onFailed: (reason: PreviewFailure) => void
}

export interface Preview {
  /**
   * Shows this film from now on.
   * @param width of the picture in pixels; the preview is painted at this size
   */
  setFilm(storyboard: Storyboard, width: number): void
  /** Shows a frame as soon as the one before is painted; asked faster than it paints, frames are left out. */
  show(frame: number): void
  close(): void
}

/** Opens a preview: a worker that paints frames of a film, with the code that makes the film, on a canvas of the page. */
export function openPreview({ canvas, readPhoto, onShown, onFailed }: PreviewOptions): Preview {
  const worker = new Worker(new URL('./preview.worker.ts', import.meta.url), {
    type: 'module',
    name: 'preview',
  })
  const send = (message: ToPreview, transfer: Transferable[] = []) => worker.postMessage(message, transfer)
  const answer = (photoId: string, file: Blob | null) => send({ type: 'photo', photoId, file })
  worker.addEventListener('message', ({ data }: MessageEvent<FromPreview>) => {
    switch (data.type) {
      case 'read':
        readPhoto(data.photoId).then(
          (file) => answer(data.photoId, file),
          () => answer(data.photoId, null),
        )
        return
      case 'shown':
        onShown(data.frame)
        return
      case 'failed':
        onFailed(data.reason)
        return
      default:
        data satisfies never
    }
  })
  worker.addEventListener('error', (event) => {
    event.preventDefault()
    onFailed('broken')
  })
  const offscreen = canvas.transferControlToOffscreen()
  send({ type: 'open', canvas: offscreen }, [offscreen])
  return {
    setFilm: (storyboard, width) => send({ type: 'film', storyboard: scaleStoryboard(storyboard, width) }),
    show: (frame) => send({ type: 'show', frame }),
    close: () => worker.terminate(),
  }
}
