import { PLAIN_LOOK, WHOLE_STAGE, type Storyboard, type Transition } from '@/domain/storyboard'
import { blurredFill } from '../compositor/blurredFill'
import type { Compositor } from '../compositor/Compositor'
import { hash, paintPicture } from '../compositor/testPictures'
import { FramePainter } from './FramePainter'
import type { ShotPicture } from './ShotPictures'

// [Note: golden frames] A small film of painted pictures that uses everything the engine draws. Its frames have the same
// hashes in Node (`goldenScene.test.ts`) and in Chromium (`tests/browser`), today and tomorrow. A change to the
// pixel code that is meant changes them on purpose, and makes kept segments of unfinished films worthless.

const WIDTH = 426
const HEIGHT = 240
const SIZES = [
  [600, 400],
  [300, 400],
  [901, 301],
] as const
const id = (index: number) => `00000000-0000-4000-8000-00000000000${index}`

const dissolve = (frames: number): Transition => ({ kind: 'dissolve', direction: 'left', frames })

export const GOLDEN_FILM: Storyboard = {
  style: 'classic',
  width: WIDTH,
  height: HEIGHT,
  fps: 30,
  frameCount: 90,
  stage: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
  look: PLAIN_LOOK,
  lettering: 'serif',
  leaks: [],
  chapters: [],
  soundtrack: { kind: 'none' },
  leftOut: [],
  fadeInFrames: 6,
  fadeOutFrames: 6,
  // prettier-ignore
  shots: [
    {
      startFrame: 0, endFrame: 40, motionEndFrame: 40, transition: dissolve(0), reasons: [],
      panels: [{ photoId: id(0), area: WHOLE_STAGE, fit: 'cover', from: { zoom: 1, centerX: 0.5, centerY: 0.5 }, to: { zoom: 1.2, centerX: 0.45, centerY: 0.55 } }],
    },
    {
      startFrame: 28, endFrame: 70, motionEndFrame: 70, transition: dissolve(12), reasons: [],
      panels: [{ photoId: id(1), area: WHOLE_STAGE, fit: 'contain', from: { zoom: 1, centerX: 0.5, centerY: 0.5 }, to: { zoom: 1.06, centerX: 0.5, centerY: 0.5 } }],
    },
    {
      startFrame: 58, endFrame: 90, motionEndFrame: 80, transition: dissolve(12), reasons: [],
      panels: [{ photoId: id(2), area: WHOLE_STAGE, fit: 'cover', from: { zoom: 1.02, centerX: 0.35, centerY: 0.5 }, to: { zoom: 1.02, centerX: 0.65, centerY: 0.5 } }],
    },
  ],
  overlays: [
    { kind: 'caption', photoId: id(0), text: 'x', subtitle: '', startFrame: 8, endFrame: 32, fadeFrames: 5 },
  ],
}

/** Frame index and hash: in black, moving, under text, in both dissolves, at rest, fading out. */
export const GOLDEN_FRAMES: Record<number, string> = {
  0: 'aa66cf05dd4d1d7c',
  3: '07b678b6f45fe28d',
  12: '225df3d393b2ffaa',
  27: '9bc4dfcc0a403b4b',
  34: '00a9dcf9a4ae8b70',
  50: '2e4eafcef0f0e9a9',
  64: '9078f36a32c75e59',
  85: 'e84973683b715b2b',
  88: '679191bb86583d92',
}

/** Paints the scene's frames. @returns their hashes by frame index */
export function paintGoldenScene(compositor: Compositor): Record<number, string> {
  const painter = new FramePainter(compositor, GOLDEN_FILM, () => {
    const pixels = Uint8ClampedArray.from(
      { length: 80 * 24 * 4 },
      (_, index) => (index * 7 + (index >> 5)) & 255,
    )
    return { x: 120, y: 200, width: 80, height: 24, pixels }
  })
  const pictures = SIZES.map(([width, height], index): ShotPicture => {
    const picture = paintPicture(compositor, width, height, index + 1)
    const fill = index === 1 ? blurredFill(compositor, picture, WIDTH, HEIGHT) : null
    return { picture, size: { width, height }, fill }
  })
  const hashes: Record<number, string> = {}
  for (const frame of [0, 3, 12, 27, 34, 50, 64, 85, 88]) {
    painter.paint(frame, ({ photoId }) => {
      const picture = pictures[Number(photoId.at(-1))]
      if (!picture) throw new Error('no such picture')
      return picture
    })
    hashes[frame] = hash(compositor, painter.frame)
  }
  painter.close()
  for (const { picture, fill } of pictures) {
    compositor.free(picture)
    if (fill) compositor.free(fill)
  }
  return hashes
}
