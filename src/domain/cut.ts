import { ASPECT_RATIOS, durationSecondsSchema, type AspectRatio } from './project'
import { DEFAULT_SETTINGS, MAIN_CUT, type FileFormat, type GenerationSettings, type Video } from './video'

/** A version of a project's film that differs from it in length, shape or file. */
export type Cut = { durationSeconds: number; aspectRatio: AspectRatio; format: FileFormat }

/** What a cut is called in the database, where only one of each name is made at a time: `30s-9x16`, `30s-9x16-small`. */
export const cutName = ({ durationSeconds, aspectRatio, format }: Cut): string =>
  `${durationSeconds}s-${aspectRatio.replace(':', 'x')}${format === 'small' ? '-small' : ''}`

/** The cut of a name that `cutName` made; null for another. */
export function readCut(name: string | null): Cut | null {
  const [, seconds, shape, small] = /^(\d{1,4})s-(\d+x\d+)(-small)?$/.exec(name ?? '') ?? []
  const aspectRatio = ASPECT_RATIOS.find((ratio) => ratio.replace(':', 'x') === shape)
  const durationSeconds = durationSecondsSchema.safeParse(Number(seconds)).data
  if (!aspectRatio || durationSeconds === undefined) return null
  return { durationSeconds, aspectRatio, format: small ? 'small' : 'everywhere' }
}

/** The cuts that were ever asked for, those asked for last first; each once. */
export function knownCuts(videos: readonly Pick<Video, 'cut'>[]): Cut[] {
  const names = new Set(videos.map(({ cut }) => cut))
  return [...names].flatMap((name) => readCut(name) ?? [])
}

/** What to ask for to get a cut, as fine and as fast as `base` says. */
export const cutSettings = ({ resolution, fps }: GenerationSettings, cut: Cut): GenerationSettings => ({
  resolution,
  fps,
  ...cut,
  cut: cutName(cut),
})

/**
 * What a project's own film is made with: what it was made with last. Before there is one it is as fine and as fast as
 * the newest cut, whose file is its own.
 * @param videos the project's films, newest first
 */
export function mainSettings(videos: readonly Pick<Video, 'cut' | 'settings'>[]): GenerationSettings {
  const { settings } = videos.find(({ cut }) => cut === MAIN_CUT) ?? {}
  if (settings) return { resolution: settings.resolution, format: settings.format, fps: settings.fps }
  const { resolution, fps } = videos[0]?.settings ?? DEFAULT_SETTINGS
  return { ...DEFAULT_SETTINGS, resolution, fps }
}
