import type { Score } from '@/domain/score'
import type { Storyboard } from '@/domain/storyboard'
import type { FileFormat } from '@/domain/video'
import { RenderError } from '@/lib/errors'
import { classifyFailure } from './classifyFailure'
import { openFilmSound, type FilmSound } from './filmSound'
import type { FromWorker, MemoryUse, RenderProgress, SegmentCounts, StageSeconds, ToWorker } from './protocol'
import { StandstillWatch } from './StandstillWatch'
import { openWorkspace, type Workspace } from './workspace'

export type { RenderProgress, SegmentCounts, StageSeconds } from './protocol'

export interface RequestedPhoto {
  readonly id: string
  /**
   * Names the photo's content, as the library does: parts of the film that show only photos with a known hash are kept
   * on this device and not made again. Null: nothing that shows it is kept.
   */
  readonly contentHash?: string | null
  read(): Promise<Blob>
}

export interface RenderRequest {
  readonly storyboard: Storyboard
  /** Every photo that the storyboard names. `read` is called when its turn comes, more than once after a failure. */
  readonly photos: readonly RequestedPhoto[]
  /** File name without extension; also the title inside the file when the film shows none. */
  readonly outputName: string
  /** What the file is for: `everywhere` (H.264, AAC) unless told. */
  readonly format?: FileFormat
  /** `composeScore(storyboard)`, where the soundtrack is a score; without it the film is silent. */
  readonly score?: Score | null
  /** Reads the person's own track, where the soundtrack is one; without it the film is silent. */
  readonly readTrack?: (() => Promise<Blob>) | null
  /** `little` where an earlier attempt may have died for lack of it; `plenty` unless told. */
  readonly memory?: MemoryUse
}

export interface RenderOptions {
  readonly signal: AbortSignal
  /** At least once a second, also from a hidden tab: the clock is the worker's. */
  readonly onProgress: (progress: RenderProgress) => void
  /** How long nothing may come of the film before it is begun again; two minutes unless told. */
  readonly patienceSeconds?: number
}

export interface RenderedFilm {
  /** Lies on the disk, in this origin's private file system; good until `discard`. */
  readonly file: File
  readonly mimeType: 'video/mp4'
  /** As `VideoEncoder` names it: `avc1.640028`. */
  readonly codec: string
  readonly width: number
  readonly height: number
  readonly durationSeconds: number
  /** JPEG, 640 pixels on its long edge. */
  readonly thumbnail: Blob
  /** Photos that could not be decoded; their neighbours stay longer instead. */
  readonly skippedPhotoIds: string[]
  readonly stages: StageSeconds
  readonly segments: SegmentCounts
  /** Deletes the file. */
  discard(): Promise<void>
}

/** A film that stands still so often is given up. */
const MOST_STANDSTILLS = 3

/**
 * Makes a film in workers of its own, streamed to disk. What was made before and is still right is not made again: after a
 * crash a film goes on where it was, and a changed caption costs the seconds that show it. One that stands still is begun
 * again by itself.
 * When `signal` aborts the worker is ended at once, its files are deleted and the promise rejects with the signal's reason.
 * When a photo's `read` rejects, so does the film, with that error: a lost connection is not an unreadable photo.
 * @throws RenderError `unsupported_codec`, `encoder_failed`, `photo_unreadable` (all of them), `track_unreadable`,
 *   `storage_full`, `worker_crashed`
 */
export async function renderFilm(request: RenderRequest, options: RenderOptions): Promise<RenderedFilm> {
  const { storyboard } = request
  options.signal.throwIfAborted()
  const workspace = await openWorkspace().catch((cause: unknown) => {
    const { code } = classifyFailure(cause)
    if (code === 'storage_full') throw new RenderError(code, 'no room for a film', { cause })
    throw new RenderError('unsupported_codec', 'this browser keeps no files for this page', { cause })
  })
  const fileName = `${safeFileName(request.outputName)}.mp4`
  try {
    // An abort while the workspace was opened is in the past: nobody would hear it any more.
    options.signal.throwIfAborted()
    const { film, folder } = await runWorkers(request, options, workspace, fileName)
    const file = await (await folder.getFileHandle(fileName)).getFile()
    options.signal.throwIfAborted()
    return {
      file,
      mimeType: 'video/mp4',
      codec: film.codec,
      width: storyboard.width,
      height: storyboard.height,
      durationSeconds: storyboard.frameCount / storyboard.fps,
      thumbnail: film.thumbnail,
      skippedPhotoIds: film.skippedPhotoIds,
      stages: film.stages,
      segments: film.segments,
      discard: () => workspace.remove(),
    }
  } catch (cause) {
    await workspace.remove()
    throw cause
  }
}

