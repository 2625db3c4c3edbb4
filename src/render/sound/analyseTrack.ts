import { analyze } from 'web-audio-beat-detector'
import { trackAnalysisSchema, type TrackAnalysis } from '@/domain/music'
import { SOUND_SAMPLE_RATE } from './StereoChunk'
import { Studio } from './Studio'
import { TrackUnreadable } from './TrackUnreadable'

/** The detector only looks between these. */
const TEMPOS = { minTempo: 70, maxTempo: 180 }

/**
 * Listens to a person's own track for its length, tempo and first beat. Decodes in a worker.
 * @throws TrackUnreadable when the browser cannot decode it or nothing is heard in it; `signal.reason`
 */
export async function analyseTrack(file: Blob, signal?: AbortSignal): Promise<TrackAnalysis> {
  signal?.throwIfAborted()
  const studio = new Studio(signal)
  try {
    const heard = await studio.askTrack((remote) => remote.listen(file))
    const { durationSeconds, startSeconds, endSeconds, excerpt, onsets } = heard
    const bpm = await studio.orBroken(guessTempo(excerpt))
    const beats = bpm === null ? null : await studio.ask((remote) => remote.findBeats(onsets, bpm))
    const analysis = trackAnalysisSchema.safeParse({
      version: 1,
      durationSeconds,
      startSeconds,
      endSeconds,
      bpm: beats?.bpm ?? null,
      firstBeatSeconds: startSeconds + (beats?.firstBeatSeconds ?? 0),
      beatsPerBar: beats?.beatsPerBar ?? 4,
    } satisfies TrackAnalysis)
    if (!analysis.success) throw new TrackUnreadable(analysis.error.message)
    return analysis.data
  } finally {
    studio.close()
  }
}

/** Null where the detector hears no beat, or too little of the track. */
async function guessTempo(mono: Float32Array<ArrayBuffer>): Promise<number | null> {
  const buffer = new AudioBuffer({ length: mono.length, numberOfChannels: 1, sampleRate: SOUND_SAMPLE_RATE })
  buffer.copyToChannel(mono, 0)
  try {
    const tempo = await analyze(buffer, TEMPOS)
    return Number.isFinite(tempo) && tempo > 0 ? tempo : null
  } catch {
    // It rejects where it finds no peaks: speech, rain, one long note.
    return null
  }
}
