import { keepAnalysis } from '@/data/keepAnalysis'
import { findMedia, ownId, registerMedia, removeUploads, reserveUpload } from '@/data/media'
import { getKeepLocation } from '@/data/profile'
import { withRetry } from '@/data/retry'
import { uploadObject } from '@/data/upload'
import type { Analysis } from '@/domain/analysis'
import type { Draft, DraftPhoto } from '@/domain/draft'
import type { MediaItem, PhotoFacts } from '@/domain/photo'
import type { UploadState } from '@/domain/upload'
import { abortable } from '@/lib/abortable'
import { canHeal } from '@/lib/dataError'
import { DataError, DraftError } from '@/lib/errors'
import { prepareUpload } from '@/media/prepareUpload'
import { mayBeThere } from './mayBeThere'
import type { SubmitEvent } from './submitEvents'

/** Re-encodes a photo for storage: `photo` and `thumbnail` are JPEGs, `width` and `height` those of `photo`. */
export type PrepareUpload = (
  file: Blob,
  facts: PhotoFacts,
  options: { keepLocation: boolean },
  signal?: AbortSignal,
) => Promise<{ photo: Blob; thumbnail: Blob; width: number; height: number }>

type Options = {
  signal: AbortSignal
  onProgress: (event: SubmitEvent) => void
  prepare?: PrepareUpload
  /** See SubmitOptions. */
  analysisOf?: (photoId: string) => Promise<Analysis | null>
}
type Report = (photoId: string, state: UploadState) => void

/** Two at a time: one is re-encoded while the other is sent, and a slow line is not split into many. */
const AT_ONCE = 2

/**
 * Bring every photo of a draft into the library, and say which item each became. What is there already, by its id or
 * by its content, is not sent again.
 *
 * A photo that cannot be read, or is refused, is named and the others go on; the first such error is thrown at the end.
 * What would fail the others as well, such as a server that stays down or a full account, stops the rest.
 */
