import type { Style } from '@/domain/project'
import { WHOLE_STAGE, type Panel, type Shot, type Storyboard } from '@/domain/storyboard'
import { seededRandom } from '@/render/compositor/testPictures'
import { stageOf } from '@/story/framing/stage'
import { STYLE_DIRECTIONS } from '@/story/styles/styleDirections'

/** A film that shows what a style is, whatever the director would do with it. */
export interface StyleScene {
  readonly storyboard: Storyboard
  /** Every transition in its middle, every picture after it, and the last frame's neighbour. */
  readonly moments: readonly number[]
}

const FPS = 30
const SHOT = 40
const SIZE = { width: 320, height: 180 }
const id = (index: number) => `00000000-0000-4000-8000-00000000000${index}`
const center = { centerX: 0.5, centerY: 0.5 }

/** Shots that come in by each of a style's transitions in turn, in its look, on its stage, with its leaks. */
export function styleScene(style: Style): StyleScene {
  const direction = STYLE_DIRECTIONS[style]
  const { transitions, chapterTransition } = direction
  const kinds = [{ kind: 'cut' as const, seconds: 0 }, ...transitions, chapterTransition]
  const shots = kinds.map(({ kind, seconds }, index): Shot => {
    const frames = Math.min(SHOT / 2, Math.round(seconds * FPS))
    const next = Math.min(SHOT / 2, Math.round((kinds[index + 1]?.seconds ?? 0) * FPS))
    return {
      panels: panelsOf(index, direction.mostPanels),
      startFrame: index * SHOT,
      endFrame: (index + 1) * SHOT + next,
      motionEndFrame: (index + 1) * SHOT + next,
      transition: { kind, direction: kind === 'film_edge' ? 'up' : 'left', frames },
      reasons: [],
    }
  })
  const frameCount = kinds.length * SHOT
  const { leaks } = direction
  const storyboard: Storyboard = {
    ...SIZE,
    style,
    fps: FPS,
    frameCount,
    stage: stageOf(SIZE, direction),
    look: direction.look,
    lettering: direction.lettering,
    fadeInFrames: 0,
    fadeOutFrames: 0,
    shots: shots.map((shot) => ({ ...shot, endFrame: Math.min(shot.endFrame, frameCount) })),
    overlays: [],
    leaks: leaks ? [{ startFrame: 24, endFrame: 72, strength: leaks.strength, seed: 5 }] : [],
    chapters: [],
    soundtrack: { kind: 'none' },
    leftOut: [],
  }
  const moments = shots.flatMap(({ startFrame, transition }) => [
    startFrame + Math.floor(transition.frames / 2),
    startFrame + SHOT - 6,
  ])
  return { storyboard, moments }
}

/** One picture, two beside each other where the style does that, and one shown whole, by turns. */
function panelsOf(index: number, most: number): Panel[] {
  const panel = (photo: number, area: Panel['area'], fit: Panel['fit']): Panel => ({
    photoId: id(photo),
    area,
    fit,
    from: { zoom: 1, ...center },
    to: { zoom: 1.1, centerX: 0.45, centerY: 0.55 },
  })
  if (index % 3 === 1 && most > 1) {
    return [
      panel(0, { ...WHOLE_STAGE, width: 0.5 }, 'cover'),
      panel(1, { ...WHOLE_STAGE, x: 0.5, width: 0.5 }, 'cover'),
    ]
  }
  return [index % 3 === 2 ? panel(1, WHOLE_STAGE, 'contain') : panel(0, WHOLE_STAGE, 'cover')]
}

type Pixel = (x: number, y: number) => readonly [red: number, green: number, blue: number]

/** A picture made of numbers in a file that loses nothing: the same for every browser. */
export async function paintPng(width: number, height: number, pixel: Pixel): Promise<Blob> {
  const image = new ImageData(width, height)
  for (let at = 0; at < width * height; at++) {
    image.data.set([...pixel(at % width, Math.floor(at / width)), 255], at * 4)
  }
  const canvas = new OffscreenCanvas(width, height)
  canvas.getContext('2d')?.putImageData(image, 0, 0)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** A wide and a tall picture with slopes, edges and noise, by their id in the scene. */
export async function scenePhotos(): Promise<ReadonlyMap<string, Blob>> {
  const random = seededRandom(7)
  const wide = paintPng(480, 320, (x, y) => [
    x % 256,
    (y * 2 + 40 * (Math.floor(x / 20) % 2)) % 256,
    random() * 90,
  ])
  const tall = paintPng(240, 360, (x, y) => [(x + y) % 256, 200 - (y % 150), (x * 3) % 256])
  return new Map([
    [id(0), await wide],
    [id(1), await tall],
  ])
}
