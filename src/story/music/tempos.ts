import type { Mood } from '@/domain/music'

export interface MoodTempo {
  /** Beats a minute. */
  readonly slowest: number
  readonly fastest: number
  readonly beatsPerBar: number
}

export const MOOD_TEMPOS: Readonly<Record<Mood, MoodTempo>> = {
  warm: { slowest: 84, fastest: 96, beatsPerBar: 4 },
  tender: { slowest: 88, fastest: 102, beatsPerBar: 3 },
  bright: { slowest: 112, fastest: 126, beatsPerBar: 4 },
  bold: { slowest: 100, fastest: 116, beatsPerBar: 4 },
  wide: { slowest: 78, fastest: 90, beatsPerBar: 4 },
  hushed: { slowest: 62, fastest: 72, beatsPerBar: 4 },
  wistful: { slowest: 70, fastest: 82, beatsPerBar: 4 },
  carefree: { slowest: 104, fastest: 120, beatsPerBar: 4 },
}
