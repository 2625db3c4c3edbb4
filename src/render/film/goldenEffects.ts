import {
  PLAIN_LOOK,
  TRANSITION_KINDS,
  WHOLE_STAGE,
  type Look,
  type Panel,
  type Storyboard,
  type Transition,
} from '@/domain/storyboard'
import { blurredFill } from '../compositor/blurredFill'
import type { Compositor } from '../compositor/Compositor'
import { gradePicture, gradeTables } from '../compositor/grade'
import { hash, paintPicture } from '../compositor/testPictures'
import { FramePainter } from './FramePainter'
import { leavesGap, panelRectangle } from './placement'
import type { ShotPicture } from './ShotPictures'

// See: [Note: golden frames]. Here is one small film for each way to come in and for each part of a look.

const WIDTH = 218
const HEIGHT = 122
const SIZES = [
  [330, 200],
  [150, 260],
  [240, 180],
] as const
const id = (index: number) => `00000000-0000-4000-8000-00000000000${index}`

const panel = (index: number, over: Partial<Panel> = {}): Panel => ({
  photoId: id(index),
  area: WHOLE_STAGE,
  fit: 'cover',
  from: { zoom: 1.02, centerX: 0.45, centerY: 0.5 },
  to: { zoom: 1.15, centerX: 0.55, centerY: 0.45 },
  ...over,
})

const PAIR: Panel[] = [
  panel(1, { area: { x: 0, y: 0, width: 0.495, height: 1 } }),
  panel(2, { area: { x: 0.505, y: 0, width: 0.495, height: 1 }, fit: 'contain', to: panel(2).from }),
]

function effectFilm(transition: Transition, panels: Panel[], over: Partial<Storyboard>): Storyboard {
  const shot = (startFrame: number, endFrame: number) => ({
    startFrame,
    endFrame,
    motionEndFrame: endFrame,
    reasons: [],
  })
  return {
    style: 'classic',
    width: WIDTH,
    height: HEIGHT,
    fps: 30,
    frameCount: 60,
    stage: { x: 0, y: 0, width: WIDTH, height: HEIGHT },
    look: PLAIN_LOOK,
    lettering: 'serif',
    leaks: [],
    chapters: [],
    soundtrack: { kind: 'none' },
    leftOut: [],
    fadeInFrames: 0,
    fadeOutFrames: 0,
    overlays: [],
    shots: [
      { ...shot(0, 35), panels: [panel(0)], transition: { ...transition, kind: 'cut', frames: 0 } },
      { ...shot(20, 60), panels, transition },
    ],
    ...over,
  }
}

const LOOKS: Record<string, Partial<Look>> = {
  grade: { curve: [[0, 0.05], [0.4, 0.5], [1, 0.95]], saturation: 0.7, shadows: [0.06, -0.04], lights: [-0.05, 0.03] }, // prettier-ignore
  vignette: { vignette: 0.6 },
  grain: { grain: 0.5 },
  jitter: { jitter: 0.01 },
  flicker: { flicker: 0.8 },
}
const BARS = { x: 0, y: 16, width: WIDTH, height: HEIGHT - 32 }
const PILLARS = { x: 32, y: 0, width: WIDTH - 66, height: HEIGHT }
const ALL: Look = Object.assign({}, PLAIN_LOOK, ...Object.values(LOOKS))

const dissolve: Transition = { kind: 'dissolve', direction: 'left', frames: 10 }

/** Every effect by its name: its film, and the frames that are looked at. */
function effects(): { name: string; film: Storyboard; frames: number[] }[] {
  const transitions = TRANSITION_KINDS.map((kind, index) => {
    const direction = (['left', 'right', 'up', 'down'] as const)[index % 4] ?? 'left'
    const film = effectFilm({ kind, direction, frames: 10 }, [panel(2)], {})
    return { name: kind, film, frames: [22, 27] }
  })
  const pairs = (['dissolve', 'slide', 'wipe'] as const).map((kind) => ({
    name: `${kind} to a pair`,
    film: effectFilm({ kind, direction: 'up', frames: 10 }, PAIR, {}),
    frames: [24, 40],
  }))
  const looks = Object.entries(LOOKS).map(([name, look]) => ({
    name,
    film: effectFilm(dissolve, [panel(1, { fit: 'contain' })], { look: { ...PLAIN_LOOK, ...look } }),
    frames: [7, 24],
  }))
  const leaks = [{ startFrame: 3, endFrame: 50, strength: 0.7, seed: 12 }]
  return [
    ...transitions,
    ...pairs,
    ...looks,
    { name: 'light leak', film: effectFilm(dissolve, [panel(2)], { leaks }), frames: [10, 45] },
    { name: 'bars', film: effectFilm(dissolve, PAIR, { stage: BARS }), frames: [10, 25] },
    {
      name: 'everything between pillars',
      film: effectFilm(dissolve, PAIR, { stage: PILLARS, look: ALL, leaks, fps: 60 }),
      frames: [10, 25, 40],
    },
  ]
}

