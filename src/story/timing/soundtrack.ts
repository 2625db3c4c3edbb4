import type { BeatGrid, Mood } from '@/domain/music'
import type { Soundtrack } from '@/domain/storyboard'
import type { FilmWishes } from '../filmWishes'
import { beatGridOf } from '../music/beatGridOf'
import { layTrack } from '../music/layTrack'
import type { StyleDirection } from '../styles/StyleDirection'

/** What will be heard, before the pictures are cut; `seconds` is the film's exact length. The swells are known later. */
export function chooseSoundtrack(
  { music, trackBeats }: FilmWishes,
  direction: StyleDirection,
  seconds: number,
): Soundtrack {
  if (!music) return { kind: 'none' }
  switch (music.kind) {
    case 'none':
      return { kind: 'none' }
    case 'score': {
      const mood: Mood = music.mood === 'auto' ? direction.moods[0] : music.mood
      const { seed } = music
      return { kind: 'score', mood, seed, beatGrid: beatGridOf(mood, seed, seconds), swellFrames: [] }
    }
    case 'track': {
      // A track nobody has listened to yet plays from its beginning; how it goes on is found when it is.
      const laid = trackBeats
        ? layTrack(trackBeats, seconds)
        : { parts: [{ fromSeconds: 0, toSeconds: seconds }], beatGrid: null }
      return { kind: 'track', trackId: music.trackId, ...laid, swellFrames: [] }
    }
    default:
      return music satisfies never
  }
}

/** The beats to cut on; null in silence, and for a track in which none were heard. */
export const gridOf = (soundtrack: Soundtrack): BeatGrid | null =>
  soundtrack.kind === 'none' ? null : soundtrack.beatGrid

/** The same sound, swelling towards these frames of the film; silence stays silent. */
export const withSwells = (soundtrack: Soundtrack, swellFrames: number[]): Soundtrack =>
  soundtrack.kind === 'none' ? soundtrack : { ...soundtrack, swellFrames }
