import { downwards, type Easel, glow, type Paint, shape, softShape, within } from '../easel'
import { fillGround, hills } from '../land'
import { paintGrass } from '../plants'
import { paintBirds, paintCloud, paintSky } from '../sky'

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

/** Feet at x, y; about 520 pixels tall. */
function paintChild(paint: Paint, x: number, y: number): void {
  within(paint, () => {
    paint.translate(x, y)
    // Legs and shoes
    for (const [from, to, foot] of [
      [-34, -62, -80],
      [34, 52, 70],
    ] as const) {
      paint.strokeStyle = '#dba27b'
      paint.lineWidth = 42
      paint.beginPath()
      paint.moveTo(from, -190)
      paint.quadraticCurveTo(from * 1.4, -110, to, -22)
      paint.stroke()
      paint.strokeStyle = '#f5f1e8'
      paint.lineWidth = 40
      paint.beginPath()
      paint.moveTo(to, -34)
      paint.lineTo(to, -24)
      paint.stroke()
      paint.fillStyle = '#b8412f'
      paint.beginPath()
      paint.ellipse(foot, -6, 42, 23, 0, 0, 2 * Math.PI)
      paint.fill()
    }
    // Shorts
    paint.fillStyle = '#2d5d84'
    softShape(paint, [
      [-76, -290],
      [78, -290],
      [92, -205],
      [86, -152],
      [18, -158],
      [0, -195],
      [-20, -156],
      [-92, -150],
      [-88, -215],
    ])
    paint.fill()
    // The far arm holds the string, the near one helps
    paint.strokeStyle = '#dba27b'
    paint.lineWidth = 34
    paint.beginPath()
    paint.moveTo(58, -395)
    paint.quadraticCurveTo(118, -350, 120, -398)
    paint.stroke()
    // Shirt with a stripe of light
    paint.fillStyle = '#f0b93a'
    softShape(paint, [
      [-62, -436],
      [0, -452],
      [62, -436],
      [92, -390],
      [84, -270],
      [0, -258],
      [-84, -270],
      [-92, -385],
    ])
    paint.fill()
    paint.fillStyle = 'rgb(255 236 170 / 0.28)'
    softShape(paint, [
      [-66, -430],
      [-40, -436],
      [-58, -350],
      [-62, -272],
      [-84, -275],
      [-88, -380],
    ])
    paint.fill()
    paint.strokeStyle = '#f0b93a'
    paint.lineWidth = 46
    paint.beginPath()
    paint.moveTo(66, -408)
    paint.lineTo(98, -376)
    paint.stroke()
    paint.strokeStyle = '#f0b93a'
    paint.beginPath()
    paint.moveTo(-64, -408)
    paint.quadraticCurveTo(-112, -360, -104, -322)
    paint.stroke()
    paint.strokeStyle = '#dba27b'
    paint.lineWidth = 32
    paint.beginPath()
    paint.moveTo(-104, -312)
    paint.quadraticCurveTo(-96, -262, -64, -250)
    paint.stroke()
    // Neck, hair and straw hat
    paint.fillStyle = '#c98f6b'
    paint.fillRect(-20, -480, 40, 40)
    paint.fillStyle = '#6d3f22'
    softShape(paint, [
      [-62, -560],
      [0, -600],
      [62, -560],
      [66, -500],
      [40, -468],
      [0, -462],
      [-40, -468],
      [-66, -500],
    ])
    paint.fill()
    paint.fillStyle = downwards(paint, -660, -530, [
      [0, '#f7e2a4'],
      [1, '#d3a957'],
    ])
    paint.beginPath()
    paint.ellipse(0, -548, 122, 30, -0.05, 0, 2 * Math.PI)
    paint.fill()
    softShape(paint, [
      [-64, -545],
      [-60, -620],
      [-30, -652],
      [30, -652],
      [60, -620],
      [64, -545],
      [0, -534],
    ])
    paint.fill()
    paint.strokeStyle = '#b8412f'
    paint.lineWidth = 17
    paint.beginPath()
    paint.moveTo(-61, -566)
    paint.quadraticCurveTo(0, -550, 61, -566)
    paint.stroke()
  })
}
