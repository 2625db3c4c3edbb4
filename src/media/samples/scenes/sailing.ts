import { downwards, type Easel, type Paint, sideways, softShape, within } from '../easel'
import { fillGround, hills, mountains, paintMist } from '../land'
import { paintBirds, paintCloud, paintSky } from '../sky'
import { paintGlints } from '../water'

const SHORE = 890

/** A white sail on a bright, breezy day. */
export function paintSailing(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, SHORE, [
    [0, '#2f86c6'],
    [0.6, '#8fcbe8'],
    [1, '#e6f2ea'],
  ])
  paintCloud(easel, {
    x: 420,
    y: 360,
    width: 860,
    light: '255 255 255',
    shade: '182 208 230',
    strength: 0.95,
  })
  paintCloud(easel, {
    x: 2030,
    y: 480,
    width: 700,
    light: '255 255 255',
    shade: '182 208 230',
    strength: 0.9,
  })
  paintCloud(easel, {
    x: 1290,
    y: 200,
    width: 420,
    light: '255 255 255',
    shade: '190 214 234',
    strength: 0.7,
  })
  const far = mountains(random, 880, 260, 1000)
  fillGround(
    easel,
    far,
    downwards(paint, 620, 890, [
      [0, '#7fa6bf'],
      [1, '#b5d0d4'],
    ]),
  )
  paintMist(easel, 760, 930, '226 240 238', 0.7)
  fillGround(
    easel,
    hills(random, 838, 55, 700),
    downwards(paint, 780, SHORE, [
      [0, '#6d9f86'],
      [1, '#4d8474'],
    ]),
  )
  fillGround(easel, hills(random, 872, 22, 380), '#3d7263')

  paint.fillStyle = downwards(paint, SHORE, height, [
    [0, '#8fd0cf'],
    [0.12, '#4fb3bd'],
    [0.5, '#1f87a3'],
    [1, '#0e5a80'],
  ])
  paint.fillRect(0, SHORE, width, height - SHORE)
  paintWaves(easel)
  paintGlints(easel, {
    x: 620,
    from: SHORE + 8,
    to: height,
    spread: [260, 620],
    count: 520,
    colour: '#fdfbe6',
    strength: 0.8,
  })
  paintBoat(paint, 1330, 1190, 1)
  within(paint, () => {
    paint.globalAlpha = 0.9
    paintBoat(paint, 480, 950, 0.17)
    paintBoat(paint, 2060, 935, 0.13)
  })
  paintBirds(easel, 820, 430, 34, 5, '#35566b')
}

function paintWaves({ paint, width, height, random }: Easel): void {
  for (let i = 0; i < 420; i++) {
    const near = random.next() ** 1.4
    const y = SHORE + 6 + (height - SHORE) * near
    const long = 24 + 240 * near * random.between(0.4, 1)
    const x = random.between(-0.05, 1.05) * width
    paint.strokeStyle = random.pick([
      'rgb(255 255 255 / 0.2)',
      'rgb(150 224 226 / 0.32)',
      'rgb(8 66 100 / 0.3)',
      'rgb(8 66 100 / 0.2)',
    ])
    paint.lineWidth = 1.5 + 8 * near
    paint.beginPath()
    paint.moveTo(x - long, y)
    paint.quadraticCurveTo(x, y - 13 * near, x + long, y + 3 * near)
    paint.stroke()
  }
}

