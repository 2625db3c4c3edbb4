import { downwards, type Easel, glow, type Paint, shape, within } from '../easel'
import { fillGround, hills, mountains, paintMist } from '../land'
import { paintGrass, paintSpruces, traceSpruce } from '../plants'
import { paintSky, paintStars, paintStreaks } from '../sky'
import { paintReflection } from '../water'

const SHORE = 1010

/** A lit tent by the water after sunset. */
export function paintTent(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, SHORE, [
    [0, '#1b2350'],
    [0.38, '#4b3f7c'],
    [0.68, '#b3628a'],
    [0.88, '#f0936f'],
    [1, '#fcc683'],
  ])
  paintStars(easel, 520, 150)
  paintStreaks(easel, 430, 860, 26, '255 150 130', 0.3)
  paintStreaks(easel, 300, 620, 14, '90 60 120', 0.35)
  glow(paint, 760, 980, 900, '255 176 110', 0.6)
  paintMoon(easel, 1960, 270, 62)
  const far = mountains(random, 985, 330, 820)
  fillGround(
    easel,
    far,
    downwards(paint, 640, 1000, [
      [0, '#5a4478'],
      [1, '#a8607f'],
    ]),
  )
  paintMist(easel, 860, 1040, '255 160 130', 0.35)
  const wood = hills(random, 965, 40, 640)
  paintSpruces(easel, wood, { from: -10, to: width, gap: 15, tall: 78, fill: '#352a58' })
  fillGround(easel, wood, '#2f2752')
  paintReflection(easel, SHORE, {
    waver: 5,
    tint: [
      [0, 'rgb(255 190 140 / 0.12)'],
      [1, 'rgb(20 20 58 / 0.75)'],
    ],
  })
  const bank = (x: number): number => 1290 - 90 * Math.sin((x / width) * 2.6 + 0.4) + 10 * Math.sin(x / 70)
  fillGround(
    easel,
    bank,
    downwards(paint, 1180, height, [
      [0, '#2c2a4a'],
      [1, '#12132a'],
    ]),
  )
  paintSpruces(easel, (x) => bank(x) + 40, {
    from: 1760,
    to: width + 60,
    gap: 96,
    tall: 760,
    fill: '#151633',
  })
  paint.beginPath()
  for (const [x, tall] of [
    [40, 640],
    [160, 460],
    [262, 700],
    [352, 380],
  ] as const)
    traceSpruce(paint, random, x, bank(x) + 80, tall)
  paint.fillStyle = '#151633'
  paint.fill()
  fillGround(
    easel,
    (x) => bank(x) + 62,
    downwards(paint, 1240, height, [
      [0, '#1d1d3c'],
      [1, '#10112a'],
    ]),
  )
  paintGrass(easel, {
    from: 1300,
    to: height + 40,
    count: 1000,
    tall: 80,
    colours: ['#23244a', '#1a1b3a', '#34335c'],
  })
  glow(paint, 1180, 1330, 700, '255 170 80', 0.62)
  paintTents(paint, 1180, 1380)
  paintLights(paint)
  paintGrass(easel, {
    from: 1400,
    to: height + 60,
    count: 340,
    tall: 110,
    colours: ['#131430', '#1c1c3e', '#3a2f48'],
  })
}

function paintMoon({ paint }: Easel, x: number, y: number, radius: number): void {
  glow(paint, x, y, radius * 5, '255 240 214', 0.4)
  const moon = new OffscreenCanvas(radius * 2 + 4, radius * 2 + 4)
  const face = moon.getContext('2d')
  if (!face) return
  face.fillStyle = '#fff3d8'
  face.beginPath()
  face.arc(radius + 2, radius + 2, radius, 0, 2 * Math.PI)
  face.fill()
  face.globalCompositeOperation = 'destination-out'
  face.beginPath()
  face.arc(radius * 0.62, radius * 0.82, radius * 0.94, 0, 2 * Math.PI)
  face.fill()
  paint.drawImage(moon, x - radius, y - radius)
}

/** A ridge tent seen from the front at an angle; x, y is the middle of its front edge. */
function paintTents(paint: Paint, x: number, y: number): void {
  within(paint, () => {
    paint.translate(x, y)
    paint.fillStyle = 'rgb(8 8 24 / 0.5)'
    paint.beginPath()
    paint.ellipse(80, 12, 560, 46, 0, 0, 2 * Math.PI)
    paint.fill()
    const side = paint.createRadialGradient(60, -90, 30, 160, -120, 520)
    side.addColorStop(0, '#ffd98a')
    side.addColorStop(0.45, '#f29a48')
    side.addColorStop(1, '#9c4a34')
    paint.fillStyle = side
    shape(paint, [
      [-30, -400],
      [420, -345],
      [590, -10],
      [250, 8],
    ])
    paint.fill()
    const front = paint.createRadialGradient(-10, -60, 10, -20, -110, 420)
    front.addColorStop(0, '#fff2bf')
    front.addColorStop(0.4, '#ffc465')
    front.addColorStop(1, '#c7643a')
    paint.fillStyle = front
    shape(paint, [
      [-30, -400],
      [250, 8],
      [-320, 10],
    ])
    paint.fill()
    // The open door, a lantern inside
    paint.fillStyle = '#fff4cf'
    shape(paint, [
      [-30, -330],
      [70, 6],
      [-120, 8],
    ])
    paint.fill()
    paint.fillStyle = '#d98a48'
    shape(paint, [
      [-30, -330],
      [-120, 8],
      [-175, 9],
    ])
    paint.fill()
    shape(paint, [
      [-30, -330],
      [70, 6],
      [112, 6],
    ])
    paint.fill()
    paint.strokeStyle = 'rgb(110 50 36 / 0.7)'
    paint.lineWidth = 6
    paint.beginPath()
    paint.moveTo(-320, 10)
    paint.lineTo(-30, -400)
    paint.lineTo(250, 8)
    paint.moveTo(-30, -400)
    paint.lineTo(420, -345)
    paint.stroke()
    paint.strokeStyle = 'rgb(255 214 160 / 0.55)'
    paint.lineWidth = 3
    paint.beginPath()
    paint.moveTo(-30, -400)
    paint.lineTo(-500, 40)
    paint.moveTo(420, -345)
    paint.lineTo(720, 30)
    paint.stroke()
    glow(paint, -30, -70, 260, '255 240 190', 0.7)
  })
}

/** A string of bulbs from the trees to the tent. */
function paintLights(paint: Paint): void {
  const rope = (t: number): [number, number] => [262 + 888 * t, 800 + 175 * t + 170 * Math.sin(Math.PI * t)]
  paint.strokeStyle = 'rgb(14 14 34 / 0.9)'
  paint.lineWidth = 4
  paint.beginPath()
  for (let t = 0; t <= 1.001; t += 0.05) paint.lineTo(...rope(t))
  paint.stroke()
  for (let i = 1; i < 12; i++) {
    const [x, y] = rope(i / 12)
    glow(paint, x, y + 14, 110, '255 190 100', 0.75)
    paint.fillStyle = '#fff0c4'
    paint.beginPath()
    paint.ellipse(x, y + 14, 9, 12, 0, 0, 2 * Math.PI)
    paint.fill()
  }
}
