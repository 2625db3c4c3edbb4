import { RenderError } from '@/lib/errors'
import { classifyFailure, isPictureEncoderFailure } from './classifyFailure'
import { chooseEncoding } from './encode/codecs'
import type { Encoding } from './encode/encoding'
import { openSyncFile } from './encode/syncFile'
import { makeFilm, type FinishedFilm } from './film/makeFilm'
import type { FromWorker, ToWorker } from './protocol'
import { reportProgress, type ProgressReport } from './reportProgress'
import { MOST_MILLISECONDS, planRoom } from './segments/planRoom'
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
  const film = await makeSomehow({ ...order, fontsMark }, store, progress).finally(progress.stop)
  post({ type: 'done', ...film })
}

/** Makes the film; when the encoder in hardware or the room on the disk fails it, once more without. */
async function makeSomehow(
  order: Order,
  store: DiskSegmentStore,
  progress: ProgressReport,
): Promise<FinishedFilm> {
  const { width, height, fps, look } = order.storyboard
  const { grain } = look
  let hardware = true
  let keepsSegments: boolean | null = null
  for (;;) {
    const encoding = await chooseEncoding({ width, height, fps, grain, format: order.format, hardware })
    if (!encoding) throw new RenderError('unsupported_codec', 'this browser encodes no video of this size')
    keepsSegments ??= await makeRoom(store, order, encoding)
    const keeps = keepsSegments
    try {
      return await whileKept(() => encodeFilm(order, encoding, store, keeps, progress))
    } catch (cause) {
      if (isPictureEncoderFailure(cause) && encoding.hardware) hardware = false
      else if (classifyFailure(cause).code === 'storage_full' && keepsSegments) keepsSegments = false
      else throw cause
      if (!keepsSegments) await store.evict({ ...NOTHING, newestUse: true })
    }
  }
}

async function encodeFilm(
  { storyboard, title, photoHashes, fontsMark, soundKey, folder, fileName }: Order,
  encoding: Encoding,
  store: DiskSegmentStore,
  keepsSegments: boolean,
  progress: ProgressReport,
): Promise<FinishedFilm> {
  const file = await openSyncFile(folder, fileName)
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
      mostEncoders: keepsSegments && isSmall && navigator.hardwareConcurrency > 1 ? 2 : 1,
      startEncoder: (desk, mostPhotos) => startEncoder(storyboard, encoding, mostPhotos, desk),
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

/** Deletes what is kept for too long or too much. @returns whether the parts of this film fit beside it */
async function makeRoom(
  store: DiskSegmentStore,
  { storyboard }: Start,
  encoding: Encoding,
): Promise<boolean> {
  const seconds = storyboard.frameCount / storyboard.fps
  const filmBytes = (((encoding.video.config.bitrate ?? 0) + encoding.audio.bitrate) * seconds) / 8
  const { mostBytes } = planRoom(filmBytes, await navigator.storage.estimate())
  await store.evict({ mostBytes, mostMilliseconds: MOST_MILLISECONDS })
  if (planRoom(filmBytes, await navigator.storage.estimate()).keepsSegments) return true
  await store.evict(NOTHING)
  return planRoom(filmBytes, await navigator.storage.estimate()).keepsSegments
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
