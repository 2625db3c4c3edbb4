import { RenderError, type RenderErrorCode } from '@/lib/errors'
import { Compositor } from './compositor/Compositor'
import wasmUrl from './compositor/compositor.wasm?url'
import { chooseCodec } from './encode/codecs'
import { StorageFull } from './encode/FilmWriter'
import { SpeedMeter } from './encode/SpeedMeter'
import { openSyncFile } from './encode/syncFile'
import { makeFilm } from './film/makeFilm'
import type { FromWorker, ToWorker } from './protocol'
import { loadFonts } from './text/fonts'

/** A render worker makes one film and is then terminated by the page. */

const PROGRESS_MILLISECONDS = 250
const post = (message: FromWorker) => self.postMessage(message)
const photoRequests = new Map<string, (file: Blob) => void>()

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'start':
      start(data).catch((cause: unknown) => post({ type: 'failed', ...classify(cause) }))
      return
    case 'photo':
      photoRequests.get(data.photoId)?.(data.file)
      photoRequests.delete(data.photoId)
      return
    default:
      data satisfies never
  }
})

async function start({
  storyboard,
  title,
  folder,
  fileName,
}: Extract<ToWorker, { type: 'start' }>): Promise<void> {
  const choice = await chooseCodec(storyboard)
  if (!choice) throw new RenderError('unsupported_codec', 'this browser encodes no video of this size')
  const [compositor, file] = await Promise.all([
    loadCompositor(),
    openSyncFile(folder, fileName),
    loadFonts(storyboard),
  ])
  const progress = reportProgress(storyboard.frameCount)
  const onProgress = progress.update
  const film = await makeFilm(compositor, { storyboard, title, choice, file, readPhoto, onProgress }).finally(
    progress.stop,
  )
  file.flush()
  file.close()
  post({ type: 'done', ...film })
}

async function loadCompositor(): Promise<Compositor> {
  const response = await fetch(wasmUrl)
  if (!response.ok) throw new Error(`the compositor could not be loaded (${response.status})`)
  return Compositor.create(await response.arrayBuffer())
}

/** Asks the page for a photo's file; one answer serves all who wait for the same photo. */
function readPhoto(photoId: string): Promise<Blob> {
  return new Promise((resolve) => {
    const earlier = photoRequests.get(photoId)
    photoRequests.set(photoId, (file) => {
      earlier?.(file)
      resolve(file)
    })
    post({ type: 'read', photoId })
  })
}

/** Tells the page four times a second where the film stands, also while a stage is waiting. */
function reportProgress(frameCount: number) {
  const meter = new SpeedMeter(frameCount)
  let framesDone = 0
  let stage: 'rendering' | 'finishing' = 'rendering'
  const tell = () => {
    const speed = meter.sample(performance.now() / 1000, framesDone)
    post({ type: 'progress', progress: { framesDone, frameCount, stage, ...speed } })
  }
  tell()
  const timer = setInterval(tell, PROGRESS_MILLISECONDS)
  return {
    update: (done: number, now: typeof stage) => {
      framesDone = done
      stage = now
    },
    stop: () => {
      clearInterval(timer)
      tell()
    },
  }
}

function classify(cause: unknown): { code: RenderErrorCode; message: string } {
  const message = cause instanceof Error ? cause.message : String(cause)
  if (cause instanceof RenderError) return { code: cause.code, message }
  if (cause instanceof StorageFull) return { code: 'storage_full', message }
  if (cause instanceof Error && cause.name === 'QuotaExceededError') return { code: 'storage_full', message }
  return { code: 'worker_crashed', message }
}