/** A sloop under sail whose hull touches the water at x, y. */
function paintBoat(paint: Paint, x: number, y: number, scale: number): void {
  within(paint, () => {
    paint.translate(x, y)
    paint.scale(scale, scale)
    paintMirror(paint)
    paint.rotate(0.06)
    paint.fillStyle = '#6b4a32'
    paint.fillRect(-6, -980, 12, 960)
    paint.fillStyle = sideways(paint, 0, 430, [
      [0, '#d8dde4'],
      [0.25, '#ffffff'],
      [1, '#f3ead9'],
    ])
    paint.beginPath()
    paint.moveTo(10, -962)
    paint.bezierCurveTo(190, -720, 360, -380, 420, -120)
    paint.quadraticCurveTo(220, -86, 10, -104)
    paint.closePath()
    paint.fill()
    paint.strokeStyle = 'rgb(120 130 150 / 0.28)'
    paint.lineWidth = 3
    for (const drop of [0.3, 0.52, 0.74]) {
      paint.beginPath()
      paint.moveTo(12, -962 + 858 * drop)
      paint.quadraticCurveTo(150, -930 + 858 * drop, 30 + 392 * drop, -945 + 858 * drop)
      paint.stroke()
    }
    paint.fillStyle = sideways(paint, -330, 0, [
      [0, '#e2572f'],
      [0.6, '#f07a45'],
      [1, '#c94826'],
    ])
    paint.beginPath()
    paint.moveTo(-14, -900)
    paint.bezierCurveTo(-110, -640, -230, -330, -330, -70)
    paint.quadraticCurveTo(-140, -120, -40, -96)
    paint.quadraticCurveTo(10, -480, -14, -900)
    paint.fill()
    paint.fillStyle = '#caa063'
    paint.fillRect(-20, -96, 445, 13)
    paintHull(paint)
    paintCrew(paint)
    paint.fillStyle = '#e2572f'
    softShape(paint, [
      [4, -1012],
      [60, -1004],
      [110, -990],
      [64, -978],
      [4, -978],
    ])
    paint.fill()
  })
  paintWake(paint, x, y, scale)
}

function paintHull(paint: Paint): void {
  paint.fillStyle = downwards(paint, -66, 48, [
    [0, '#fbf7ee'],
    [0.5, '#e9e1d2'],
    [0.52, '#1f4e79'],
    [1, '#12324f'],
  ])
  paint.beginPath()
  paint.moveTo(-410, -70)
  paint.quadraticCurveTo(60, -38, 470, -62)
  paint.quadraticCurveTo(455, 10, 400, 42)
  paint.lineTo(-210, 48)
  paint.quadraticCurveTo(-340, 10, -410, -70)
  paint.fill()
}

function paintCrew(paint: Paint): void {
  const person = (x: number, shirt: string, hat: string): void => {
    paint.fillStyle = shirt
    softShape(paint, [
      [x - 34, -50],
      [x - 30, -128],
      [x, -142],
      [x + 30, -126],
      [x + 36, -50],
    ])
    paint.fill()
    paint.fillStyle = '#c98f6b'
    paint.beginPath()
    paint.arc(x, -158, 22, 0, 2 * Math.PI)
    paint.fill()
    paint.fillStyle = hat
    paint.beginPath()
    paint.arc(x, -163, 23, Math.PI, 0)
    paint.ellipse(x - 6, -162, 34, 7, 0, 0, Math.PI)
    paint.fill()
  }
  person(230, '#2f5f8f', '#f2e3b3')
  person(318, '#d9a33c', '#b4432c')
}

/** Sails on the water: pale, stretched and broken. */
function paintMirror(paint: Paint): void {
  for (let i = 0; i < 34; i++) {
    const down = 40 + i * 15
    const half = (410 - i * 10) * (0.55 + 0.45 * Math.abs(Math.sin(i * 1.7)))
    const middle = 20 + 30 * Math.sin(i * 0.9)
    paint.fillStyle = `rgb(250 246 236 / ${0.3 * (1 - i / 34)})`
    paint.beginPath()
    paint.ellipse(middle, down, Math.max(10, half), 5 + i * 0.1, 0, 0, 2 * Math.PI)
    paint.fill()
  }
}

function paintWake(paint: Paint, x: number, y: number, scale: number): void {
  paint.strokeStyle = 'rgb(255 255 255 / 0.75)'
  for (let i = 0; i < 16; i++) {
    paint.lineWidth = (10 - i * 0.5) * scale
    paint.beginPath()
    paint.moveTo(x + (-330 + i * 46) * scale, y + (44 + (i % 3) * 9) * scale)
    paint.quadraticCurveTo(
      x + (-290 + i * 46) * scale,
      y + (32 + (i % 2) * 12) * scale,
      x + (-240 + i * 50) * scale,
      y + (48 + (i % 4) * 8) * scale,
    )
    paint.stroke()
  }
}
