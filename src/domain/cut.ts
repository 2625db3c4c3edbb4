import type { AspectRatio } from './project'
import type { FileFormat, GenerationSettings } from './video'

/** A version of a project's film that differs from it in length, shape or file. */
export type Cut = { durationSeconds: number; aspectRatio: AspectRatio; format: FileFormat }

/** What a cut is called in the database, where only one of each name is made at a time: `30s-9x16`, `30s-9x16-small`. */
export const cutName = ({ durationSeconds, aspectRatio, format }: Cut): string =>
  `${durationSeconds}s-${aspectRatio.replace(':', 'x')}${format === 'small' ? '-small' : ''}`

/** What to ask for to get a cut, as fine and as fast as `base` says. */
export const cutSettings = ({ resolution, fps }: GenerationSettings, cut: Cut): GenerationSettings => ({
  resolution,
  fps,
  ...cut,
  cut: cutName(cut),
})

/** The same settings for the project's own film. */
export const mainSettings = ({ resolution, format, fps }: GenerationSettings): GenerationSettings => ({
  resolution,
  format,
  fps,
})
