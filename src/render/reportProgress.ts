import { SpeedMeter } from './encode/SpeedMeter'
import type { FilmProgress } from './film/makeFilm'
import type { RenderProgress } from './protocol'

const PROGRESS_MILLISECONDS = 250

export interface ProgressReport {
  readonly update: (progress: FilmProgress) => void
  readonly stop: () => void
}

/** Tells four times a second where the film stands, also while a stage is waiting. */
export function reportProgress(
  frameCount: number,
  onProgress: (progress: RenderProgress) => void,
): ProgressReport {
  const meter = new SpeedMeter(frameCount)
  let now: FilmProgress = { framesDone: 0, framesFound: 0, stage: 'rendering' }
  const tell = () => {
    const { framesDone, framesFound, stage } = now
    const speed = meter.sample(performance.now() / 1000, framesDone, framesFound)
    onProgress({ framesDone, frameCount, stage, ...speed })
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
