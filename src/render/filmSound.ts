import type { Score } from '@/domain/score'
import type { Storyboard } from '@/domain/storyboard'
import { RenderError } from '@/lib/errors'
import { digest } from './segments/segmentKey'
import type { StereoChunk } from './sound/StereoChunk'

export interface FilmSound {
  /** Names what is heard by its content. */
  readonly key: string
  /**
   * The next piece, null after the last. Another take than before begins anew.
   * @throws RenderError `track_unreadable`; what reading the track throws
   */
  next(take: number): Promise<StereoChunk | null>
  /** Ends it in the middle. */
  close(): void
}

/** A film's sound, played on this page piece by piece as the worker asks for it; null for a silent film. */
export async function openFilmSound(
  storyboard: Storyboard,
  score: Score | null,
  readTrack: (() => Promise<Blob>) | null,
): Promise<FilmSound | null> {
  const { soundtrack, frameCount, fps } = storyboard
  const isSilent =
    soundtrack.kind === 'none' ||
    (soundtrack.kind === 'score' && !score) ||
    (soundtrack.kind === 'track' && !readTrack)
  if (isSilent) return null
  const closing = new AbortController()
  let chunks: AsyncIterator<StereoChunk> | null = null
  let playing = 0
  const play = async () => {
    const { openSoundtrack } = await import('./sound/openSoundtrack')
    return openSoundtrack({ storyboard, score, readTrack, signal: closing.signal })
  }
  return {
    key: await digest({ soundtrack, score, frameCount, fps }),
    next: async (take) => {
      try {
        if (take !== playing || !chunks) chunks = await play()
        playing = take
        const { value, done } = await chunks.next()
        return done ? null : value
      } catch (cause) {
        const isTrack = cause instanceof Error && cause.name === 'TrackUnreadable'
        throw isTrack ? new RenderError('track_unreadable', cause.message, { cause }) : cause
      }
    },
    close: () => closing.abort(),
  }
}
