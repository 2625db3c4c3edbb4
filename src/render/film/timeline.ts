import type { Framing, Panel, Shot, Storyboard } from '@/domain/storyboard'
import { OPAQUE } from '../compositor/Compositor'
import { smoothNoise } from '../compositor/noise'
import { smooth, type Entrance } from './entrances'

// [Note: one function of time] What a frame shows is a pure function of (storyboard, frame): the export, the preview and
// a resumed film draw the same. Only + - * / and rounding are used, never Math.sin and the like, whose last bits
// differ between engines.

/** A shot as it is seen in one frame: a framing for each of its panels. `entrance` is null once it is fully there. */
export interface Layer {
  readonly shotIndex: number
  readonly framings: readonly Framing[]
  readonly entrance: Entrance | null
}

/** The shots of one frame, bottom first, and how bright they are together: 0 (black) to 256. */
export interface Scene {
  readonly layers: readonly Layer[]
  readonly light: number
}

/** A text as it is seen in one frame; `amount` 1..256 of its opacity. */
export interface VisibleOverlay {
  readonly overlayIndex: number
  readonly amount: number
}

/** Light that leaks into one frame; `amount` 1..256, `progress` 0..1 of its time. */
export interface VisibleLeak {
  readonly seed: number
  readonly amount: number
  readonly progress: number
}

/** The shots of one frame: none where no shot is on. Nothing below a shot that is fully there is listed, and none that is not seen at all. */
export function sceneAt({ shots }: Storyboard, frame: number): Scene {
  const layers: Layer[] = []
  let light = 1
  for (let index = lastStarted(shots, frame); index >= 0; index--) {
    const shot = shots[index]
    if (!shot || shot.endFrame <= frame) break
    const { kind, direction } = shot.transition
    const progress = index === 0 ? 1 : transitionProgress(shot, frame)
    const isComing = progress < 1
    if (isComing && kind === 'black') {
      light *= smooth(Math.abs(2 * progress - 1))
      // In the first half only what was there before is seen.
      if (progress < 0.5 && index > 0) continue
    }
    const entrance = isComing && kind !== 'black' && kind !== 'cut' ? { kind, direction, progress } : null
    const framings = shot.panels.map((panel) => framingAt(shot, panel, frame))
    layers.unshift({ shotIndex: index, framings, entrance })
    if (!entrance) break
  }
  // A film never shows through to nothing, whatever the storyboard says.
  const [bottom] = layers
  if (bottom?.entrance) layers[0] = { ...bottom, entrance: null }
  return { layers, light: Math.round(light * OPAQUE) }
}

/** The texts of one frame in the order they are laid over each other. */
export function overlaysAt({ overlays }: Storyboard, frame: number): VisibleOverlay[] {
  return overlays.flatMap(({ startFrame, endFrame, fadeFrames }, overlayIndex) => {
    if (frame < startFrame || frame >= endFrame) return []
    const shown = Math.min(
      1,
      (frame - startFrame + 1) / (fadeFrames + 1),
      (endFrame - frame) / (fadeFrames + 1),
    )
    return [{ overlayIndex, amount: Math.max(1, Math.round(smooth(shown) * OPAQUE)) }]
  })
}

/** The leaks of one frame: the storyboard's own, and those that come with a transition. */
export function leaksAt({ leaks, shots, fps }: Storyboard, frame: number): VisibleLeak[] {
  const visible = leaks.flatMap(({ startFrame, endFrame, strength, seed }) => {
    if (frame < startFrame || frame >= endFrame) return []
    const progress = (frame - startFrame + 0.5) / (endFrame - startFrame)
    const swell = smooth(Math.min(1, 3 * progress, 3 * (1 - progress)))
    // Light that comes through a gap is never quite still.
    const unrest = 0.85 + 0.15 * smoothNoise((frame / fps) * 6, seed)
    return [{ seed, progress, amount: Math.round(strength * swell * unrest * OPAQUE) }]
  })
  const shot = shots[lastStarted(shots, frame)]
  if (shot?.transition.kind === 'leak') {
    const progress = transitionProgress(shot, frame)
    if (progress < 1) {
      const amount = Math.round(smooth(4 * progress * (1 - progress)) * OPAQUE)
      visible.push({ seed: shot.startFrame, progress, amount })
    }
  }
  return visible.filter(({ amount }) => amount > 0)
}

/** How bright the whole picture is, 0 (black) to 256. */
export function brightnessAt(storyboard: Storyboard, frame: number): number {
  const { frameCount, fadeInFrames, fadeOutFrames } = storyboard
  const fadeIn = fadeInFrames > 0 ? frame / fadeInFrames : 1
  const fadeOut = fadeOutFrames > 0 ? (frameCount - 1 - frame) / fadeOutFrames : 1
  return Math.round(smooth(Math.min(1, fadeIn, fadeOut)) * OPAQUE)
}

/** The first shot after those that have begun at this frame. */
export function nextShot({ shots }: Storyboard, frame: number): Shot | undefined {
  return shots[lastStarted(shots, frame) + 1]
}

function framingAt(shot: Shot, { from, to }: Panel, frame: number): Framing {
  const length = shot.motionEndFrame - shot.startFrame
  const progress = length > 0 ? (frame - shot.startFrame) / length : 1
  if (progress >= 1) return to
  // Mostly even, with soft ends: the move is already under way when the dissolve begins.
  const eased = progress * 0.7 + smooth(progress) * 0.3
  const between = (start: number, end: number) => start + (end - start) * eased
  return {
    // The edges of what is seen move evenly: whatever both ends show is seen all the way.
    zoom: from.zoom === to.zoom ? to.zoom : 1 / between(1 / from.zoom, 1 / to.zoom),
    centerX: between(from.centerX, to.centerX),
    centerY: between(from.centerY, to.centerY),
  }
}

/** Above 0; 1 and more when the shot is fully there. */
function transitionProgress({ startFrame, transition }: Shot, frame: number): number {
  return transition.kind === 'cut' ? 1 : (frame - startFrame + 1) / (transition.frames + 1)
}

/** Index of the last shot that has begun, by halving: shots are in order of their start. */
function lastStarted(shots: readonly Shot[], frame: number): number {
  let low = 0
  let high = shots.length
  while (low < high) {
    const middle = (low + high) >> 1
    const shot = shots[middle]
    if (shot && shot.startFrame <= frame) low = middle + 1
    else high = middle
  }
  return low - 1
}