export async function uploadPhotos(
  draft: Draft,
  readFile: (photoId: string) => Promise<Blob>,
  options: Options,
): Promise<Map<string, string>> {
  const { signal, onProgress, prepare = prepareUpload, analysisOf } = options
  const seenIn = async (photo: DraftPhoto) =>
    photo.analysis ?? (analysisOf ? await abortable(analysisOf(photo.id), signal) : null)
  const report = reporter(draft.photos, onProgress)
  const known = await withRetry(() => findDraftMedia(draft.photos, signal), { signal })

  const mediaIds = new Map<string, string>()
  const waiting = draft.photos.filter((photo) => {
    const item = matching(photo, known)
    report(photo.id, { kind: item ? 'done' : 'queued' })
    if (item) mediaIds.set(photo.id, item.id)
    return !item
  })
  const unseen = draft.photos.flatMap((photo) => {
    const item = matching(photo, known)
    return item && item.analysis === null ? [{ photo, item }] : []
  })

  const keepLocation = waiting.length > 0 && (await keepsLocation(draft, signal))
  let broken: unknown
  let refused: unknown
  const send = async (photo: DraftPhoto) => {
    try {
      const item = await uploadPhoto(photo, { keepLocation, readFile, prepare, seenIn, signal, report })
      mediaIds.set(photo.id, item.id)
      report(photo.id, { kind: 'done' })
    } catch (error) {
      signal.throwIfAborted()
      report(photo.id, { kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
      if (failsAll(error)) broken ??= error
      else refused ??= error
    }
  }
  const takeTurns = async () => {
    for (let photo = waiting.shift(); photo && !broken; photo = waiting.shift()) await send(photo)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, takeTurns))
  const failure = broken ?? refused
  if (failure) throw failure
  // The film can be made without it: what was seen only makes it better.
  for (const { photo, item } of unseen) {
    try {
      const seen = await seenIn(photo)
      if (seen) await withRetry(() => keepAnalysis(item.id, seen, signal), { signal })
    } catch {
      signal.throwIfAborted()
    }
  }
  return mediaIds
}

/**
 * [Note: whether places are kept] The choice for this film counts; where none was made, the one in the settings, asked of the
 * server when the photos are sent: a copy of it might be of a time when it was another. Who cannot be asked sends nothing.
 */
async function keepsLocation({ keepLocation }: Draft, signal: AbortSignal): Promise<boolean> {
  if (keepLocation !== null) return keepLocation
  const userId = await ownId('load your profile')
  return withRetry(() => getKeepLocation(userId, signal), { signal })
}

/** Is it about the account, the line or the server, and not about this one photo? */
function failsAll(error: unknown): boolean {
  if (error instanceof DraftError) return false
  if (!(error instanceof DataError)) return true
  return canHeal(error) || error.status === 401 || error.code === 'storage_quota'
}

const findDraftMedia = (photos: readonly DraftPhoto[], signal: AbortSignal) =>
  findMedia(
    { ids: photos.map(({ id }) => id), contentHashes: photos.map(({ facts }) => facts.contentHash) },
    signal,
  )

const matching = (photo: DraftPhoto, items: readonly MediaItem[]) =>
  items.find(({ id }) => id === photo.id) ??
  items.find(({ contentHash }) => contentHash === photo.facts.contentHash)

type Job = {
  keepLocation: boolean
  readFile: (photoId: string) => Promise<Blob>
  prepare: PrepareUpload
  seenIn: (photo: DraftPhoto) => Promise<Analysis | null>
  signal: AbortSignal
  report: Report
}

async function uploadPhoto(photo: DraftPhoto, job: Job, secondTry = false): Promise<MediaItem> {
  const { keepLocation, signal, report } = job
  report(photo.id, { kind: 'preparing' })
  const file = await abortable(job.readFile(photo.id), signal)
  const prepared = await abortable(job.prepare(file, photo.facts, { keepLocation }, signal), signal)
  try {
    const paths = await sendPrepared(photo, prepared, job)
    const item = { ...libraryItem(photo, prepared, paths), analysis: await job.seenIn(photo) }
    return await withRetry(() => registerMedia(item, signal), { signal })
  } catch (error) {
    if (!(error instanceof DataError)) throw error
    if (mayBeThere(error)) {
      const item = matching(photo, await findDraftMedia([photo], signal))
      if (item) return item
    }
    // An earlier try left a file that another version of the browser had encoded: make room and send it anew.
    if (error.code === 'larger_than_reserved' && !secondTry) {
      await removeUploads([photo.id, photo.placementId], signal)
      return uploadPhoto(photo, job, true)
    }
    throw error
  }
}

type Prepared = Awaited<ReturnType<PrepareUpload>>
type Paths = { photo: string; thumbnail: string }

/**
 * Send photo and thumbnail side by side. The photo's id is its upload key, and the placement's id its thumbnail's: both
 * stay the same in every retry.
 */
async function sendPrepared(photo: DraftPhoto, prepared: Prepared, { signal, report }: Job): Promise<Paths> {
  const sent = { photo: 0, thumbnail: 0 }
  const halt = new AbortController()
  const stopped = AbortSignal.any([signal, halt.signal])
  let attempt = 1
  const tell = () => {
    const bytes = sent.photo * prepared.photo.size + sent.thumbnail * prepared.thumbnail.size
    const fraction = bytes / (prepared.photo.size + prepared.thumbnail.size)
    report(photo.id, { kind: 'uploading', fraction, attempt })
  }
  const send = async (part: 'photo' | 'thumbnail', uploadKey: string) => {
    const body = prepared[part]
    const path = await withRetry(() => reserveUpload('media', body, uploadKey, stopped), { signal: stopped })
    const onProgress = (fraction: number) => {
      sent[part] = fraction
      tell()
    }
    const onRetry = (failed: number) => {
      attempt = Math.max(attempt, failed + 1)
      onProgress(0)
    }
    await uploadObject('media', path, body, { signal: stopped, onProgress, onRetry })
    return path
  }
  tell()
  const both = [send('photo', photo.id), send('thumbnail', photo.placementId)] as const
  try {
    const [path, thumbnail] = await Promise.all(both)
    return { photo: path, thumbnail }
  } catch (error) {
    // One of them failed: the other must not go on telling of progress after that.
    halt.abort()
    await Promise.allSettled(both)
    throw error
  }
}

const libraryItem = (photo: DraftPhoto, prepared: Prepared, paths: Paths) => ({
  id: photo.id,
  storagePath: paths.photo,
  thumbnailPath: paths.thumbnail,
  originalFilename: Array.from(photo.facts.filename).slice(0, 255).join('') || 'photo',
  mimeType: prepared.photo.type,
  width: prepared.width,
  height: prepared.height,
  takenAt: photo.facts.takenAt,
  utcOffsetMinutes: photo.facts.utcOffsetMinutes,
  contentHash: photo.facts.contentHash,
})

/** Passes on what happens to each photo, and after it how far all of them are. */
function reporter(photos: readonly DraftPhoto[], onProgress: (event: SubmitEvent) => void): Report {
  const shares = new Map(photos.map(({ id }) => [id, 0]))
  let fraction = 0
  const done = new Set<string>()
  return (photoId, state) => {
    shares.set(photoId, share(state))
    if (state.kind === 'done') done.add(photoId)
    const sum = [...shares.values()].reduce((total, part) => total + part, 0)
    // A retry sends a photo from its start again, but a bar never goes back.
    fraction = Math.max(fraction, sum / photos.length)
    onProgress({ type: 'photo', photoId, state })
    onProgress({ type: 'total', fraction, donePhotos: done.size, photoCount: photos.length })
  }
}

/** 0..1 of the work a photo makes: re-encoding is a tenth of it, registering a twentieth. */
function share(state: UploadState): number {
  switch (state.kind) {
    case 'queued':
    case 'preparing':
    case 'failed':
      return 0
    case 'uploading':
      return 0.1 + 0.85 * state.fraction
    case 'done':
      return 1
    default:
      return state satisfies never
  }
}
