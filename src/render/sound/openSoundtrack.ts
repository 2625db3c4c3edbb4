import type { Score } from '@/domain/score'
import type { Storyboard } from '@/domain/storyboard'

export const SOUND_SAMPLE_RATE = 48_000

/** Consecutive samples at 48 kHz, −1..1, both sides of the same length. */
export interface StereoChunk {
  readonly left: Float32Array<ArrayBuffer>
  readonly right: Float32Array<ArrayBuffer>
}

export interface SoundtrackRequest {
  readonly storyboard: Pick<Storyboard, 'soundtrack' | 'frameCount' | 'fps'>
  /** `composeScore(storyboard)`; null where the soundtrack is no score. */
  readonly score: Score | null
  /** Reads the file of the person's own track; null where there is none. */
  readonly readTrack: (() => Promise<Blob>) | null
  /** Where to begin, for a preview; 0 when left out. */
  readonly fromSeconds?: number
  readonly signal?: AbortSignal
}

/**
 * Plays a film's soundtrack into memory, a few seconds at a time: together exactly `soundSamples(storyboard)` samples
 * (fewer when it begins later), loudness −14 LUFS, true peak at most −1 dB. Nothing for a film without sound.
 * Runs on a page (OfflineAudioContext is not in workers); the heavy work is on other threads.
 * @throws TrackUnreadable when the person's track cannot be decoded; what `readTrack` rejects with; `signal.reason`
 */
export async function* openSoundtrack(
  request: SoundtrackRequest,
): AsyncGenerator<StereoChunk, void, undefined> {
  const { storyboard, fromSeconds = 0, signal } = request
  if (storyboard.soundtrack.kind === 'none') return
  let left = soundSamples(storyboard) - Math.round(fromSeconds * SOUND_SAMPLE_RATE)
  while (left > 0) {
    signal?.throwIfAborted()
    const length = Math.min(left, SOUND_SAMPLE_RATE)
    yield await Promise.resolve({ left: new Float32Array(length), right: new Float32Array(length) })
    left -= length
  }
}

/** How many samples a film's sound has: its end lies within half a sample of the picture's. */
export function soundSamples({ frameCount, fps }: Pick<Storyboard, 'frameCount' | 'fps'>): number {
  return Math.round((frameCount / fps) * SOUND_SAMPLE_RATE)
}