/** The film stands still; see [Note: a film that stands still]. */
class Standstill extends RenderError {
  constructor() {
    super('worker_crashed', 'the film stood still')
  }
}

/** Makes the film, again where it has stood still. */
async function runWorkers(
  request: RenderRequest,
  options: RenderOptions,
  workspace: Workspace,
  fileName: string,
): Promise<{ film: Done; folder: FileSystemDirectoryHandle }> {
  for (let standstills = 0; ; standstills++) {
    // Another one each time: a worker that has been ended may hold its file for a moment longer.
    const folder =
      standstills === 0
        ? workspace.folder
        : await workspace.folder.getDirectoryHandle(String(standstills), { create: true })
    const sound = await openFilmSound(request.storyboard, request.score ?? null, request.readTrack ?? null)
    try {
      options.signal.throwIfAborted()
      return { film: await runWorker(request, options, folder, fileName, sound), folder }
    } catch (cause) {
      if (!(cause instanceof Standstill) || standstills + 1 >= MOST_STANDSTILLS) throw cause
    } finally {
      sound?.close()
    }
  }
}

type Done = Extract<FromWorker, { type: 'done' }>

function runWorker(
  { storyboard, photos, outputName, format = 'everywhere', memory = 'plenty' }: RenderRequest,
  { signal, onProgress, patienceSeconds }: RenderOptions,
  folder: FileSystemDirectoryHandle,
  fileName: string,
  sound: FilmSound | null,
): Promise<Done> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'render' })
  const send = (message: ToWorker, transfer: Transferable[] = []) => worker.postMessage(message, transfer)
  const listening = new AbortController()
  const readers = new Map(photos.map((photo) => [photo.id, photo]))
  const readPhoto = async (photoId: string) => {
    const photo = readers.get(photoId)
    // Not in the request: as unreadable as an empty file.
    send({ type: 'photo', photoId, file: photo ? await photo.read() : new Blob() })
  }
  const play = async (take: number) => {
    const chunk = (await sound?.next(take)) ?? null
    send({ type: 'sound', take, chunk }, chunk ? [chunk.left.buffer, chunk.right.buffer] : [])
  }
  let giveUp: (cause: Standstill) => void = () => undefined
  const watch = new StandstillWatch(() => giveUp(new Standstill()), patienceSeconds)
  return new Promise<Done>((resolve, reject) => {
    giveUp = reject
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      switch (data.type) {
        case 'read':
          watch.pageWork(readPhoto(data.photoId)).catch(reject)
          return
        case 'listen':
          watch.pageWork(play(data.take)).catch(reject)
          return
        case 'progress':
          watch.told(data.progress)
          onProgress(data.progress)
          return
        case 'done':
          resolve(data)
          return
        case 'failed':
          reject(new RenderError(data.code, data.message, { bytesNeeded: data.bytesNeeded }))
          return
        default:
          data satisfies never
      }
    })
    const onCrash = (event: Event) => {
      const message =
        event instanceof ErrorEvent && event.message ? event.message : 'the render worker stopped'
      reject(new RenderError('worker_crashed', message))
    }
    worker.addEventListener('error', onCrash)
    worker.addEventListener('messageerror', onCrash)
    signal.addEventListener('abort', () => reject(signal.reason), { signal: listening.signal })
    const title = storyboard.overlays.find(({ kind }) => kind === 'title')?.text ?? outputName
    // A name that is used only once, for photos that have none: nothing that shows them is found again.
    const photoHashes = new Map(photos.map(({ id, contentHash }) => [id, contentHash ?? crypto.randomUUID()]))
    const soundKey = sound?.key ?? null
    send({ type: 'start', storyboard, title, format, photoHashes, memory, soundKey, folder, fileName })
  }).finally(() => {
    watch.close()
    listening.abort()
    worker.terminate()
  })
}

/** A name that every file system takes: no separators or control characters, not too long, never empty. */
function safeFileName(name: string): string {
  const safe = name.replace(/[\p{Cc}/\\:*?"<>|\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim()
  return Array.from(safe).slice(0, 80).join('').replace(/^\.+/, '').trim() || 'film'
}
