import type { Style } from '@/domain/project'
import type { Storyboard } from '@/domain/storyboard'
import { renderFilm } from '@/render/renderFilm'
import { directFilm } from '@/story/directFilm'
import type { CeilingAnswer, CeilingOrder } from './ceiling.worker'

/** What `render.mjs` asks this page to do. Photos are served under `photos/<index>` by the bench's own server. */
interface BenchWishes {
  readonly names: readonly string[]
  readonly seconds: number
  readonly style: Style
  readonly width: number
  readonly height: number
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
let storyboard: Storyboard | undefined
let files = new Map<string, Blob>()

/** Reads the photos and directs the film: not part of what is measured. @returns the storyboard and each shot's file name */
async function prepare({ names, seconds, style, width, height }: BenchWishes) {
  files = new Map()
  const nameById: Record<string, string> = {}
  const photos = []
  for (const [index, name] of names.entries()) {
    const file = await (await fetch(`/photos/${index}`)).blob()
    const size = await sizeOf(file)
    const id = crypto.randomUUID()
    files.set(id, file)
    nameById[id] = name
    const caption = index % 4 === 1 ? name.replace(/\.[^.]+$/, '').replaceAll(/[-_]/g, ' ') : ''
    photos.push({ id, ...size, takenAt: null, caption })
  }
  storyboard = directFilm({
    photos,
    title: 'A summer to remember',
    subtitle: `${names.length} photos`,
    style,
    durationSeconds: seconds,
    width,
    height,
    fps: 30,
  })
  return { storyboard, nameById }
}

/** A broken photo counts as an ordinary one: the film has to do without it. */
async function sizeOf(file: Blob): Promise<{ width: number; height: number }> {
  try {
    const bitmap = await createImageBitmap(file)
    const { width, height } = bitmap
    bitmap.close()
    return { width, height }
  } catch {
    return { width: 4000, height: 3000 }
  }
}

/** Makes the film with the product's own façade and sends it to the bench's server. */
async function film() {
  if (!storyboard) throw new Error('not prepared')
  const photos = [...files].map(([id, file]) => ({ id, read: () => Promise.resolve(file) }))
  const started = performance.now()
  const made = await renderFilm(
    { storyboard, photos, outputName: 'bench' },
    { signal: new AbortController().signal, onProgress: () => undefined },
  )
  const wallSeconds = (performance.now() - started) / 1000
  const { codec, stages, skippedPhotoIds } = made
  return {
    wallSeconds,
    codec,
    stages,
    skipped: skippedPhotoIds.length,
    bytes: made.file.size,
    deliver: async () => {
      await fetch('/film', { method: 'POST', body: made.file })
      await made.discard()
    },
  }
}

/** A worker with frames of this film, made beforehand, and an encoder of its own. */
let ceiling: Worker | undefined

async function askCeiling(order: CeilingOrder): Promise<CeilingAnswer> {
  ceiling ??= new Worker(new URL('./ceiling.worker.ts', import.meta.url), { type: 'module' })
  const worker = ceiling
  return new Promise((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<CeilingAnswer>) => resolve(data), {
      once: true,
    })
    worker.addEventListener('error', (event) => reject(new Error(event.message)), { once: true })
    worker.postMessage(order)
  })
}

async function prepareCeiling() {
  if (!storyboard) throw new Error('not prepared')
  await askCeiling({ storyboard, files })
}

/** The frames are given back before anything else is measured. */
async function closeCeiling() {
  ceiling?.terminate()
  ceiling = undefined
  await wait(1000)
}

let delivered: Awaited<ReturnType<typeof film>> | undefined
Object.assign(window, {
  bench: {
    prepare,
    prepareCeiling,
    runCeiling: () => askCeiling('encode'),
    closeCeiling,
    film: async () => {
      delivered = await film()
      const { deliver: _, ...numbers } = delivered
      return numbers
    },
    deliver: () => delivered?.deliver(),
  },
})
