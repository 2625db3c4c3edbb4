import { downwards, type Easel, glow, type Paint, shape, sideways, softShape, within } from '../easel'
import { fillGround, hills } from '../land'
import { paintGrass } from '../plants'

/** A trail that leads through tall beeches into the morning light. */
export function paintForest(easel: Easel): void {
  const { paint, width, height } = easel
  paint.fillStyle = downwards(paint, 0, height, [
    [0, '#7fa05a'],
    [0.3, '#cfd98a'],
    [0.52, '#f8f2c0'],
    [0.62, '#e3df98'],
    [1, '#5c7338'],
  ])
  paint.fillRect(0, 0, width, height)
  glow(paint, 830, 1180, 1150, '255 246 196', 0.9)

  const rows = [
    {
      count: 26,
      thick: 20,
      foot: 1380,
      colour: '#b9c98a',
      leaves: ['#b9cf84', '#cddf9a', '#dfeaae'],
      haze: 0.5,
    },
    {
      count: 17,
      thick: 36,
      foot: 1450,
      colour: '#93a768',
      leaves: ['#93b55e', '#abc872', '#c8dc8c'],
      haze: 0.42,
    },
    {
      count: 11,
      thick: 60,
      foot: 1570,
      colour: '#64793f',
      leaves: ['#64913f', '#7fab4c', '#a9cb66'],
      haze: 0.3,
    },
    {
      count: 6,
      thick: 110,
      foot: 1760,
      colour: '#3d4a28',
      leaves: ['#2f5426', '#4a7a31', '#76a744'],
      haze: 0.12,
    },
  ]
  rows.forEach((row, depth) => {
    fillGround(easel, hills(easel.random, row.foot, 40, 700), row.colour)
    for (let i = 0; i < row.count; i++) paintTrunk(easel, row, (i + 0.5) / row.count, depth)
    paintLeaves(easel, row.leaves, depth)
    paint.fillStyle = downwards(paint, 700, row.foot + 120, [
      [0, 'rgb(255 250 205 / 0)'],
      [0.6, `rgb(255 250 205 / ${row.haze})`],
      [1, 'rgb(255 250 205 / 0)'],
    ])
    paint.fillRect(0, 700, width, row.foot - 580)
  })
  paintGrass(easel, {
    from: 1860,
    to: height + 90,
    count: 900,
    tall: 210,
    colours: ['#3c5424', '#4f6b2b', '#6d8a36'],
  })
  paintTrail(easel)
  paintRays(easel)
  for (let i = 0; i < 26; i++) paintFern(easel, i)
}

function paintTrunk(
  { paint, width, height, random }: Easel,
  row: { thick: number; foot: number; colour: string },
  at: number,
  depth: number,
): void {
  let x = (at + random.swing() * 0.03) * width
  // The near ones leave the middle free for the trail and the light.
  if (depth >= 2 && Math.abs(x - 820) < 130 + depth * 95) x += x < 820 ? -150 - depth * 45 : 150 + depth * 45
  const half = (row.thick / 2) * random.between(0.7, 1.25)
  const lean = random.swing() * 40
  const foot = row.foot + random.between(0, 40)
  paint.fillStyle =
    depth < 2 ? row.colour : sideways(paint, x - half * 1.3, x + half * 1.3, bark(depth, x < 820))
  shape(paint, [
    [x - half * 1.7, foot + 20],
    [x - half * 1.05, foot - 120],
    [x - half * 0.8 + lean, -10],
    [x + half * 0.8 + lean, -10],
    [x + half * 1.05, foot - 120],
    [x + half * 1.7, foot + 20],
  ])
  paint.fill()
  if (depth < 2) return
  paint.strokeStyle = 'rgb(24 30 14 / 0.16)'
  for (let i = 0; i < 46; i++) {
    const y = random.between(0, height * 0.7)
    const from = x + random.swing() * half * 0.75
    paint.lineWidth = random.between(1.5, 5)
    paint.beginPath()
    paint.moveTo(from + lean * (1 - y / foot), y)
    paint.lineTo(from + lean * (1 - y / foot) + random.swing() * 10, y + random.between(20, 110))
    paint.stroke()
  }
}

/** Trunks are lit on the side that looks at the light in the middle. */
function bark(depth: number, leftOfLight: boolean): [number, string][] {
  const [dark, lit] = depth === 2 ? ['#4f6233', '#a9b266'] : ['#262f19', '#7d8743']
  return leftOfLight
    ? [
        [0, dark],
        [0.6, dark],
        [1, lit],
      ]
    : [
        [0, lit],
        [0.4, dark],
        [1, dark],
      ]
}

