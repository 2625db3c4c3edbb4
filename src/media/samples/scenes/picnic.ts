import { downwards, type Easel, glow, shape, within } from '../easel'
import { fillGround, hills, paintMist } from '../land'
import { paintCrown, paintGrass } from '../plants'
import { paintCloud, paintSky } from '../sky'
import { paintGlints } from '../water'
import { paintBasket, paintFood } from '../things/picnicThings'

/** A checked blanket in the shade, the lake behind it. */
export function paintPicnic(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, 620, [
    [0, '#6fb2dd'],
    [1, '#f3efdb'],
  ])
  paintCloud(easel, {
    x: 1500,
    y: 300,
    width: 680,
    light: '255 255 255',
    shade: '190 210 226',
    strength: 0.9,
  })
  fillGround(
    easel,
    hills(random, 500, 70, 800),
    downwards(paint, 420, 640, [
      [0, '#86a9b0'],
      [1, '#b6cdc2'],
    ]),
  )
  paintMist(easel, 480, 660, '240 244 230', 0.6)
  fillGround(easel, hills(random, 585, 40, 560), '#6c9a77')
  paint.fillStyle = downwards(paint, 640, 830, [
    [0, '#a7dadb'],
    [1, '#4fa6b8'],
  ])
  paint.fillRect(0, 640, width, 200)
  paintGlints(easel, {
    x: 1250,
    from: 650,
    to: 820,
    spread: [500, 600],
    count: 260,
    colour: '#ffffff',
    strength: 0.75,
  })
  fillGround(
    easel,
    (x) => 815 + 22 * Math.sin(x / 340) + 12 * Math.sin(x / 90),
    downwards(paint, 800, height, [
      [0, '#a8c65c'],
      [0.35, '#7fae47'],
      [1, '#3f7431'],
    ]),
  )
  paintGrass(easel, {
    from: 830,
    to: height,
    count: 2600,
    tall: 62,
    colours: ['#8fbd4f', '#6a9f3e', '#b3cf66', '#4d8236'],
  })
  paintShade(easel)
  paintBlanket(easel)
  paintBasket(paint)
  paintFood(paint)
  paintTree(easel)
  paintGrass(easel, {
    from: 1500,
    to: height + 70,
    count: 420,
    tall: 150,
    colours: ['#3c6c2c', '#5a9139', '#7fb04a'],
  })
  glow(paint, 1900, 120, 1300, '255 240 190', 0.4)
}

function paintShade({ paint, random }: Easel): void {
  paint.fillStyle = 'rgb(24 58 36 / 0.4)'
  paint.beginPath()
  for (let i = 0; i < 900; i++) {
    const [x, y] = [620 + random.swing() * 800, 1180 + random.swing() * 200]
    const wide = random.between(14, 56)
    paint.moveTo(x + wide, y)
    paint.ellipse(x, y, wide, wide * 0.3, 0, 0, 2 * Math.PI)
  }
  paint.fill()
}

/** Where on the canvas a point of the blanket lies; `u` and `v` go from 0 to 1 along its edges. */
function onBlanket(u: number, v: number): [number, number] {
  const far = [760 + 980 * u, 1030 + 16 * Math.sin(u * 5)] as const
  const near = [520 + 1540 * u, 1455 + 26 * Math.sin(u * 4 + 1)] as const
  const t = v ** 1.15
  return [far[0] + (near[0] - far[0]) * t, far[1] + (near[1] - far[1]) * t]
}

function paintBlanket({ paint, random }: Easel): void {
  const columns = 16
  const rows = 10
  paint.fillStyle = 'rgb(20 50 30 / 0.4)'
  shape(paint, [
    [500, 1475],
    [755, 1040],
    [1760, 1045],
    [2090, 1482],
  ])
  paint.fill()
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const crossing = (row % 2) + (column % 2)
      paint.fillStyle = ['#f7efe0', '#df7a63', '#c4402f'][crossing] ?? '#f7efe0'
      shape(paint, [
        onBlanket(column / columns, row / rows),
        onBlanket((column + 1.02) / columns, row / rows),
        onBlanket((column + 1.02) / columns, (row + 1.04) / rows),
        onBlanket(column / columns, (row + 1.04) / rows),
      ])
      paint.fill()
    }
  }
  within(paint, () => {
    shape(paint, [onBlanket(0, 0), onBlanket(1, 0), onBlanket(1, 1), onBlanket(0, 1)])
    paint.clip()
    for (let i = 0; i < 70; i++) {
      const [x, y] = onBlanket(random.next(), random.next())
      paint.fillStyle = random.pick([
        'rgb(255 246 214 / 0.2)',
        'rgb(60 30 50 / 0.12)',
        'rgb(60 30 50 / 0.16)',
      ])
      paint.beginPath()
      paint.ellipse(x, y, random.between(40, 150), random.between(14, 40), 0.1, 0, 2 * Math.PI)
      paint.fill()
    }
  })
}

function paintTree(easel: Easel): void {
  const { paint } = easel
  paint.fillStyle = downwards(paint, 0, 1180, [
    [0, '#3a2a1c'],
    [1, '#5d442b'],
  ])
  paint.beginPath()
  paint.moveTo(60, 1240)
  paint.quadraticCurveTo(190, 1130, 190, 820)
  paint.quadraticCurveTo(196, 420, 100, -20)
  paint.lineTo(420, -20)
  paint.quadraticCurveTo(330, 420, 340, 820)
  paint.quadraticCurveTo(350, 1120, 470, 1230)
  paint.quadraticCurveTo(260, 1180, 60, 1240)
  paint.fill()
  const tones = ['#28562c', '#43803a', '#7fb04c'] as const
  for (const [x, y, radius] of [
    [120, 120, 330],
    [520, 60, 300],
    [860, -30, 250],
    [-40, 420, 200],
    [640, 230, 150],
  ] as const) {
    paintCrown(easel, { x, y, radius, tones, leaf: 15 })
  }
}
