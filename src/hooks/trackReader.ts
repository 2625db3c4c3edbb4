import { TRACK_MAX_BYTES, type TrackFacts } from '@/domain/audioTrack'
import type { DraftTrack } from '@/domain/draft'
import type { TrackAnalysis } from '@/domain/music'
import { DraftError } from '@/lib/errors'
import { SNIFF_TRACK_BYTES, sniffTrack } from '@/media/sniffTrack'
import { useVideoStore } from '@/stores/video.store'

/** Listens to a track; only tests, where nothing can be decoded, bring another. */
export type ListenTo = (file: Blob, signal?: AbortSignal) => Promise<TrackAnalysis>

let allRead: Promise<unknown> = Promise.resolve()

/** Resolves when no track is being read any more: a film is not made without the music that was just chosen. */
export const whenTrackRead = (): Promise<unknown> => allRead

/**
 * Read a file of music and make it what the draft plays. A track whose file was missing gets it back.
 * @throws DraftError `empty_file`, `too_large`, `not_a_track`, `file_gone`
 */
export function readTrack(file: File, listen: ListenTo = listenInBrowser): Promise<void> {
  const reading = takeTrack(file, listen)
  allRead = Promise.allSettled([allRead, reading])
  return reading
}

async function takeTrack(file: File, listen: ListenTo): Promise<void> {
  const { ownerId } = useVideoStore.getState()
  const { facts, analysis } = await hearFile(file, listen)
  const { ownerId: ownerNow, draft, fileArrived, chooseTrack } = useVideoStore.getState()
  if (ownerNow !== ownerId) return
  const same = draft.track?.facts.contentHash === facts.contentHash ? draft.track : null
  const track: DraftTrack = { id: same?.id ?? crypto.randomUUID(), facts, analysis }
  fileArrived(track.id, file, new Blob())
  chooseTrack(track)
}

/**
 * What a file of music is, and what is heard in it.
 * @throws DraftError `empty_file`, `too_large`, `not_a_track`, `file_gone`
 */
export async function hearFile(
  file: File,
  listen: ListenTo = listenInBrowser,
): Promise<Pick<DraftTrack, 'facts' | 'analysis'>> {
  const facts = await factsOf(file)
  const analysis = await listen(file).catch((cause: unknown) => {
    throw new DraftError('not_a_track', 'Nothing can be heard in this file', { cause })
  })
  return { facts, analysis }
}

async function factsOf(file: File): Promise<TrackFacts> {
  if (file.size === 0) throw new DraftError('empty_file', 'No bytes')
  if (file.size > TRACK_MAX_BYTES) throw new DraftError('too_large', 'Too many bytes')
  const bytes = await file.arrayBuffer().catch((cause: unknown) => {
    throw new DraftError('file_gone', 'The file cannot be read any more', { cause })
  })
  const mimeType = sniffTrack(new Uint8Array(bytes, 0, Math.min(bytes.byteLength, SNIFF_TRACK_BYTES)))
  if (!mimeType) throw new DraftError('not_a_track', 'No format of sound that is known')
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const contentHash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return { filename: file.name || 'music', mimeType, bytes: file.size, contentHash }
}

/** Fetched when it is needed: few drafts have a track. */
async function listenInBrowser(file: Blob, signal?: AbortSignal): Promise<TrackAnalysis> {
  const { analyseTrack } = await import('@/render/sound/analyseTrack')
  return analyseTrack(file, signal)
}
