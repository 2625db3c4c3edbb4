import { findOwnTrack, registerTrack } from '@/data/audioTracks'
import { reserveUpload } from '@/data/media'
import { withRetry } from '@/data/retry'
import { uploadObject } from '@/data/upload'
import type { Draft, DraftTrack } from '@/domain/draft'
import { DEFAULT_MUSIC, type Music } from '@/domain/music'
import { abortable } from '@/lib/abortable'
import { mayBeThere } from './mayBeThere'

type Options = {
  signal: AbortSignal
  /** 0..1 of the track's bytes. */
  onProgress: (fraction: number) => void
}

/**
 * Bring the music of a draft's own into the library, where the draft plays it, and say what its project shall play. What
 * is there already, by its content, is not sent again.
 * @throws DraftError `file_gone`, DataError, or the signal's reason
 */
export async function uploadTrack(
  { music, track }: Pick<Draft, 'music' | 'track'>,
  readFile: (trackId: string) => Promise<Blob>,
  { signal, onProgress }: Options,
): Promise<Music> {
  if (music.kind !== 'track') return music
  if (track?.id !== music.trackId) return DEFAULT_MUSIC
  const { contentHash } = track.facts
  const known = await withRetry(() => findOwnTrack(contentHash, signal), { signal })
  return { kind: 'track', trackId: known?.id ?? (await sendTrack(track, readFile, { signal, onProgress })) }
}

async function sendTrack(
  { id, facts, analysis }: DraftTrack,
  readFile: (trackId: string) => Promise<Blob>,
  { signal, onProgress }: Options,
): Promise<string> {
  const file = await abortable(readFile(id), signal)
  // The type a browser names differs (audio/x-m4a, nothing at all): storage gets the one the file was found to be.
  const body = file.slice(0, file.size, facts.mimeType)
  try {
    const storagePath = await withRetry(() => reserveUpload('media', body, id, signal), { signal })
    await uploadObject('media', storagePath, body, { signal, onProgress, onRetry: () => onProgress(0) })
    const track = {
      id,
      storagePath,
      originalFilename: Array.from(facts.filename).slice(0, 255).join(''),
      contentHash: facts.contentHash,
      durationSeconds: analysis.durationSeconds,
      analysis,
    }
    return (await withRetry(() => registerTrack(track, signal), { signal })).id
  } catch (error) {
    const found = mayBeThere(error) ? await findOwnTrack(facts.contentHash, signal) : null
    if (found) return found.id
    throw error
  }
}
