import { vi } from 'vitest'
import type { Render } from '@/generation/runGeneration'
import type { RenderRequest } from '@/render/renderFilm'

/**
 * Stands where the browser's encoder stands: reads every photo, and "encodes" when it is told to.
 * @param skippedPhotos so many cannot be decoded
 */
export function testRender(go: Promise<unknown> = Promise.resolve(), skippedPhotos = 0) {
  const discarded = vi.fn<() => Promise<void>>(() => Promise.resolve())
  const read: string[] = []
  const requests: RenderRequest[] = []
  const render: Render = async (request, { signal, onProgress }) => {
    requests.push(request)
    const { photos, storyboard } = request
    for (const photo of photos) read.push(await (await photo.read()).text())
    const { frameCount, width, height } = storyboard
    onProgress({ framesDone: frameCount / 2, frameCount, secondsLeft: 3, stage: 'rendering' })
    await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
      go.then(resolve, reject)
    })
    return {
      file: new Blob([Buffer.alloc(40_000, 7)]),
      mimeType: 'video/mp4',
      width,
      height,
      durationSeconds: frameCount / storyboard.fps,
      thumbnail: new Blob(['a picture'], { type: 'image/jpeg' }),
      skippedPhotoIds: photos.slice(0, skippedPhotos).map(({ id }) => id),
      discard: discarded,
    }
  }
  return { render, discarded, read, requests }
}

/** Web Locks of one name for two "tabs" in this process. */
export function oneLock() {
  let last: Promise<unknown> = Promise.resolve()
  return {
    request: (_name: string, { signal }: { signal: AbortSignal }, action: () => Promise<unknown>) => {
      const turn = last.then(() => {
        signal.throwIfAborted()
        return action()
      })
      last = turn.catch(() => undefined)
      return turn
    },
  }
}