/** Hash by effect and frame. */
export const GOLDEN_EFFECTS: Record<string, string> = {
  'cut 22': '691fd90803ca3b65',
  'cut 27': '501224cd33616ffa',
  'dissolve 22': '97f5321a32cdf623',
  'dissolve 27': 'c8672154b0386799',
  'slide 22': '434c8c96ce3e67b3',
  'slide 27': '3fededd48635a171',
  'push 22': 'a86709994c9efb06',
  'push 27': '0951ba4c3b966d41',
  'zoom 22': '8d1f98421e7cf7bf',
  'zoom 27': 'd0bd39f4086de229',
  'wipe 22': 'cd39f495df767e36',
  'wipe 27': 'd40f3f2f1a9e4054',
  'black 22': '1f2340e220b09237',
  'black 27': 'f9f2ab57a2c37ab0',
  'film_edge 22': '73dd18ed405ffd52',
  'film_edge 27': '08bc5e72fe261de3',
  'leak 22': '424e30941a1a0f81',
  'leak 27': '81bc0adea1f95103',
  'dissolve to a pair 24': '037015ed7e2c49f2',
  'dissolve to a pair 40': 'c0e17b714fae27ce',
  'slide to a pair 24': '82a6cee271896dcb',
  'slide to a pair 40': 'c0e17b714fae27ce',
  'wipe to a pair 24': '8276001b6410cdf8',
  'wipe to a pair 40': 'c0e17b714fae27ce',
  'grade 7': '3b5899aee0f166bb',
  'grade 24': '55dcedbd659f18f2',
  'vignette 7': 'f3e5b80d1fcb0326',
  'vignette 24': '066b853e4267075b',
  'grain 7': '3fd5029f604cdf3c',
  'grain 24': '1cfc7e99a2fda5ba',
  'jitter 7': 'f3488b257423e152',
  'jitter 24': 'cfd470b1e2c51236',
  'flicker 7': '7cf1fac17fc89fce',
  'flicker 24': '3fefdfe004df5a81',
  'light leak 10': '1f16defd3849a532',
  'light leak 45': 'f3bd3c91ee3ff4fa',
  'bars 10': '7272cdcdfa95c8c6',
  'bars 25': '7ff58c945e2f344d',
  'everything between pillars 10': '977e7ce6d1f29c63',
  'everything between pillars 25': '2d9732f93413e0de',
  'everything between pillars 40': '9d2e4e7fdb314410',
}

/** Paints the effects. @returns the hashes of their frames, by name and frame */
export function paintGoldenEffects(compositor: Compositor): Record<string, string> {
  const hashes: Record<string, string> = {}
  for (const { name, film, frames } of effects()) {
    const painter = new FramePainter(compositor, film, () => {
      throw new Error('there are no texts here')
    })
    const loaded = new Map<Panel, ShotPicture>()
    const pictureOf = (shown: Panel) => {
      const picture = loaded.get(shown) ?? loadPainted(compositor, film, shown)
      loaded.set(shown, picture)
      return picture
    }
    for (const frame of frames) {
      painter.paint(frame, pictureOf)
      hashes[`${name} ${frame}`] = hash(compositor, painter.frame)
    }
    painter.close()
    for (const { picture, fill } of loaded.values()) {
      compositor.free(picture)
      if (fill) compositor.free(fill)
    }
  }
  return hashes
}

/** What `ShotPictures` does with a file, from a painted picture. */
function loadPainted(compositor: Compositor, { stage, look }: Storyboard, shown: Panel): ShotPicture {
  const index = Number(shown.photoId.at(-1))
  const [width, height] = SIZES[index] ?? SIZES[0]
  const picture = paintPicture(compositor, width, height, index + 1)
  const tables = gradeTables(look)
  if (tables) gradePicture(compositor, picture, tables)
  const area = panelRectangle(shown.area, stage)
  const size = { width, height }
  const fill = leavesGap(size, area, shown) ? blurredFill(compositor, picture, area.width, area.height) : null
  return { picture, size, fill }
}
