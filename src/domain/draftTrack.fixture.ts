import type { DraftTrack } from './draft'

/** A track of a draft for tests: three minutes at 120 beats a minute. The hash follows from the name. */
export function draftTrack(name: string, bytes = 3): DraftTrack {
  const hash = Array.from(name, (letter) => letter.charCodeAt(0).toString(16)).join('')
  const contentHash = hash.padEnd(64, '0').slice(0, 64)
  return {
    id: crypto.randomUUID(),
    facts: { filename: name, mimeType: 'audio/mpeg', bytes, contentHash },
    analysis: {
      version: 1,
      durationSeconds: 180,
      startSeconds: 0,
      endSeconds: 180,
      bpm: 120,
      firstBeatSeconds: 0.5,
      beatsPerBar: 4,
    },
  }
}
