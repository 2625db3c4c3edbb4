import type { Framing, Panel, Shot, Storyboard } from '@/domain/storyboard'
import { OPAQUE, type Rectangle } from '../compositor/Compositor'

// [Note: one function of time] What a frame shows is a pure function of (storyboard, frame): the export, the preview and
// a resumed film draw the same. Only + - * / and rounding are used, never Math.sin and the like, whose last bits
// differ between engines.

export interface Size {
  readonly width: number
  readonly height: number
}

/** A shot's first panel as it is seen in one frame; `alpha` 1..256 over what lies below. */
export interface Layer {
  readonly shotIndex: number
  readonly framing: Framing
  readonly alpha: number
}

/** A text as it is seen in one frame; `amount` 1..256 of its opacity. */
export interface VisibleOverlay {
  readonly overlayIndex: number
  readonly amount: number
}

/** The shots of one frame, bottom first. Nothing below an opaque layer is listed. */
export function layersAt({ shots }: Storyboard, frame: number): Layer[] {
  const layers: Layer[] = []
  for (let index = lastStarted(shots, frame); index >= 0; index--) {
    const shot = shots[index]
    const panel = shot?.panels[0]
    if (!shot || !panel || shot.endFrame <= frame) break
    const alpha = index === 0 ? OPAQUE : dissolveAt(shot, frame)
    layers.unshift({ shotIndex: index, framing: framingAt(shot, panel, frame), alpha })
    if (alpha === OPAQUE) break
  }
  // A film never shows through to nothing, whatever the storyboard says.
  const [bottom] = layers
  if (bottom && bottom.alpha < OPAQUE) layers[0] = { ...bottom, alpha: OPAQUE }
  return layers
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

/** How bright the whole picture is, 0 (black) to 256. */
export function brightnessAt(storyboard: Storyboard, frame: number): number {
  const { frameCount, fadeInFrames, fadeOutFrames } = storyboard
  const fadeIn = fadeInFrames > 0 ? frame / fadeInFrames : 1
  const fadeOut = fadeOutFrames > 0 ? (frameCount - 1 - frame) / fadeOutFrames : 1
  return Math.round(smooth(Math.min(1, fadeIn, fadeOut)) * OPAQUE)
}

/**
 * Where the whole photo lies on the frame so that the framing's part is seen. It never leaves a gap that another
 * centre could close: along an edge where it is larger than the frame it covers it, else it stands in the middle.
 */
export function placePhoto(photo: Size, frame: Size, fit: Panel['fit'], framing: Framing): Rectangle {
  const scale = fitScale(photo, frame, fit) * framing.zoom
  const width = photo.width * scale
  const height = photo.height * scale
  return {
    x: placeAlong(width, frame.width, framing.centerX),
    y: placeAlong(height, frame.height, framing.centerY),
    width,
    height,
  }
}

/** Frame pixels per photo pixel at zoom 1. */
export function fitScale(photo: Size, frame: Size, fit: Panel['fit']): number {
  const across = frame.width / photo.width
  const down = frame.height / photo.height
  return fit === 'cover' ? Math.max(across, down) : Math.min(across, down)
}

/**
 * The size a photo is scaled to once for a shot: what its closest framing needs, never more than it has. A shot that
 * zooms further than twofold is kept to what its widest framing can still draw without flicker.
 */
export function pictureSize(photo: Size, frame: Size, { fit, from, to }: Panel): Size {
  const closest = Math.max(from.zoom, to.zoom)
  const widest = Math.min(from.zoom, to.zoom)
  const scale = fitScale(photo, frame, fit) * Math.min(closest, widest * 1.9)
  if (scale >= 1) return photo
  return { width: Math.ceil(photo.width * scale), height: Math.ceil(photo.height * scale) }
}

function placeAlong(size: number, frame: number, center: number): number {
  if (size <= frame) return (frame - size) / 2
  return Math.min(0, Math.max(frame - size, frame / 2 - center * size))
}

function framingAt(shot: Shot, { from, to }: Panel, frame: number): Framing {
  const length = shot.motionEndFrame - shot.startFrame
  const progress = length > 0 ? Math.min(1, (frame - shot.startFrame) / length) : 1
  // Mostly even, with soft ends: the move is already under way when the dissolve begins.
  const eased = progress * 0.7 + smooth(progress) * 0.3
  const between = (start: number, end: number) => start + (end - start) * eased
  return {
    zoom: between(from.zoom, to.zoom),
    centerX: between(from.centerX, to.centerX),
    centerY: between(from.centerY, to.centerY),
  }
}

function dissolveAt(shot: Shot, frame: number): number {
  const progress = Math.min(1, (frame - shot.startFrame + 1) / (shot.transition.frames + 1))
  return Math.max(1, Math.round(smooth(progress) * OPAQUE))
}

const smooth = (progress: number) => progress * progress * (3 - 2 * progress)

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
