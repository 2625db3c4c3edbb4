import type { Progress } from '@/data/videos'

/** How a film's percents are divided: reading and directing, drawing and encoding, closing the file, uploading. */
const RENDERING_FROM = 2
const FINISHING_FROM = 90
const UPLOADING_FROM = 92
const ALMOST = 99

const between = (from: number, to: number, fraction: number) =>
  Math.round(from + (to - from) * Math.min(1, Math.max(0, fraction)))

export const preparing = (): Progress => ({ percent: 0, stage: 'preparing', secondsLeft: null })

/** @param secondsLeft of drawing alone, from the measured speed; null while it is not known */
export const rendering = (framesDone: number, frameCount: number, secondsLeft: number | null): Progress => ({
  percent: between(RENDERING_FROM, FINISHING_FROM, framesDone / frameCount),
  stage: 'rendering',
  secondsLeft: secondsLeft === null ? null : Math.ceil(secondsLeft),
})

export const finishing = (): Progress => ({ percent: FINISHING_FROM, stage: 'finishing', secondsLeft: null })

/** @param elapsedSeconds since the upload began */
export const uploading = (fraction: number, elapsedSeconds: number): Progress => ({
  percent: between(UPLOADING_FROM, ALMOST, fraction),
  stage: 'uploading',
  secondsLeft: fraction > 0.02 ? Math.ceil((elapsedSeconds * (1 - fraction)) / fraction) : null,
})
