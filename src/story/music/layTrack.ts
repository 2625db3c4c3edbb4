import type { BeatGrid, TrackAnalysis } from '@/domain/music'

export interface LaidTrack {
  /** Played after each other, together exactly the film's length; seconds of the track. */
  readonly parts: { readonly fromSeconds: number; readonly toSeconds: number }[]
  /** In seconds of the film; null for a track without a steady beat. */
  readonly beatGrid: BeatGrid | null
}

/** A loop this short is a stutter: then the track is played whole, whatever its bars. */
const SHORTEST_LOOP_SECONDS = 4

/**
 * Lays a person's own track under a film of `seconds`: from where it begins to be heard; trimmed when it is longer;
 * when it is shorter, played again from its first bar after its last whole one, so that the beat goes on. Pure.
 */
export function layTrack(track: TrackAnalysis, seconds: number): LaidTrack {
  const start = Math.min(track.startSeconds, track.durationSeconds)
  const end = Math.max(start + 0.5, Math.min(track.endSeconds, track.durationSeconds))
  const bars = barsOf(track)
  const beatGrid = bars && {
    firstBeatSeconds: bars.firstAfter(start) - start,
    secondsPerBeat: bars.barSeconds / track.beatsPerBar,
    beatsPerBar: track.beatsPerBar,
  }
  const wholeBars = bars && { from: bars.firstAfter(start), to: bars.lastBefore(end) }
  const loops = wholeBars && wholeBars.to - wholeBars.from >= SHORTEST_LOOP_SECONDS
  const loop = loops ? wholeBars : { from: start, to: end }
  const parts: LaidTrack['parts'] = []
  let left = seconds
  let from = start
  while (left > 1e-6) {
    // What is left fits into the track, or goes on to the joint.
    const to = left <= end - from + 1e-6 ? from + left : loop.to
    parts.push({ fromSeconds: from, toSeconds: to })
    left -= to - from
    from = loop.from
  }
  return { parts, beatGrid: parts.length > 1 && !loops ? null : beatGrid }
}

function barsOf({ bpm, beatsPerBar, firstBeatSeconds }: TrackAnalysis) {
  if (bpm === null) return null
  const barSeconds = (60 / bpm) * beatsPerBar
  const barAt = (seconds: number) => (seconds - firstBeatSeconds) / barSeconds
  return {
    barSeconds,
    firstAfter: (seconds: number) =>
      Math.max(seconds, firstBeatSeconds + Math.ceil(barAt(seconds) - 1e-6) * barSeconds),
    lastBefore: (seconds: number) => firstBeatSeconds + Math.floor(barAt(seconds) + 1e-6) * barSeconds,
  }
}
