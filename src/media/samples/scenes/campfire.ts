import { downwards, type Easel, glow, type Paint, softShape, within } from '../easel'
import { fillGround, hills } from '../land'
import { paintSpruces } from '../plants'
import { paintSky, paintStars } from '../sky'

const FIRE = [800, 1840] as const

/** Two friends by the fire, sparks among the stars. */
export function paintCampfire(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, 1700, [
    [0, '#070b24'],
    [0.5, '#131a40'],
    [0.85, '#2c2a52'],
    [1, '#4a3550'],
  ])
  paintStars(easel, 1350, 420)
  const clearing = hills(random, 1500, 40, 500)
  paintSpruces(easel, clearing, {
    from: -20,
    to: width,
    gap: 40,
    tall: 420,
    fill: '#1a1d3e',
  })
  fillGround(easel, clearing, '#191a38')
  const framed = { gap: 120, tall: 1500, fill: '#0b0d22' }
  paintSpruces(easel, () => 1760, { from: -90, to: 190, ...framed })
  paintSpruces(easel, () => 1760, { from: 1400, to: width + 120, ...framed })
  glow(paint, FIRE[0], FIRE[1] - 160, 1500, '255 128 50', 0.55)
  fillGround(
    easel,
    (x) => 1690 + 16 * Math.sin(x / 110) + 40 * ((x - 800) / 800) ** 2,
    downwards(paint, 1680, height, [
      [0, '#3c2a30'],
      [0.3, '#2b1f2c'],
      [1, '#0d0c1b'],
    ]),
  )
  const pool = paint.createRadialGradient(FIRE[0], 0, 20, FIRE[0], 0, 820)
  pool.addColorStop(0, 'rgb(255 170 80 / 0.8)')
  pool.addColorStop(0.45, 'rgb(220 100 40 / 0.32)')
  pool.addColorStop(1, 'rgb(200 80 30 / 0)')
  within(paint, () => {
    paint.translate(0, 1890)
    paint.scale(1, 0.3)
    paint.fillStyle = pool
    paint.fillRect(0, -800, width, 1600)
  })
  paintFriend(paint, 262, 1990, 1, '#2f5570')
  paintFriend(paint, 1338, 1990, -1, '#7a3540')
  paintStones(easel)
  paintLogs(paint)
  paintFlames(easel)
  paintSparks(easel)
  glow(paint, FIRE[0], FIRE[1] - 120, 620, '255 190 100', 0.6)
}

/** A friend who sits on a log and looks at the fire; `facing` 1 looks right. The fire's side of them is lit. */
function paintFriend(paint: Paint, x: number, y: number, facing: 1 | -1, shirt: string): void {
  within(paint, () => {
    paint.translate(x, y)
    paint.scale(facing, 1)
    paint.fillStyle = '#2a1a18'
    paint.beginPath()
    paint.roundRect(-240, -120, 420, 110, 55)
    paint.fill()
    paint.fillStyle = '#a5643a'
    paint.beginPath()
    paint.ellipse(165, -65, 26, 54, 0, 0, 2 * Math.PI)
    paint.fill()
    // Legs
    paint.strokeStyle = '#1b1c34'
    paint.lineWidth = 74
    paint.beginPath()
    paint.moveTo(-50, -150)
    paint.lineTo(150, -190)
    paint.lineTo(190, 0)
    paint.stroke()
    paint.fillStyle = '#120f1f'
    paint.beginPath()
    paint.roundRect(150, -20, 116, 46, 22)
    paint.fill()
    // Body, lit from the front
    const body = paint.createLinearGradient(-140, 0, 110, 0)
    body.addColorStop(0, '#14162c')
    body.addColorStop(0.55, shirt)
    body.addColorStop(1, '#f0a060')
    paint.fillStyle = body
    softShape(paint, [
      [-120, -120],
      [-150, -280],
      [-110, -420],
      [-30, -462],
      [50, -420],
      [78, -300],
      [66, -130],
      [-30, -104],
    ])
    paint.fill()
    // Arm towards the fire with a stick
    paint.strokeStyle = '#4a2f1e'
    paint.lineWidth = 9
    paint.beginPath()
    paint.moveTo(176, -262)
    paint.lineTo(360, -330)
    paint.stroke()
    paint.fillStyle = '#fff1dc'
    paint.beginPath()
    paint.roundRect(338, -350, 46, 36, 14)
    paint.fill()
    paint.strokeStyle = shirt
    paint.lineWidth = 58
    paint.beginPath()
    paint.moveTo(-10, -390)
    paint.quadraticCurveTo(40, -260, 120, -262)
    paint.stroke()
    paint.strokeStyle = '#e6a06c'
    paint.lineWidth = 38
    paint.beginPath()
    paint.moveTo(150, -262)
    paint.lineTo(182, -266)
    paint.stroke()
    // Head
    const head = paint.createLinearGradient(-70, 0, 60, 0)
    head.addColorStop(0, '#5a3326')
    head.addColorStop(1, '#ffbf86')
    paint.fillStyle = head
    paint.fillRect(-42, -500, 56, 70)
    softShape(paint, [
      [-76, -560],
      [-40, -630],
      [30, -626],
      [62, -575],
      [70, -548],
      [56, -500],
      [10, -476],
      [-50, -490],
    ])
    paint.fill()
    paint.fillStyle = facing === 1 ? '#1d1420' : '#4a2620'
    softShape(paint, [
      [-96, -520],
      [-104, -600],
      [-50, -664],
      [30, -662],
      [66, -616],
      [20, -604],
      [-14, -570],
      [-26, -500],
      [-60, facing === 1 ? -470 : -400],
      [-100, facing === 1 ? -490 : -420],
    ])
    paint.fill()
  })
}

