import { downwards, type Easel, glow, type Paint, softShape, within } from '../easel'
import { fillGround, hills, mountains, paintMist } from '../land'
import { paintReeds, paintSpruces } from '../plants'
import { paintBirds, paintSky, paintStreaks } from '../sky'
import { paintGlints, paintReflection } from '../water'

const SHORE = 900
const SUN = [1420, 668] as const

/** The second morning: someone is already out in the rowing boat. */
export function paintSunrise(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, SHORE, [
    [0, '#4a7fa8'],
    [0.35, '#a9b4b8'],
    [0.65, '#f6c99a'],
    [0.88, '#fca76a'],
    [1, '#ffd28e'],
  ])
  paintStreaks(easel, 180, 640, 30, '255 226 196', 0.42)
  paintStreaks(easel, 420, 700, 12, '226 120 96', 0.28)
  glow(paint, ...SUN, 1150, '255 196 110', 0.8)
  glow(paint, ...SUN, 320, '255 236 190', 0.9)
  paint.fillStyle = '#fff6dc'
  paint.beginPath()
  paint.arc(...SUN, 92, 0, 2 * Math.PI)
  paint.fill()
  const far = mountains(random, 880, 240, 1000)
  fillGround(
    easel,
    far,
    downwards(paint, 640, 900, [
      [0, '#b98a92'],
      [1, '#efb894'],
    ]),
  )
  glow(paint, SUN[0], SUN[1] + 40, 520, '255 214 150', 0.55)
  paintMist(easel, 740, 930, '255 220 180', 0.6)
  const wood = hills(random, 862, 36, 720)
  const fill = downwards(paint, 780, SHORE, [
    [0, '#8d6a74'],
    [1, '#a87a72'],
  ])
  paintSpruces(easel, wood, { from: -10, to: width, gap: 14, tall: 66, fill })
  fillGround(easel, wood, fill)
  glow(paint, SUN[0], SUN[1] + 60, 420, '255 206 140', 0.5)
  paintReflection(easel, SHORE, {
    waver: 7,
    tint: [
      [0, 'rgb(255 214 160 / 0.2)'],
      [0.5, 'rgb(170 110 110 / 0.22)'],
      [1, 'rgb(44 54 86 / 0.72)'],
    ],
  })
  paintGlints(easel, {
    x: SUN[0],
    from: SHORE + 6,
    to: height,
    spread: [70, 260],
    count: 460,
    colour: '#ffe2a4',
    strength: 0.95,
  })
  paintMist(easel, SHORE - 70, SHORE + 90, '255 232 206', 0.75)
  paintMist(easel, SHORE + 60, SHORE + 190, '255 226 200', 0.28)
  paintRower(paint, 830, 1200)
  paintBirds(easel, 760, 420, 30, 6, '#6a4f5e')
  paintReeds(easel, {
    from: 1880,
    to: width + 20,
    y: height - 20,
    tall: 470,
    count: 58,
    stem: '#3a2f3c',
    head: '#2a1d26',
  })
  paintReeds(easel, {
    from: -30,
    to: 260,
    y: height - 10,
    tall: 330,
    count: 30,
    stem: '#3a2f3c',
    head: '#2a1d26',
  })
}

/** A rowing boat with its rower, dark against the light; x, y is the waterline. */
function paintRower(paint: Paint, x: number, y: number): void {
  within(paint, () => {
    paint.translate(x, y)
    for (const upside of [true, false]) {
      within(paint, () => {
        if (upside) {
          paint.globalAlpha = 0.42
          paint.translate(0, 14)
          paint.scale(1, -0.8)
        }
        paint.strokeStyle = '#33232c'
        paint.lineWidth = 9
        paint.beginPath()
        paint.moveTo(-40, -92)
        paint.lineTo(-330, 4)
        paint.moveTo(30, -92)
        paint.lineTo(300, 8)
        paint.stroke()
        paint.fillStyle = '#33232c'
        softShape(paint, [
          [-56, -40],
          [-64, -120],
          [-58, -176],
          [-20, -206],
          [14, -206],
          [50, -178],
          [58, -120],
          [54, -40],
        ])
        paint.fill()
        paint.beginPath()
        paint.roundRect(-19, -232, 32, 44, 10)
        paint.ellipse(-3, -248, 27, 32, 0, 0, 2 * Math.PI)
        paint.fill()
        softShape(paint, [
          [-62, -262],
          [-34, -270],
          [-30, -300],
          [-4, -306],
          [24, -300],
          [28, -270],
          [56, -262],
          [-3, -256],
        ])
        paint.fill()
        paint.lineWidth = 24
        paint.strokeStyle = '#33232c'
        paint.beginPath()
        paint.moveTo(20, -190)
        paint.quadraticCurveTo(80, -140, 36, -96)
        paint.moveTo(-40, -190)
        paint.quadraticCurveTo(-90, -140, -44, -96)
        paint.stroke()
        paint.fillStyle = downwards(paint, -70, 20, [
          [0, '#5b3a34'],
          [1, '#2c1c24'],
        ])
        paint.beginPath()
        paint.moveTo(-300, -78)
        paint.quadraticCurveTo(0, -40, 300, -82)
        paint.quadraticCurveTo(250, 0, 180, 16)
        paint.lineTo(-190, 16)
        paint.quadraticCurveTo(-260, -6, -300, -78)
        paint.fill()
      })
    }
    // The sun is to the right: a thin edge of light on shoulder, hat and gunwale.
    paint.strokeStyle = 'rgb(255 196 130 / 0.85)'
    paint.lineWidth = 5
    paint.beginPath()
    paint.moveTo(22, -200)
    paint.quadraticCurveTo(50, -186, 54, -150)
    paint.moveTo(24, -296)
    paint.lineTo(28, -274)
    paint.moveTo(60, -62)
    paint.quadraticCurveTo(180, -70, 296, -84)
    paint.stroke()
    paint.strokeStyle = 'rgb(255 232 200 / 0.6)'
    paint.lineWidth = 5
    for (const [ringX, size] of [
      [-340, 60],
      [310, 66],
      [-340, 100],
      [310, 110],
    ] as const) {
      paint.beginPath()
      paint.ellipse(ringX, 12, size, size * 0.16, 0, 0, 2 * Math.PI)
      paint.stroke()
    }
  })
}
