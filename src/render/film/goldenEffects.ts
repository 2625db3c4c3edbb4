import {
  PLAIN_LOOK,
  WHOLE_STAGE,
  type Look,
  type Panel,
  type Storyboard,
  type Transition,
} from '@/domain/storyboard'
import { TRANSITION_KINDS } from '@/domain/transitionKinds'
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
  'cut 22': '2863dd8cda8105f5',
  'cut 27': '138f2ff6d5934ef3',
  'dissolve 22': 'f4d143acebbd90b9',
  'dissolve 27': '935b1dae5cc404b3',
  'slide 22': '7f987d6ae377a83b',
  'slide 27': 'c81f5503e93dae28',
  'push 22': 'c4def26ed8bb5193',
  'push 27': '6f32704250fec37b',
  'zoom 22': '44e44fd70a7e1910',
  'zoom 27': 'cea6b5f6ba47997b',
  'wipe 22': 'cfe1fa95510ce2c2',
  'wipe 27': '696d0811872ef126',
  'black 22': 'b69e489b660321ec',
  'black 27': '6c92d30c853376ad',
  'film_edge 22': '6ec1352adbdfc2c3',
  'film_edge 27': '68f656d6f25b2d6f',
  'leak 22': '82e81f81d38f86f2',
  'leak 27': 'be53f174884b0a45',
  'dissolve to a pair 24': '69d3091a1dabfa7f',
  'dissolve to a pair 40': 'd0dd5c3f0f5f169c',
  'slide to a pair 24': 'e823e5a404258569',
  'slide to a pair 40': 'd0dd5c3f0f5f169c',
  'wipe to a pair 24': '0b43c53b7716fa84',
  'wipe to a pair 40': 'd0dd5c3f0f5f169c',
  'grade 7': '5233bfdf58d25b08',
  'grade 24': 'b0044c62a9e18067',
  'vignette 7': 'd011defb7311c70c',
  'vignette 24': '40b7a463a35050bc',
  'grain 7': 'a925b74f12f734e4',
  'grain 24': 'b19bf0e17649dce6',
  'jitter 7': 'c258b91fd0540330',
  'jitter 24': '49094c33708cea58',
  'flicker 7': 'f42c16339b3df930',
  'flicker 24': 'f944d019a0215332',
  'light leak 10': '37e4074dcd0f668e',
  'light leak 45': '7814ca139e72992c',
  'bars 10': '5e84f6b8dc5b3499',
  'bars 25': '158f355c61d7d679',
  'everything between pillars 10': 'e22d3732429105c7',
  'everything between pillars 25': 'f7608340ccb3f7bd',
  'everything between pillars 40': '6c0652e2533931d3',
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
