import '@/lib/withoutEval'
import { loadCompositor } from '../compositor/loadCompositor'
import { PhotoMissing, PreviewScreen } from './PreviewScreen'
import type { FromPreview, ToPreview } from './protocol'

/** Paints one preview for as long as the page shows it. */

const post = (message: FromPreview) => self.postMessage(message)

/** Who waits for which photo. */
const waiting = new Map<string, ((file: Blob | null) => void)[]>()

function readPhoto(photoId: string): Promise<Blob> {
  return new Promise((resolve, reject) => {
    const others = waiting.get(photoId)
    const take = (file: Blob | null) => (file ? resolve(file) : reject(new PhotoMissing(photoId)))
    if (others) {
      others.push(take)
      return
    }
    waiting.set(photoId, [take])
    post({ type: 'read', photoId })
  })
}

let screen: Promise<PreviewScreen> | null = null

async function openScreen(canvas: OffscreenCanvas): Promise<PreviewScreen> {
  const compositor = await loadCompositor()
  return new PreviewScreen({
    canvas,
    compositor,
    readPhoto,
    onShown: (frame) => post({ type: 'shown', frame }),
    onFailed: (reason) => post({ type: 'failed', reason }),
  })
}

self.addEventListener('message', ({ data }: MessageEvent<ToPreview>) => {
  switch (data.type) {
    case 'open':
      screen = openScreen(data.canvas)
      screen.catch(() => post({ type: 'failed', reason: 'broken' }))
      return
    case 'film':
      screen?.then(
        (open) => open.setFilm(data.storyboard),
        () => undefined,
      )
      return
    case 'show':
      screen?.then(
        (open) => open.show(data.frame),
        () => undefined,
      )
      return
    case 'photo':
      waiting.get(data.photoId)?.forEach((take) => take(data.file))
      waiting.delete(data.photoId)
      return
    default:
      data satisfies never
  }
})
