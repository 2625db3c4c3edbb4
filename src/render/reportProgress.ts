import type { Storyboard } from '@/domain/storyboard'
import { SpeedMeter } from './encode/SpeedMeter'
import type { FilmProgress } from './film/makeFilm'
import type { RenderProgress } from './protocol'

/** From one report to the next. */
export const PROGRESS_MILLISECONDS = 250

export interface ProgressReport {
  readonly update: (progress: FilmProgress) => void
  readonly stop: () => void
}

/** Tells four times a second where the film stands, also while a stage is waiting. */
export function reportProgress(
  { frameCount, fps }: Pick<Storyboard, 'frameCount' | 'fps'>,
  onProgress: (progress: RenderProgress) => void,
): ProgressReport {
  const pictures = new SpeedMeter(frameCount)
  const sound = new SpeedMeter(frameCount / fps)
  let now: FilmProgress = { framesDone: 0, framesFound: 0, soundDone: null, stage: 'rendering' }
  const tell = () => {
    const { framesDone, framesFound, soundDone, stage } = now
    const seconds = performance.now() / 1000
    const { framesPerSecond, secondsLeft } = pictures.sample(seconds, framesDone, framesFound)
    // It runs ahead of the pictures: only where it cannot keep up does the film end with it.
    const soundLeft = soundDone === null ? null : sound.sample(seconds, soundDone).secondsLeft
    const left = secondsLeft === null ? null : Math.max(secondsLeft, soundLeft ?? 0)
    onProgress({ framesDone, frameCount, stage, framesPerSecond, secondsLeft: left })
  }
  tell()
  const timer = setInterval(tell, PROGRESS_MILLISECONDS)
  return {
    update: (progress) => {
      now = progress
    },
    stop: () => {
      clearInterval(timer)
      tell()
    },
  }
}
