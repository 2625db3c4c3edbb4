import type { Style } from '@/domain/project'
import type { Storyboard } from '@/domain/storyboard'
import type { FileFormat } from '@/domain/video'
import { renderFilm } from '@/render/renderFilm'
import { directFilm } from '@/story/directFilm'
import { composeScore } from '@/story/music/composeScore'
import { benchCaption, loadBenchPhotos } from './benchPhotos'
import type { CeilingAnswer, CeilingOrder } from './ceiling.worker'
import type { Quality, QualityAnswer, QualityOrder } from './quality.worker'

/** What the benches ask this page to do. Photos are served under `photos/<index>` by the bench's own server. */
export interface BenchWishes {
  /** A file name for each photo of the film, more than once where a folder has too few. */
  readonly names: readonly string[]
  readonly seconds: number
  readonly style: Style
  readonly width: number
  readonly height: number
  readonly fps: 24 | 30 | 60
  readonly format: FileFormat
  /** With the score that the style chooses, as the product makes films unless told; or silent. */
  readonly music: boolean
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))
let film: { storyboard: Storyboard; format: FileFormat } | undefined
let files = new Map<string, Blob>()

/** Reads the photos and directs the film: not part of what is measured. @returns the storyboard and each photo's file name */
async function prepare({ names, seconds, format, music, ...shape }: BenchWishes) {
  const loaded = await loadBenchPhotos(names)
  files = new Map(loaded.map(({ id, file }) => [id, file]))
  const nameById = Object.fromEntries(loaded.map(({ id, name }) => [id, name]))
  const photos = loaded.map((photo, index) => ({
    ...photo,
    takenAt: null,
    caption: benchCaption(photo, index),
  }))
  const storyboard = directFilm({
    photos,
    title: 'A summer to remember',
    subtitle: `${names.length} photos`,
    durationSeconds: seconds,
    ...shape,
    music: music ? { kind: 'score', mood: 'auto', seed: 1 } : { kind: 'none' },
  })
  film = { storyboard, format }
  return { storyboard, nameById }
}

function prepared() {
  if (!film) throw new Error('not prepared')
  return film
}

/** Makes the film with the product's own façade and sends it to the bench's server. */
async function makeFilm() {
  const { storyboard, format } = prepared()
  // Hashes that no film had before: everything is made, and kept as in the product.
  const photos = [...files].map(([id, file]) => ({
    id,
    contentHash: crypto.randomUUID(),
    read: () => Promise.resolve(file),
  }))
  const started = performance.now()
  const made = await renderFilm(
    { storyboard, photos, outputName: 'bench', format, score: composeScore(storyboard) },
    { signal: new AbortController().signal, onProgress: () => undefined },
  )
  const wallSeconds = (performance.now() - started) / 1000
  const { codec, stages, skippedPhotoIds, segments } = made
  return {
    wallSeconds,
    codec,
    stages,
    segments,
    skipped: skippedPhotoIds.length,
    bytes: made.file.size,
    deliver: async () => {
      await fetch('/film', { method: 'POST', body: made.file })
      await made.discard()
    },
  }
}

/** A worker's next answer. @throws Error with the message that it failed with */
function answerOf<Answer>(worker: Worker, order: unknown): Promise<Exclude<Answer, { error: string }>> {
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (typeof data === 'object' && data !== null && 'error' in data) reject(new Error(data.error))
      else resolve(data)
    }
    worker.onerror = (event) => reject(new Error(event.message))
    worker.postMessage(order)
  })
}

/** A worker with frames of this film, made beforehand, and an encoder of its own. */
let ceiling: Worker | undefined

function askCeiling(order: CeilingOrder) {
  ceiling ??= new Worker(new URL('./ceiling.worker.ts', import.meta.url), { type: 'module' })
  return answerOf<CeilingAnswer>(ceiling, order)
}

/** The frames are given back before anything else is measured. */
async function closeCeiling() {
  ceiling?.terminate()
  ceiling = undefined
  await wait(1000)
}

async function quality(order: Pick<QualityOrder, 'codec' | 'bits'>): Promise<Quality | null> {
  const worker = new Worker(new URL('./quality.worker.ts', import.meta.url), { type: 'module' })
  try {
    const { storyboard } = prepared()
    return await answerOf<QualityAnswer>(worker, { storyboard, files, ...order } satisfies QualityOrder)
  } finally {
    worker.terminate()
  }
}

let delivered: Awaited<ReturnType<typeof makeFilm>> | undefined
Object.assign(window, {
  bench: {
    prepare,
    prepareCeiling: () => askCeiling({ ...prepared(), files }),
    runCeiling: () => askCeiling('encode'),
    closeCeiling,
    film: async () => {
      delivered = await makeFilm()
      const { deliver: _, ...numbers } = delivered
      return numbers
    },
    deliver: () => delivered?.deliver(),
    quality,
  },
})
