import type { DraftPhoto } from '@/domain/draft'
import { DraftError, type DraftErrorCode } from '@/lib/errors'
import { cleanFilename } from '@/media/cleanText'
import { ingestPhoto } from '@/media/ingestPhoto'
import { useVideoStore } from '@/stores/video.store'

/** More would not fit any plan's film; refused before they are read. */
export const DRAFT_MAX_PHOTOS = 500

let reading = new AbortController()
let allRead = Promise.resolve()

/**
 * Read photo files and append them to the draft in the order given. Those that cannot be taken are listed by name in
 * `refused` with the reason, the others go on. Rejects only when `files` does.
 */
export async function readPhotos(files: readonly File[] | Promise<readonly File[]>): Promise<void> {
  const read = takePhotos(files)
  allRead = Promise.allSettled([allRead, read]).then(() => undefined)
  await read
}

/** Resolves when no photo is being read any more, nor about to be: a film is not made of half the photos. */
export const whenRead = () => allRead

async function takePhotos(given: readonly File[] | Promise<readonly File[]>): Promise<void> {
  const { signal } = reading
  const { ownerId, readingStarted, readingEnded, photoRefused } = useVideoStore.getState()
  const isOver = () => signal.aborted || useVideoStore.getState().ownerId !== ownerId
  const files = given instanceof Promise ? await given : given
  if (isOver()) return
  const { draft, incoming } = useVideoStore.getState()
  const room = DRAFT_MAX_PHOTOS - draft.photos.length - incoming.length
  const named = files.map((file) => ({
    id: crypto.randomUUID(),
    filename: cleanFilename(file.name),
    bytes: file.size,
    file,
  }))
  const [taken, excess] = [named.slice(0, Math.max(room, 0)), named.slice(Math.max(room, 0))]
  excess.forEach(({ id, filename }) => photoRefused({ id, filename, code: 'too_many_photos' }))
  readingStarted(taken.map(({ id, filename, bytes }) => ({ id, filename, bytes })))
  // All are asked for at once, the reader has its own queue; they are taken in order as the answers come.
  const readings = taken.map((photo) => ({ ...photo, answer: settled(ingestPhoto(photo.file, signal)) }))
  for (const { id, filename, file, answer } of readings) {
    const outcome = await answer
    if (isOver()) return
    if (outcome.status === 'rejected') {
      photoRefused({ id, filename, code: refusalOf(outcome.reason) })
    } else if (!takePhoto(id, file, outcome.value)) {
      photoRefused({ id, filename, code: 'duplicate' })
    }
    readingEnded([id])
  }
}

/** Stop reading; what was not read yet is forgotten. */
export function cancelReading(): void {
  abortReading()
  const { incoming, readingEnded } = useVideoStore.getState()
  readingEnded(incoming.map(({ id }) => id))
}

/** The page is being left: what was not read yet is remembered by name. */
export function abandonReading(): void {
  abortReading()
  useVideoStore.getState().readingStopped()
}

function abortReading() {
  reading.abort()
  reading = new AbortController()
}

type Ingested = Awaited<ReturnType<typeof ingestPhoto>>

/** @returns false for a photo that is in the draft already; one whose file was missing gets it back. */
function takePhoto(id: string, file: File, { facts, thumbnail }: Ingested): boolean {
  const { draft, files, addPhotos, fileArrived } = useVideoStore.getState()
  const same = draft.photos.find((photo) => photo.facts.contentHash === facts.contentHash)
  if (same && files[same.id]?.kind !== 'missing' && files[same.id] !== undefined) return false
  const placementId = crypto.randomUUID()
  const photo: DraftPhoto = { id, placementId, facts, caption: '', choice: 'auto', analysis: null }
  fileArrived(same?.id ?? id, file, thumbnail)
  if (!same) addPhotos([photo], 'inTime')
  return true
}

async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise])
  return result
}

const refusalOf = (error: unknown): DraftErrorCode =>
  error instanceof DraftError ? error.code : 'unreadable'
