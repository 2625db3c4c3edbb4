import type { Look } from '@/domain/storyboard'
import { smoothNoise, noiseAt } from '../compositor/noise'
import { AT_REST, type Shift, type Size } from './placement'

// [Note: gate] What an old camera and projector do to a film: the picture weaves in the gate, the lamp flickers, the
// grain is another one in every picture. All of it follows from the frame's number in the film, in steps of at most
// sixteen a second, as old cameras ran: a film of 60 fps shivers no faster, and each picture of the camera is two frames
// of one of 30 fps, so that its grain costs half the bits.

const MOST_STEPS_PER_SECOND = 16
const WEAVES_PER_SECOND = 2.5
/** Of 256, at full strength. */
const FLICKER = 26

const SEED = { x: 0x11, y: 0x12, jumpX: 0x13, jumpY: 0x14, lamp: 0x15, glow: 0x16 }

/** Which picture of the camera a frame shows: grain changes with it. */
export function cameraPicture(frame: number, fps: number): number {
  return Math.floor(frame / Math.ceil(fps / MOST_STEPS_PER_SECOND))
}

/** Where the stage is: slightly enlarged, so that no edge of a picture is ever seen. */
export function weaveAt({ jitter }: Pick<Look, 'jitter'>, frame: number, fps: number, stage: Size): Shift {
  if (jitter === 0) return AT_REST
  const picture = cameraPicture(frame, fps)
  const time = (frame / fps) * WEAVES_PER_SECOND
  const along = (seed: number, jumpSeed: number) =>
    0.7 * smoothNoise(time, seed) + 0.3 * noiseAt(picture, jumpSeed)
  const reach = jitter * stage.height
  return {
    dx: 0.6 * reach * along(SEED.x, SEED.jumpX),
    dy: reach * along(SEED.y, SEED.jumpY),
    scale: 1 + 2 * jitter * Math.max(1, stage.height / stage.width),
  }
}

/** The lamp's light, 256 as a rule. */
export function lampAt({ flicker }: Pick<Look, 'flicker'>, frame: number, fps: number): number {
  if (flicker === 0) return 256
  const picture = cameraPicture(frame, fps)
  const swing = 0.6 * noiseAt(picture, SEED.lamp) + 0.4 * smoothNoise((frame / fps) * 4, SEED.glow)
  return Math.round(256 + FLICKER * flicker * swing)
}
