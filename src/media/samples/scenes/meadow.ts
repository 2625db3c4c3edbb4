import { downwards, type Easel, glow, type Paint, within } from '../easel'
import { fillGround, hills, paintMist } from '../land'
import { smoothNoise } from '../random'
import { paintCrown, paintGrass } from '../plants'
import { paintCloud, paintSky } from '../sky'

/** Poppies, daisies and cornflowers up to the hills. */
export function paintMeadow(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, 820, [
    [0, '#3f96d2'],
    [0.6, '#a5d6ec'],
    [1, '#f6efd8'],
  ])
  paintCloud(easel, {
    x: 1620,
    y: 430,
    width: 1150,
    light: '255 255 255',
    shade: '184 206 228',
    strength: 0.97,
  })
  paintCloud(easel, { x: 480, y: 280, width: 760, light: '255 255 255', shade: '190 212 232', strength: 0.9 })
  paintCloud(easel, {
    x: 2240,
    y: 180,
    width: 480,
    light: '255 255 255',
    shade: '190 212 232',
    strength: 0.75,
  })
  fillGround(
    easel,
    hills(random, 690, 90, 900),
    downwards(paint, 580, 860, [
      [0, '#7ba7ad'],
      [1, '#b3cfb8'],
    ]),
  )
  paintMist(easel, 680, 860, '240 246 226', 0.55)
  fillGround(
    easel,
    hills(random, 760, 60, 800),
    downwards(paint, 690, 900, [
      [0, '#7fae6d'],
      [1, '#a9c66f'],
    ]),
  )
  for (let i = 0; i < 26; i++) {
    const x = random.between(0, width)
    paintCrown(easel, {
      x,
      y: 800 + random.between(-16, 14),
      radius: random.between(22, 48),
      tones: ['#3f7040', '#5b8f4a', '#85b25a'],
      leaf: 11,
    })
  }
  fillGround(
    easel,
    hills(random, 845, 26, 1200),
    downwards(paint, 820, height, [
      [0, '#b9cf6c'],
      [0.3, '#86b04a'],
      [1, '#33692f'],
    ]),
  )
  paintGrass(easel, {
    from: 860,
    to: height,
    count: 2400,
    tall: 120,
    colours: ['#9fc257', '#74a544', '#568a3a', '#c4d878'],
    lean: 0.2,
  })
  paintFlowers(easel)
  glow(paint, 380, 60, 1500, '255 246 206', 0.42)
  paintButterfly(paint, 1690, 900, 0.7)
  paintButterfly(paint, 1010, 770, 0.4)
}

type Kind = 'poppy' | 'daisy' | 'cornflower' | 'buttercup'

function paintFlowers({ paint, width, height, random }: Easel): void {
  const drift = smoothNoise(random)
  const flowers = Array.from({ length: 900 }, () => {
    const near = random.next() ** 1.75
    const x = random.between(-0.02, 1.02) * width
    // Every kind has its own places, as in a real meadow.
    const place = drift(x / (120 + 520 * near) + near * 9) + random.swing() * 0.22
    const kind: Kind =
      place < 0.36 ? 'poppy' : place < 0.6 ? 'daisy' : place < 0.78 ? 'cornflower' : 'buttercup'
    return { near, x, kind }
  }).toSorted((a, b) => a.near - b.near)
  let grown = 0
  for (const { near, x, kind } of flowers) {
    const foot = 866 + (height + 300 - 866) * near
    const stem = (18 + 300 * near) * random.between(0.75, 1.1)
    const size = (4.5 + 46 * near ** 1.15) * random.between(0.75, 1.2)
    const sway = stem * (0.1 + random.swing() * 0.12)
    if (size > 9) {
      paint.strokeStyle = random.pick(['#4d7f35', '#5f9440', '#3f6f2e'])
      paint.lineWidth = 1.2 + 6.5 * near
      paint.beginPath()
      paint.moveTo(x, foot)
      paint.quadraticCurveTo(x, foot - stem * 0.6, x + sway, foot - stem)
      paint.stroke()
    }
    within(paint, () => {
      paint.translate(x + sway, foot - stem)
      paint.rotate(random.swing() * 0.35)
      paint.scale(size, size * random.between(0.62, 0.9))
      paintFlower(paint, kind)
    })
    // Grass grows between them, or they would look scattered on top.
    if (++grown % 6 > 0 || near < 0.15) continue
    paint.strokeStyle = random.pick(['#6c9f42', '#4c8234', '#8fbb52'])
    paint.lineWidth = 1 + 7 * near
    const bladeX = x + random.swing() * 120
    paint.beginPath()
    paint.moveTo(bladeX, foot + 20)
    paint.quadraticCurveTo(
      bladeX,
      foot - stem * 0.7,
      bladeX + stem * 0.3,
      foot - stem * random.between(0.7, 1.15),
    )
    paint.stroke()
  }
}

/** One flower of radius 1 around the origin. */
function paintFlower(paint: Paint, kind: Kind): void {
  switch (kind) {
    case 'poppy':
      paintPetals(paint, 4, 0.62, 0.66, ['#e5392b', '#c92a22'])
      return paintHeart(paint, 0.24, '#2b1620')
    case 'daisy':
      paintPetals(paint, 13, 0.66, 0.17, ['#ffffff', '#eef1f4'])
      return paintHeart(paint, 0.32, '#f3bb2e')
    case 'cornflower':
      paintPetals(paint, 9, 0.6, 0.24, ['#4467cf', '#6b8be6'])
      return paintHeart(paint, 0.24, '#3a2a7a')
    case 'buttercup':
      paintPetals(paint, 5, 0.5, 0.42, ['#f7cf3b', '#efbb22'])
      return paintHeart(paint, 0.2, '#c98e14')
    default:
      return kind satisfies never
  }
}

function paintPetals(
  paint: Paint,
  count: number,
  out: number,
  wide: number,
  colours: [string, string],
): void {
  for (let i = 0; i < count; i++) {
    const angle = (i / count) * 2 * Math.PI
    paint.fillStyle = colours[i % 2] ?? colours[0]
    paint.beginPath()
    paint.ellipse(Math.cos(angle) * out, Math.sin(angle) * out, 0.5, wide, angle, 0, 2 * Math.PI)
    paint.fill()
  }
}

function paintHeart(paint: Paint, radius: number, colour: string): void {
  paint.fillStyle = colour
  paint.beginPath()
  paint.arc(0, 0, radius, 0, 2 * Math.PI)
  paint.fill()
}

function paintButterfly(paint: Paint, x: number, y: number, scale: number): void {
  within(paint, () => {
    paint.translate(x, y)
    paint.rotate(-0.35)
    paint.scale(scale, scale)
    for (const side of [-1, 1]) {
      for (const [dx, dy, wide, tall, turn, colour] of [
        [34, -24, 44, 27, -0.65, '#f29a2e'],
        [24, 22, 30, 20, 0.7, '#e37b1f'],
      ] as const) {
        paint.fillStyle = colour
        paint.beginPath()
        paint.ellipse(side * dx, dy, wide, tall, side * turn, 0, 2 * Math.PI)
        paint.fill()
        paint.lineWidth = 5
        paint.strokeStyle = '#4a2410'
        paint.stroke()
      }
    }
    paint.fillStyle = '#2c1810'
    paint.beginPath()
    paint.ellipse(0, 0, 6, 32, 0, 0, 2 * Math.PI)
    paint.fill()
  })
}
