import { downwards, type Easel, glow, type Paint, shape } from '../easel'
import { fillGround, hills, mountains, paintMist } from '../land'
import { paintCrown, paintGrass } from '../plants'
import { paintCloud, paintSky } from '../sky'
import { paintCar } from '../things/car'

/** The small car drives home through golden hills, everything on its roof. */
export function paintRoad(easel: Easel): void {
  const { paint, height, random } = easel
  paintSky(easel, 760, [
    [0, '#5aa3cf'],
    [0.6, '#b5d9e2'],
    [1, '#fbeccb'],
  ])
  paintCloud(easel, {
    x: 1850,
    y: 330,
    width: 780,
    light: '255 252 244',
    shade: '206 212 220',
    strength: 0.9,
  })
  paintCloud(easel, { x: 700, y: 240, width: 560, light: '255 252 244', shade: '206 212 220', strength: 0.8 })
  const far = mountains(random, 740, 250, 900)
  fillGround(
    easel,
    far,
    downwards(paint, 500, 760, [
      [0, '#8aa3b8'],
      [1, '#c3cfcd'],
    ]),
  )
  paintMist(easel, 620, 800, '250 240 214', 0.7)
  fillGround(
    easel,
    hills(random, 760, 60, 760),
    downwards(paint, 700, 900, [
      [0, '#b9bf84'],
      [1, '#d9cf8a'],
    ]),
  )
  paintTrees(easel, 780, 14, 26)
  const second = hills(random, 850, 70, 900)
  fillGround(
    easel,
    second,
    downwards(paint, 780, 1050, [
      [0, '#cdbf6c'],
      [1, '#a7ad55'],
    ]),
  )
  paintTrees(easel, 880, 9, 46)
  fillGround(
    easel,
    (x) => 985 + 40 * Math.sin(x / 520 + 0.8) + 10 * Math.sin(x / 110),
    downwards(paint, 940, height, [
      [0, '#e2cf76'],
      [0.35, '#bcae50'],
      [1, '#6f7a34'],
    ]),
  )
  paintFurrows(easel)
  paintGrass(easel, {
    from: 1010,
    to: height + 30,
    count: 1900,
    tall: 76,
    colours: ['#d8c668', '#a9a548', '#868f3c', '#eedd8c'],
    lean: 0.22,
  })
  paintStreet(easel)
  paintFence(paint)
  paintCar(paint, 1118, 1218, 1)
  paintTallTree(easel)
  paintGrass(easel, {
    from: 1480,
    to: height + 80,
    count: 300,
    tall: 170,
    colours: ['#7b8638', '#a39c44', '#5c6e2e'],
    lean: 0.22,
  })
  glow(paint, 2260, 160, 1500, '255 240 190', 0.5)
}

function paintTrees(easel: Easel, y: number, count: number, radius: number): void {
  for (let i = 0; i < count; i++) {
    const x = easel.random.between(0, easel.width)
    paintCrown(easel, {
      x,
      y: y + easel.random.between(-24, 24),
      radius: radius * easel.random.between(0.7, 1.3),
      tones: ['#5d7a44', '#7c9950', '#a5b765'],
      leaf: radius * 0.17,
    })
  }
}

function paintFurrows({ paint, width }: Easel): void {
  paint.strokeStyle = 'rgb(120 100 40 / 0.16)'
  for (let i = 0; i < 26; i++) {
    paint.lineWidth = 7
    paint.beginPath()
    paint.moveTo(1560 + i * 22, 1016)
    paint.quadraticCurveTo(1700 + i * 60, 1160, 1900 + i * 130, 1500)
    paint.stroke()
    if (i * 40 > width) break
  }
}

/** Half the road's width and its middle, from the horizon (t 0) to the lower edge (t 1). */
function roadAt(t: number): { x: number; y: number; half: number } {
  return {
    x: 1330 - 330 * Math.sin(t * 3.3) * (1 - t * 0.45) - 240 * t ** 1.6 + 130 * t ** 3,
    y: 985 + 640 * t ** 1.45,
    half: 10 + 470 * t ** 1.55,
  }
}

function paintStreet({ paint }: Easel): void {
  const band = (inner: number, outer: number, fill: string | CanvasGradient, from = 0, to = 1): void => {
    const left: [number, number][] = []
    const right: [number, number][] = []
    for (let i = 0; i <= 30; i++) {
      const { x, y, half } = roadAt(from + ((to - from) * i) / 30)
      left.push([x + half * inner, y])
      right.unshift([x + half * outer, y])
    }
    paint.fillStyle = fill
    shape(paint, [...left, ...right])
    paint.fill()
  }
  band(-1.22, 1.22, 'rgb(216 192 120 / 0.9)')
  band(
    -1,
    1,
    downwards(paint, 985, 1600, [
      [0, '#b6b0a4'],
      [0.4, '#8d8a86'],
      [1, '#5f6068'],
    ]),
  )
  band(-0.94, -0.9, 'rgb(250 246 232 / 0.9)')
  band(0.9, 0.94, 'rgb(250 246 232 / 0.9)')
  for (let t = 0.06; t < 1; t += 0.075) band(-0.022, 0.022, 'rgb(250 246 232 / 0.9)', t, t + 0.036)
}

function paintFence(paint: Paint): void {
  const posts = Array.from({ length: 13 }, (_, i) => {
    const { x, y, half } = roadAt(0.12 + i * 0.068)
    return { x: x + half * 1.5 + 12, y: y - half * 0.05, tall: 16 + half * 0.42 }
  })
  paint.strokeStyle = '#8d6a45'
  posts.forEach((post, i) => {
    const next = posts[i + 1]
    paint.lineWidth = Math.max(2, post.tall * 0.11)
    paint.beginPath()
    paint.moveTo(post.x, post.y)
    paint.lineTo(post.x, post.y - post.tall)
    paint.stroke()
    if (!next) return
    for (const high of [0.85, 0.45]) {
      paint.lineWidth = Math.max(1.5, post.tall * 0.07)
      paint.beginPath()
      paint.moveTo(post.x, post.y - post.tall * high)
      paint.lineTo(next.x, next.y - next.tall * high)
      paint.stroke()
    }
  })
}

function paintTallTree(easel: Easel): void {
  const { paint } = easel
  paint.fillStyle = downwards(paint, 700, 1420, [
    [0, '#4a3826'],
    [1, '#6d5236'],
  ])
  shape(paint, [
    [330, 600],
    [392, 600],
    [404, 1240],
    [450, 1400],
    [270, 1400],
    [318, 1240],
  ])
  paint.fill()
  paint.fillStyle = 'rgb(70 60 20 / 0.32)'
  paint.beginPath()
  paint.ellipse(250, 1405, 360, 42, 0, 0, 2 * Math.PI)
  paint.fill()
  const tones = ['#4d6b31', '#758d3d', '#b3b455'] as const
  for (const [x, y, radius] of [
    [240, 640, 230],
    [500, 600, 220],
    [370, 400, 250],
    [140, 480, 170],
    [590, 440, 150],
  ] as const) {
    paintCrown(easel, { x, y, radius, tones, leaf: 14 })
  }
}
