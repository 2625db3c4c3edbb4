import type { Score } from '@/domain/score'
import type { Storyboard } from '@/domain/storyboard'
import { playScore, type Span } from './playScore'
import { playTrack } from './playTrack'
import { SOUND_SAMPLE_RATE, type StereoChunk } from './StereoChunk'
import { Studio } from './Studio'

export interface SoundtrackRequest {
  readonly storyboard: Pick<Storyboard, 'soundtrack' | 'frameCount' | 'fps'>
  /** `composeScore(storyboard)`; null where the soundtrack is no score. */
  readonly score: Score | null
  /** Reads the file of the person's own track; null where there is none. */
  readonly readTrack: (() => Promise<Blob>) | null
  /**
   * For a preview: where to begin. The sound then comes soon, its loudness set by experience instead of by measuring
   * all of it first. Leave it out for the film.
   */
  readonly fromSeconds?: number
  readonly signal?: AbortSignal
}

/**
 * Plays a film's soundtrack into memory, some seconds at a time: together exactly `soundSamples(storyboard)` samples
 * (fewer when it begins later), loudness −14 LUFS, true peak at most −1 dB. Nothing for a film without sound.
 * The work is a worker's; the page only hands it on.
 * @throws TrackUnreadable when the person's track cannot be decoded; what `readTrack` rejects with; `signal.reason`
 */
export async function* openSoundtrack(
  request: SoundtrackRequest,
): AsyncGenerator<StereoChunk, void, undefined> {
  const { storyboard, score, fromSeconds, signal } = request
  const { soundtrack } = storyboard
  if (soundtrack.kind === 'none') return
  signal?.throwIfAborted()
  const end = soundSamples(storyboard)
  const from = Math.min(end, Math.max(0, Math.round((fromSeconds ?? 0) * SOUND_SAMPLE_RATE)))
  const span: Span = { from, end, isMeasured: fromSeconds === undefined }
  const studio = new Studio(signal)
  try {
    if (soundtrack.kind === 'track' && request.readTrack) {
      const swellSeconds = soundtrack.swellFrames.map((frame) => frame / storyboard.fps)
      yield* playTrack(studio, await request.readTrack(), { ...soundtrack, swellSeconds }, span)
    } else if (score) yield* playScore(studio, score, span)
  } finally {
    studio.close()
  }
}

/** How many samples a film's sound has: its end lies within half a sample of the picture's. */
export function soundSamples({ frameCount, fps }: Pick<Storyboard, 'frameCount' | 'fps'>): number {
  return Math.round((frameCount / fps) * SOUND_SAMPLE_RATE)
}
