import { PLAIN_LOOK, WHOLE_STAGE, type Overlay, type Shot, type Storyboard } from '@/domain/storyboard'

/** A film of four seconds a shot, 64 × 36: for what is said about segments. */

const photo = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

export const SHOT_FRAMES = 120

export function shotOf(number: number, startFrame: number, changes: Partial<Shot> = {}): Shot {
  return {
    panels: [
      {
        photoId: photo(number),
        area: WHOLE_STAGE,
        fit: 'cover',
        from: { zoom: 1, centerX: 0.5, centerY: 0.5 },
        to: { zoom: 1.2, centerX: 0.4, centerY: 0.6 },
      },
    ],
    startFrame,
    endFrame: startFrame + SHOT_FRAMES,
    motionEndFrame: startFrame + SHOT_FRAMES,
    transition: { kind: 'dissolve', direction: 'left', frames: startFrame === 0 ? 0 : 15 },
    reasons: [],
    ...changes,
  }
}

export function captionOf(text: string, startFrame: number, endFrame: number): Overlay {
  return { kind: 'caption', photoId: photo(1), text, subtitle: '', startFrame, endFrame, fadeFrames: 5 }
}

export function filmOf(numbers: readonly number[], changes: Partial<Storyboard> = {}): Storyboard {
  const shots = numbers.map((number, index) => shotOf(number, index * SHOT_FRAMES))
  // Each stays below the next one until that is fully there.
  const overlapping = shots.map((shot, index) =>
    index < shots.length - 1 ? { ...shot, endFrame: shot.endFrame + 15 } : shot,
  )
  return {
    style: 'classic',
    width: 64,
    height: 36,
    fps: 30,
    frameCount: numbers.length * SHOT_FRAMES,
    stage: { x: 0, y: 0, width: 64, height: 36 },
    look: PLAIN_LOOK,
    lettering: 'serif',
    fadeInFrames: 15,
    fadeOutFrames: 30,
    shots: overlapping,
    overlays: [],
    leaks: [],
    chapters: [],
    soundtrack: { kind: 'none' },
    leftOut: [],
    ...changes,
  }
}
