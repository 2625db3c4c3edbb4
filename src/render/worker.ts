import '@/lib/trustedWorkers'
import '@/lib/withoutEval'
import { classifyFailure } from './classifyFailure'
import { chooseEncoding } from './encode/codecs'
import type { Encoding } from './encode/encoding'
import { openSyncFile } from './encode/syncFile'
import { makeFilm, type FinishedFilm } from './film/makeFilm'
import { makeSomehow } from './makeSomehow'
import type { FromWorker, ToWorker } from './protocol'
import { reportProgress, type ProgressReport } from './reportProgress'
import { MOST_MILLISECONDS, planRoom, roomForFilm } from './segments/planRoom'
import { digest } from './segments/segmentKey'
import { DiskSegmentStore, whileKept } from './segments/SegmentStore'
import { startEncoder } from './segments/startEncoder'
import type { StereoChunk } from './sound/StereoChunk'
import { loadFonts } from './text/fonts'

/** A render worker makes one film, with encoders in workers of their own, and is then terminated by the page. */

declare const __ENGINE_VERSION__: string
/** The browser counts as well: it decodes the photos, draws the texts and encodes. */
const ENGINE_VERSION = `${__ENGINE_VERSION__} ${navigator.userAgent}`
/** Room for nothing else than what is being made. */
const NOTHING = { mostBytes: 0, mostMilliseconds: MOST_MILLISECONDS }
/** Larger films have one encoder: two would take the memory of a phone. */
const MOST_PIXELS_FOR_TWO = 1920 * 1200
/** In memory at a time where there is little of it: one on screen, one to come. */
const FEW_PHOTOS = 2

type Start = Extract<ToWorker, { type: 'start' }>
type Order = Start & { readonly fontsMark: string | null }

const post = (message: FromWorker) => self.postMessage(message)
const photoRequests = new Map<string, (file: Blob) => void>()
let hear: (chunk: StereoChunk | null) => void = () => undefined
let takes = 0

self.addEventListener('message', ({ data }: MessageEvent<ToWorker>) => {
  switch (data.type) {
    case 'start':
      start(data).catch((cause: unknown) => post({ type: 'failed', ...classifyFailure(cause) }))
      return
    case 'photo':
      photoRequests.get(data.photoId)?.(data.file)
      photoRequests.delete(data.photoId)
      return
    case 'sound':
      if (data.take === takes) hear(data.chunk)
      return
    default:
      data satisfies never
  }
})

async function start(order: Start): Promise<void> {
  const progress = reportProgress(order.storyboard, (now) => post({ type: 'progress', progress: now }))
  const store = await DiskSegmentStore.open()
  // What is drawn with the system's font is not kept: the next film may have the right one.
  const fontsMark = (await loadFonts(order.storyboard)) ? null : crypto.randomUUID()
  const { width, height, fps, look } = order.storyboard
  const wishes = { width, height, fps, grain: look.grain, format: order.format }
  const film = await makeSomehow({
    chooseEncoding: (hardware) => chooseEncoding({ ...wishes, hardware }),
    makeRoom: (encoding) => makeRoom(store, order, encoding),
    freeRoom: (of) => store.evict({ ...NOTHING, newestUse: of === 'others' }),
    bytesNeeded: (encoding) => roomForFilm(filmBytes(order, encoding)),
    make: (encoding, keepsSegments) =>
      whileKept(() => encodeFilm({ ...order, fontsMark }, encoding, store, keepsSegments, progress)),
  }).finally(progress.stop)
  post({ type: 'done', ...film })
}

async function encodeFilm(
  { storyboard, title, photoHashes, memory, fontsMark, soundKey, folder, fileName }: Order,
  encoding: Encoding,
  store: DiskSegmentStore,
  keepsSegments: boolean,
  progress: ProgressReport,
): Promise<FinishedFilm> {
  const file = await openSyncFile(folder, fileName)
  const isPlenty = memory === 'plenty'
  const isSmall = storyboard.width * storyboard.height <= MOST_PIXELS_FOR_TWO
  try {
    file.truncate(0)
    const film = await makeFilm({
      storyboard,
      title,
      encoding,
      photoHashes,
      fontsMark,
      file,
      store,
      keepsSegments,
      readPhoto,
      engineVersion: ENGINE_VERSION,
      sound: soundKey === null ? null : { key: soundKey, chunks: listen() },
      // Where parts are deleted once they are in the film they have to come in its order.
      mostEncoders: keepsSegments && isSmall && isPlenty && navigator.hardwareConcurrency > 1 ? 2 : 1,
      startEncoder: (desk, mostPhotos) =>
        startEncoder(storyboard, encoding, { memory, mostPhotos: isPlenty ? mostPhotos : FEW_PHOTOS }, desk),
      // What is not remembered is only deleted earlier.
      onKeys: async (keys) => store.noteUse(keys, await digest(keys)).catch(() => undefined),
      onProgress: progress.update,
    })
    file.flush()
    return film
  } finally {
    file.close()
  }
}

/** What the film will be, as far as encoders keep to what they are asked for. */
function filmBytes({ storyboard: { frameCount, fps } }: Start, { video, audio }: Encoding): number {
  return (((video.config.bitrate ?? 0) + audio.bitrate) * frameCount) / fps / 8
}

/** Deletes what is kept for too long or too much. @returns whether the parts of this film fit beside it */
async function makeRoom(store: DiskSegmentStore, order: Start, encoding: Encoding): Promise<boolean> {
  const bytes = filmBytes(order, encoding)
  const { mostBytes } = planRoom(bytes, await navigator.storage.estimate())
  await store.evict({ mostBytes, mostMilliseconds: MOST_MILLISECONDS })
  if (planRoom(bytes, await navigator.storage.estimate()).keepsSegments) return true
  await store.evict(NOTHING)
  return planRoom(bytes, await navigator.storage.estimate()).keepsSegments
}

/** Asks the page for a photo's file; one answer serves all who wait for the same photo. */
function readPhoto(photoId: string): Promise<Blob> {
  return new Promise((resolve) => {
    const earlier = photoRequests.get(photoId)
    photoRequests.set(photoId, (file) => {
      earlier?.(file)
      resolve(file)
    })
    if (!earlier) post({ type: 'read', photoId })
  })
}

/** Asks the page for the film's sound, piece after piece, from its beginning. */
async function* listen(): AsyncGenerator<StereoChunk> {
  takes += 1
  const take = takes
  for (;;) {
    const chunk = await new Promise<StereoChunk | null>((resolve) => {
      hear = resolve
      post({ type: 'listen', take })
    })
    if (!chunk || take !== takes) return
    yield chunk
  }
}