function paintStones({ paint, random }: Easel): void {
  for (let i = 0; i < 17; i++) {
    const angle = (i / 17) * 2 * Math.PI
    const [x, y] = [FIRE[0] + Math.cos(angle) * 235, FIRE[1] + 70 + Math.sin(angle) * 74]
    const size = random.between(36, 54)
    const stone = paint.createRadialGradient(x + (FIRE[0] - x) * 0.16, y - 18, 4, x, y, size)
    stone.addColorStop(0, '#e08a4c')
    stone.addColorStop(0.6, '#4d3a44')
    stone.addColorStop(1, '#1b1626')
    paint.fillStyle = stone
    paint.beginPath()
    paint.ellipse(x, y, size, size * 0.7, random.swing() * 0.3, 0, 2 * Math.PI)
    paint.fill()
  }
}

function paintLogs(paint: Paint): void {
  for (const [x1, y1, x2, y2] of [
    [-190, 96, 90, -10],
    [190, 100, -80, 0],
    [-60, 120, 60, -40],
    [-130, 40, 140, 74],
  ] as const) {
    paint.strokeStyle = '#2a1712'
    paint.lineWidth = 52
    paint.beginPath()
    paint.moveTo(FIRE[0] + x1, FIRE[1] + y1)
    paint.lineTo(FIRE[0] + x2, FIRE[1] + y2)
    paint.stroke()
    paint.strokeStyle = 'rgb(255 120 40 / 0.55)'
    paint.lineWidth = 12
    paint.beginPath()
    paint.moveTo(FIRE[0] + x1 * 0.8, FIRE[1] + y1 - 14)
    paint.lineTo(FIRE[0] + x2, FIRE[1] + y2 - 14)
    paint.stroke()
  }
}

function paintFlames({ paint, random }: Easel): void {
  const layers = [
    { colour: 'rgb(214 62 22 / 0.75)', tall: 570, wide: 185, count: 9 },
    { colour: 'rgb(246 120 28 / 0.8)', tall: 450, wide: 142, count: 8 },
    { colour: 'rgb(255 186 56 / 0.85)', tall: 330, wide: 115, count: 7 },
    { colour: 'rgb(255 244 190 / 0.95)', tall: 200, wide: 66, count: 5 },
  ]
  for (const { colour, tall, wide, count } of layers) {
    paint.fillStyle = colour
    for (let i = 0; i < count; i++) {
      const across = (i / (count - 1)) * 2 - 1
      const x = FIRE[0] + across * wide * 0.75
      const high = tall * (1 - 0.62 * Math.abs(across)) * random.between(0.75, 1.1)
      const half = wide * 0.42
      const sway = random.swing() * 46 - across * 60
      const foot = FIRE[1] + 60
      paint.beginPath()
      paint.moveTo(x, foot)
      paint.bezierCurveTo(
        x - half * 1.5,
        foot - high * 0.1,
        x - half * 0.9,
        foot - high * 0.5,
        x + sway,
        foot - high,
      )
      paint.bezierCurveTo(
        x + half * 0.3 + sway * 0.4,
        foot - high * 0.62,
        x + half * 1.6,
        foot - high * 0.3,
        x,
        foot,
      )
      paint.fill()
    }
  }
}

function paintSparks({ paint, random }: Easel): void {
  within(paint, () => {
    paint.globalCompositeOperation = 'screen'
    for (let i = 0; i < 170; i++) {
      const up = random.next() ** 1.4
      const x = FIRE[0] + random.swing() * (110 + 330 * up) + 80 * Math.sin(up * 6)
      const y = FIRE[1] - 250 - 1250 * up
      const size = (1 - up) * 3.6 * random.next() + 1.4
      paint.globalAlpha = 0.95 - 0.7 * up
      paint.fillStyle = random.pick(['#ffd27a', '#ffb04a', '#ff8a3a'])
      paint.beginPath()
      paint.ellipse(x, y, size, size * random.between(1, 2.6), random.swing() * 0.5, 0, 2 * Math.PI)
      paint.fill()
    }
  })
}