/** Three tones of leaves, the lightest last, hanging lower towards the sides. */
function paintLeaves({ paint, width, random }: Easel, colours: readonly string[], depth: number): void {
  const size = 7 + depth * 5
  for (const colour of colours) {
    paint.fillStyle = colour
    paint.beginPath()
    for (let i = 0; i < 900 - depth * 130; i++) {
      const x = random.between(-20, width + 20)
      const side = Math.abs(x / width - 0.52) * 2
      const reach =
        190 + side ** 1.6 * (560 + depth * 130) + 90 * Math.sin(x / 150 + depth * 2) + 60 * Math.sin(x / 47)
      const y = reach * random.next() ** (depth < 3 ? 0.8 : 1.15) - 40
      const long = size * random.between(0.5, 1.3)
      traceLeaf(paint, x, y, long * 1.2, random.between(0, 6.2))
      // One path with a thousand leaves is much slower to fill than twenty with fifty.
      if (i % 50 < 49) continue
      paint.fill()
      paint.beginPath()
    }
    paint.fill()
  }
}

function traceLeaf(paint: Paint, x: number, y: number, long: number, angle: number): void {
  const [dx, dy] = [Math.cos(angle) * long, Math.sin(angle) * long]
  paint.moveTo(x - dx, y - dy)
  paint.quadraticCurveTo(x - dy, y + dx, x + dx, y + dy)
  paint.quadraticCurveTo(x + dy, y - dx, x - dx, y - dy)
}

function paintTrail({ paint, width, height, random }: Easel): void {
  paint.fillStyle = downwards(paint, 1350, height, [
    [0, '#efe2a6'],
    [0.25, '#cdb277'],
    [1, '#7a5f3a'],
  ])
  paint.beginPath()
  paint.moveTo(818, 1400)
  paint.bezierCurveTo(700, 1500, 1010, 1640, 830, 1840)
  paint.bezierCurveTo(690, 2010, 420, 2160, 330, height + 10)
  paint.lineTo(width - 330, height + 10)
  paint.bezierCurveTo(1290, 2200, 1180, 2040, 1170, 1840)
  paint.bezierCurveTo(1160, 1660, 860, 1520, 856, 1400)
  paint.closePath()
  paint.fill()
  within(paint, () => {
    paint.clip()
    for (let i = 0; i < 150; i++) {
      const y = random.between(1420, height)
      const near = (y - 1400) / (height - 1400)
      const x = 860 + random.swing() * (60 + 620 * near)
      paint.fillStyle = random.pick([
        'rgb(255 236 170 / 0.34)',
        'rgb(255 240 190 / 0.28)',
        'rgb(70 48 26 / 0.22)',
      ])
      paint.beginPath()
      paint.ellipse(
        x,
        y,
        (16 + 90 * near) * random.between(0.4, 1.2),
        (4 + 22 * near) * random.between(0.5, 1.2),
        0,
        0,
        2 * Math.PI,
      )
      paint.fill()
    }
  })
}

function paintRays({ paint, random }: Easel): void {
  within(paint, () => {
    paint.globalCompositeOperation = 'screen'
    // Many faint shafts side by side have no edges.
    for (let i = 0; i < 110; i++) {
      const bundle = 300 + Math.floor(i / 16) * 210
      const x = bundle + random.swing() * 80
      const wide = random.between(20, 90)
      paint.fillStyle = downwards(paint, 120, 1720, [
        [0, 'rgb(255 244 180 / 0)'],
        [0.3, 'rgb(255 244 180 / 0.035)'],
        [1, 'rgb(255 244 180 / 0)'],
      ])
      shape(paint, [
        [x, 120],
        [x + wide * 0.5, 120],
        [x - 360 + wide * 1.7, 1720],
        [x - 360, 1720],
      ])
      paint.fill()
    }
  })
}

function paintFern({ paint, width, height, random }: Easel, index: number): void {
  const left = index % 2 === 0
  const x = left ? random.between(-60, 360) : random.between(width - 400, width + 60)
  const y = random.between(height - 330, height + 40)
  const long = random.between(190, 340)
  const angle = -Math.PI / 2 + (left ? 1 : -1) * random.between(-0.4, 1)
  paint.fillStyle = random.pick(['#41612a', '#567d31', '#2f4a22', '#6f9a3c'])
  within(paint, () => {
    paint.translate(x, y)
    paint.rotate(angle)
    for (let i = 0; i < 15; i++) {
      const along = (i / 15) * long
      const leaf = long * 0.3 * Math.sin(((i + 1.5) / 16.5) * Math.PI) ** 0.8
      const droop = (i / 15) ** 2 * long * 0.22 * (left ? 1 : -1)
      for (const side of [-1, 1]) {
        softShape(paint, [
          [along, droop],
          [along + leaf * 0.3, droop + side * leaf * 0.55],
          [along + leaf * 0.75, droop + side * leaf],
          [along + leaf * 0.55, droop + side * leaf * 0.4],
        ])
        paint.fill()
      }
    }
  })
}
