import { z } from 'zod'

/** What the synthesised score feels like. Each style offers some of them; `auto` lets the style choose. */
export const MOODS = ['warm', 'tender', 'bright', 'bold', 'wide', 'hushed', 'wistful', 'carefree'] as const
export const moodSchema = z.enum(MOODS)
export type Mood = z.output<typeof moodSchema>

/**
 * `video_projects.music`: what a person wishes to hear. `seed` makes a score repeatable; another seed is another
 * melody in the same mood. `trackId` names a row of `audio_tracks`.
 */
export const musicSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('score'),
    mood: z.enum([...MOODS, 'auto']),
    seed: z
      .int()
      .min(0)
      .max(2 ** 31 - 1),
  }),
  z.object({ kind: z.literal('track'), trackId: z.uuid() }),
])
export type Music = z.output<typeof musicSchema>
export const DEFAULT_MUSIC: Music = { kind: 'score', mood: 'auto', seed: 1 }

/** Is it the same wish? Nothing is the same as nothing. */
export const sameMusic = (a: Music | undefined, b: Music | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && musicText(a) === musicText(b))

/** A wish for music as text: `none`, `score:warm:7` or `track:` and the track's id. */
export function musicText(music: Music): string {
  switch (music.kind) {
    case 'none':
      return 'none'
    case 'score':
      return `score:${music.mood}:${music.seed}`
    case 'track':
      return `track:${music.trackId}`
    default:
      return music satisfies never
  }
}

/** The wish for music that a text made by `musicText` stands for; null for any other. */
export function readMusic(text: string): Music | null {
  const [kind, what, seed] = text.split(':')
  const wish =
    kind === 'score' ? { kind, mood: what, seed: seed ? Number(seed) : undefined } : { kind, trackId: what }
  return musicSchema.safeParse(wish).data ?? null
}

/** Where the beats of a film's music lie: the director cuts on them. All in seconds of the film. */
export const beatGridSchema = z.object({
  firstBeatSeconds: z.number().nonnegative(),
  secondsPerBeat: z.number().positive(),
  beatsPerBar: z.int().min(2).max(8),
})
export type BeatGrid = z.output<typeof beatGridSchema>

/**
 * What was heard in a person's own track: `audio_tracks.analysis`. Seconds of the track. `startSeconds` and
 * `endSeconds` are where sound begins and ends. `firstBeatSeconds` is the first beat of a bar; without a steady beat
 * `bpm` is null and the beat means nothing.
 */
export const trackAnalysisSchema = z.object({
  version: z.literal(1),
  durationSeconds: z.number().positive(),
  startSeconds: z.number().nonnegative(),
  endSeconds: z.number().positive(),
  bpm: z.number().min(30).max(300).nullable(),
  firstBeatSeconds: z.number().nonnegative(),
  beatsPerBar: z.int().min(2).max(8),
})
export type TrackAnalysis = z.output<typeof trackAnalysisSchema>
