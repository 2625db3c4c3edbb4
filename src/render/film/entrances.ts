import type { Transition } from '@/domain/storyboard'
import { OPAQUE } from '../compositor/Compositor'
import { AT_REST, type Shift, type Size } from './placement'

/** How a shot comes in over the one before it, at one moment: `progress` above 0 and below 1. */
export interface Entrance {
  readonly kind: Exclude<Transition['kind'], 'cut' | 'black'>
  readonly direction: Transition['direction']
  readonly progress: number
}

/** How much closer the old picture comes in a zoom. */
const CLOSER = 0.8
/** Of the strip: the line between two of its pictures. */
const FRAME_LINE = 0.07
/** How far the strip runs over its mark. */
const OVERSHOOT = 0.035

export const smooth = (progress: number) => progress * progress * (3 - 2 * progress)

/** How opaque the new shot is, 1..256. */
export function opacityOf({ kind, progress }: Entrance): number {
  switch (kind) {
    case 'dissolve':
    case 'zoom':
    case 'leak':
      return Math.max(1, Math.round(smooth(progress) * OPAQUE))
    case 'slide':
    case 'push':
    case 'wipe':
    case 'film_edge':
      return OPAQUE
    default:
      return kind satisfies never
  }
}

/** Where the new shot is. */
export function shiftOfNew({ kind, direction, progress }: Entrance, stage: Size): Shift {
  switch (kind) {
    case 'slide':
    case 'push':
      return shifted(direction, stage, travelled(progress) - 1)
    case 'film_edge':
      return shifted(direction, stage, (jumped(progress) - 1) * (1 + FRAME_LINE))
    case 'dissolve':
    case 'zoom':
    case 'wipe':
    case 'leak':
      return AT_REST
    default:
      return kind satisfies never
  }
}

/** Where the old shot is meanwhile. */
export function shiftOfOld({ kind, direction, progress }: Entrance, stage: Size): Shift {
  switch (kind) {
    case 'push':
      return shifted(direction, stage, travelled(progress))
    case 'film_edge':
      return shifted(direction, stage, jumped(progress) * (1 + FRAME_LINE))
    case 'zoom':
      return { dx: 0, dy: 0, scale: 1 + CLOSER * progress * (0.3 + 0.7 * progress) }
    case 'dissolve':
    case 'slide':
    case 'wipe':
    case 'leak':
      return AT_REST
    default:
      return kind satisfies never
  }
}

/** Off quickly, to rest gently. */
function travelled(progress: number): number {
  return smooth(1 - (1 - progress) * (1 - progress))
}

/** The claw pulls the strip a little too far, and lets it settle. */
function jumped(progress: number): number {
  const pulled = 0.72
  if (progress < pulled) return smooth(progress / pulled) * (1 + OVERSHOOT)
  return 1 + OVERSHOOT * (1 - smooth((progress - pulled) / (1 - pulled)))
}

/** By a part of the stage, in whole even pixels: two pictures side by side show no seam. */
function shifted(direction: Transition['direction'], stage: Size, part: number): Shift {
  const by = (size: number) => 2 * Math.round((size * part) / 2)
  switch (direction) {
    case 'left':
      return { dx: -by(stage.width), dy: 0, scale: 1 }
    case 'right':
      return { dx: by(stage.width), dy: 0, scale: 1 }
    case 'up':
      return { dx: 0, dy: -by(stage.height), scale: 1 }
    case 'down':
      return { dx: 0, dy: by(stage.height), scale: 1 }
    default:
      return direction satisfies never
  }
}
