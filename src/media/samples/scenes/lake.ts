import { downwards, type Easel, glow, shape } from '../easel'
import { fillGround, hills, mountains, paintFaces, paintMist } from '../land'
import { Random } from '../random'
import { paintReeds, paintSpruces } from '../plants'
import { paintCloud, paintSky } from '../sky'
import { paintReflection } from '../water'

const SHORE = 960
/** Chosen for its peaks. */
const FAR_SEED = 1

/** Snowy peaks mirrored in a still lake, a jetty in front. */
export function paintLake(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, SHORE, [
    [0, '#4d8fc9'],
    [0.55, '#9fcbe6'],
    [1, '#f3ead6'],
  ])
  glow(paint, 260, 230, 1200, '255 244 214', 0.55)
  paintCloud(easel, { x: 620, y: 300, width: 620, light: '255 255 255', shade: '176 198 222', strength: 0.9 })
  paintCloud(easel, {
    x: 1800,
    y: 240,
    width: 820,
    light: '255 253 248',
    shade: '170 194 220',
    strength: 0.92,
  })
  paintCloud(easel, {
    x: 1240,
    y: 450,
    width: 380,
    light: '255 255 255',
    shade: '188 208 228',
    strength: 0.75,
  })

  const far = mountains(new Random(FAR_SEED), 900, 560, 900)
  fillGround(
    easel,
    far,
    downwards(paint, 350, 920, [
      [0, '#7f97b8'],
      [1, '#a9bfd2'],
    ]),
  )
  paintFaces(easel, far, { colour: '#e8eef4', reach: 330, towards: -1, seed: 5 })
  paintMist(easel, 720, 960, '226 236 240', 0.75)
  const middle = mountains(random, 930, 330, 640)
  fillGround(
    easel,
    middle,
    downwards(paint, 600, 950, [
      [0, '#5f7f96'],
      [1, '#8fabb0'],
    ]),
  )
  paintFaces(easel, middle, { colour: '#93adb8', reach: 170, towards: -1, seed: 9 })
  paintMist(easel, 800, 980, '214 230 226', 0.7)
  const wood = hills(random, 905, 50, 620)
  const woodFill = downwards(paint, 780, SHORE, [
    [0, '#3f6a5c'],
    [1, '#274b45'],
  ])
  paintSpruces(easel, wood, { from: -10, to: width, gap: 15, tall: 92, fill: woodFill })
  fillGround(easel, wood, woodFill)
  paintSpruces(easel, () => 962, { from: -20, to: 640, gap: 26, tall: 190, fill: '#1d3d39' })
  paintSpruces(easel, () => 962, { from: 1960, to: width + 20, gap: 24, tall: 220, fill: '#1d3d39' })
  paint.fillStyle = '#8d9478'
  paint.fillRect(0, SHORE - 4, width, 4)

  paintReflection(easel, SHORE, {
    waver: 6,
    squeeze: 1,
    tint: [
      [0, 'rgb(214 232 232 / 0.3)'],
      [0.12, 'rgb(60 120 140 / 0.16)'],
      [1, 'rgb(14 60 84 / 0.72)'],
    ],
  })
  paintMist(easel, SHORE - 30, SHORE + 60, '244 246 240', 0.3)
  paintJetty(easel)
  paintReeds(easel, {
    from: -20,
    to: 560,
    y: height - 30,
    tall: 360,
    count: 62,
    stem: '#3d5a2c',
    head: '#5b3a20',
  })
  paintReeds(easel, {
    from: 40,
    to: 420,
    y: height + 20,
    tall: 300,
    count: 36,
    stem: '#5f7d3a',
    head: '#6b4728',
  })
}

function paintJetty({ paint, width, height, random }: Easel): void {
  // The planks narrow towards a point on the far shore.
  const farLeft = 1500
  const farRight = 1600
  const farY = 1165
  const edge = (t: number): [number, number, number] => [
    farLeft + (1560 - farLeft) * t ** 1.5,
    farRight + (width + 330 - farRight) * t ** 1.5,
    farY + (height + 20 - farY) * t ** 1.5,
  ]
  for (let i = 0; i <= 4; i++) {
    const [left, right, y] = edge(0.12 + i * 0.22)
    for (const x of [left, right]) {
      const thick = 8 + (right - left) * 0.035
      paint.fillStyle = '#3b2a20'
      paint.fillRect(x - thick / 2, y - thick * 2.2, thick, thick * 5)
      paint.fillStyle = 'rgb(20 30 36 / 0.3)'
      paint.fillRect(x - thick / 2, y + thick * 2.8, thick, thick * 3)
    }
  }
  const planks = 30
  for (let i = 0; i < planks; i++) {
    const [leftA, rightA, yA] = edge(i / planks)
    const [leftB, rightB, yB] = edge((i + 0.9) / planks)
    const tone = random.between(0.85, 1.12)
    paint.fillStyle = `rgb(${168 * tone} ${128 * tone} ${92 * tone})`
    shape(paint, [
      [leftA, yA],
      [rightA, yA],
      [rightB, yB],
      [leftB, yB],
    ])
    paint.fill()
    paint.strokeStyle = 'rgb(255 232 196 / 0.25)'
    paint.lineWidth = 1 + (yB - yA) * 0.06
    paint.beginPath()
    paint.moveTo(leftA, yA)
    paint.lineTo(rightA, yA)
    paint.stroke()
  }
}
