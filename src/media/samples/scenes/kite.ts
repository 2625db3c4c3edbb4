import { downwards, type Easel, glow, type Paint, shape, within } from '../easel'
import { fillGround, hills } from '../land'
import { paintGrass } from '../plants'
import { paintBirds, paintCloud, paintSky } from '../sky'
import { paintChild } from '../things/child'

/** A child on a hill, seen from behind, with a kite high up in the afternoon wind. */
export function paintKite(easel: Easel): void {
  const { paint, height, random } = easel
  paintSky(easel, 1900, [
    [0, '#2f8fb5'],
    [0.45, '#8fccd2'],
    [0.8, '#f6e6c2'],
    [1, '#fbd9a5'],
  ])
  glow(paint, 200, 1500, 1300, '255 236 190', 0.6)
  paintCloud(easel, {
    x: 380,
    y: 620,
    width: 760,
    light: '255 250 240',
    shade: '206 206 206',
    strength: 0.85,
  })
  paintCloud(easel, {
    x: 1420,
    y: 1000,
    width: 820,
    light: '255 248 232',
    shade: '214 200 190',
    strength: 0.85,
  })
  paintCloud(easel, {
    x: 420,
    y: 1280,
    width: 560,
    light: '255 246 226',
    shade: '222 202 184',
    strength: 0.8,
  })
  fillGround(
    easel,
    hills(random, 1700, 70, 700),
    downwards(paint, 1600, 1950, [
      [0, '#9fb9a8'],
      [1, '#d9d9ae'],
    ]),
  )
  fillGround(
    easel,
    hills(random, 1800, 60, 620),
    downwards(paint, 1720, 2000, [
      [0, '#86ab74'],
      [1, '#bdc97c'],
    ]),
  )
  const brow = (x: number): number =>
    2060 - 170 * Math.exp(-(((x - 620) / 620) ** 2)) + 14 * Math.sin(x / 120)
  fillGround(
    easel,
    brow,
    downwards(paint, 1880, height, [
      [0, '#c3cd68'],
      [0.35, '#86a844'],
      [1, '#3f6b2d'],
    ]),
  )
  paintGrass(easel, {
    from: 1990,
    to: height + 60,
    count: 2300,
    tall: 130,
    colours: ['#a9bd55', '#7fa143', '#5f8a38', '#d2d27a'],
    lean: 0.34,
  })

  const hand = [742, 1508] as const
  const kite = [1180, 470] as const
  paint.strokeStyle = 'rgb(255 255 255 / 0.85)'
  paint.lineWidth = 3
  paint.beginPath()
  paint.moveTo(...hand)
  paint.quadraticCurveTo(1060, 1230, kite[0] - 8, kite[1] + 26)
  paint.stroke()
  paintToy(paint, ...kite)
  paintChild(paint, 620, 1910)
  paintGrass(
    { ...easel, width: 1240 },
    { from: 1905, to: 2070, count: 420, tall: 70, colours: ['#a9bd55', '#8aa848', '#6d943c'], lean: 0.34 },
  )
  paintBirds(easel, 520, 330, 26, 4, '#2d5a6c')
}

function paintToy(paint: Paint, x: number, y: number): void {
  within(paint, () => {
    paint.translate(x, y)
    paint.rotate(0.42)
    const panes = [
      {
        colour: '#e4572e',
        points: [
          [0, -250],
          [-165, -40],
          [0, -40],
        ],
      },
      {
        colour: '#f2a33a',
        points: [
          [0, -250],
          [165, -40],
          [0, -40],
        ],
      },
      {
        colour: '#f7d560',
        points: [
          [-165, -40],
          [0, 240],
          [0, -40],
        ],
      },
      {
        colour: '#d63f45',
        points: [
          [165, -40],
          [0, 240],
          [0, -40],
        ],
      },
    ] as const
    for (const { colour, points } of panes) {
      paint.fillStyle = colour
      shape(paint, points)
      paint.fill()
    }
    paint.strokeStyle = 'rgb(90 40 20 / 0.55)'
    paint.lineWidth = 5
    paint.beginPath()
    paint.moveTo(0, -250)
    paint.lineTo(0, 240)
    paint.moveTo(-165, -40)
    paint.lineTo(165, -40)
    paint.stroke()
    const tail = (t: number): [number, number] => [70 * Math.sin(t * 7) * (0.3 + t) - 120 * t, 240 + 560 * t]
    paint.strokeStyle = '#f4efe4'
    paint.lineWidth = 5
    paint.beginPath()
    for (let t = 0; t <= 1; t += 0.04) paint.lineTo(...tail(t))
    paint.stroke()
    for (let i = 1; i <= 6; i++) {
      const [bowX, bowY] = tail(i / 6)
      paint.fillStyle = ['#e4572e', '#2f7fae', '#f2a33a'][i % 3] ?? '#e4572e'
      for (const side of [-1, 1]) {
        shape(paint, [
          [bowX, bowY],
          [bowX + side * 46, bowY - 24],
          [bowX + side * 42, bowY + 26],
        ])
        paint.fill()
      }
    }
  })
}
