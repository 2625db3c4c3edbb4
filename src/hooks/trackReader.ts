import { TRACK_MAX_BYTES, TRACK_MAX_SECONDS, type TrackFacts } from '@/domain/audioTrack'
import type { DraftTrack } from '@/domain/draft'
import { sameMusic, type Music, type TrackAnalysis } from '@/domain/music'
import { DraftError } from '@/lib/errors'
import { cleanFilename } from '@/media/cleanText'
import { SNIFF_TRACK_BYTES, sniffTrack } from '@/media/sniffTrack'
import { TrackUnreadable } from '@/render/sound/TrackUnreadable'
import { useVideoStore } from '@/stores/video.store'

/** Listens to a track; only tests, where nothing can be decoded, bring another. */
export type ListenTo = (file: Blob, signal?: AbortSignal) => Promise<TrackAnalysis>

let allRead: Promise<unknown> = Promise.resolve()

/** Resolves when no track is being read any more: a film is not made without the music that was just chosen. */
export const whenTrackRead = (): Promise<unknown> => allRead

/** How many tracks were chosen, and which of them the draft got last; its music then. */
let turns = 0
let taken: { turn: number; music: Music } | null = null

/**
 * Read a file of music and make it what the draft plays. A track whose file was missing gets it back. Of two files the
 * one that was chosen later stays, whichever is read first; other music that is chosen meanwhile stays too.
 * @throws DraftError `empty_file`, `too_large`, `too_long`, `not_a_track`, `file_gone`; whatever else went wrong
 */
export function readTrack(file: File, listen: ListenTo = listenInBrowser): Promise<void> {
  const reading = takeTrack(file, ++turns, listen)
  allRead = Promise.allSettled([allRead, reading])
  return reading
}

async function takeTrack(file: File, turn: number, listen: ListenTo): Promise<void> {
  const { ownerId, draft: before } = useVideoStore.getState()
  const takenBefore = taken
  const { facts, analysis } = await hearFile(file, listen)
  const { ownerId: ownerNow, draft, fileArrived, chooseTrack, keepTrack } = useVideoStore.getState()
  if (ownerNow !== ownerId || draft.id !== before.id || (taken && turn < taken.turn)) return
  // What an earlier file made of it meanwhile is no choice of other music.
  const isRead = taken !== takenBefore && sameMusic(draft.music, taken?.music)
  const isOther = !isRead && !sameMusic(draft.music, before.music)
  // The track that was there is chosen again: a draft has only one.
  if (isOther && draft.music.kind === 'track') return
  const same = draft.track?.facts.contentHash === facts.contentHash ? draft.track : null
  const track: DraftTrack = { id: same?.id ?? crypto.randomUUID(), facts, analysis }
  fileArrived(track.id, file, new Blob())
  if (isOther) keepTrack(track)
  else chooseTrack(track)
  taken = { turn, music: { kind: 'track', trackId: track.id } }
}

/**
 * What a file of music is, and what is heard in it.
 * @throws DraftError `empty_file`, `too_large`, `too_long`, `not_a_track`, `file_gone`; whatever else went wrong
 */
export async function hearFile(
  file: File,
  listen: ListenTo = listenInBrowser,
): Promise<Pick<DraftTrack, 'facts' | 'analysis'>> {
  const facts = await factsOf(file)
  const analysis = await listen(file).catch((cause: unknown) => {
    // Any other failure, such as a line that is down, says nothing about the file.
    if (!(cause instanceof TrackUnreadable)) throw cause
    throw new DraftError('not_a_track', 'Nothing can be heard in this file', { cause })
  })
  if (analysis.durationSeconds > TRACK_MAX_SECONDS) throw new DraftError('too_long', 'Too many seconds')
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
  return { filename: cleanFilename(file.name || 'music'), mimeType, bytes: file.size, contentHash }
}

/** Fetched when it is needed: few drafts have a track. */
async function listenInBrowser(file: Blob, signal?: AbortSignal): Promise<TrackAnalysis> {
  const { analyseTrack } = await import('@/render/sound/analyseTrack')
  return analyseTrack(file, signal)
}
