import { downwards, type Easel, glow } from '../easel'
import { fillGround, hills, mountains, paintMist } from '../land'
import { paintSpruces } from '../plants'
import { paintBirds, paintSky, paintStreaks } from '../sky'

/** First light behind five ranges of mountains, with mist between them. */
export function paintDawn(easel: Easel): void {
  const { paint, width, height, random } = easel
  paintSky(easel, 1060, [
    [0, '#2b3566'],
    [0.32, '#655f96'],
    [0.6, '#c58aa0'],
    [0.8, '#f4b78d'],
    [1, '#fde2b4'],
  ])
  paintStreaks(easel, 170, 640, 26, '255 198 178', 0.22)
  glow(paint, 1490, 880, 1150, '255 196 120', 0.75)
  glow(paint, 1490, 880, 300, '255 240 205', 0.95)

  const ranges = [
    { base: 1010, height: 420, length: 880, top: '#a78fb0', foot: '#e9bfae', trees: null },
    { base: 1090, height: 380, length: 760, top: '#84789f', foot: '#cda3a8', trees: null },
    { base: 1170, height: 300, length: 900, top: '#635f8a', foot: '#a98b9d', trees: null },
  ]
  for (const range of ranges) {
    fillGround(
      easel,
      mountains(random, range.base, range.height, range.length),
      downwards(paint, range.base - range.height, range.base + 60, [
        [0, range.top],
        [1, range.foot],
      ]),
    )
    paintMist(easel, range.base - 130, range.base + 130, '255 221 190', 0.5)
  }
  glow(paint, 1490, 900, 700, '255 206 140', 0.4)

  const wooded = [
    { base: 1210, swell: 90, length: 900, gap: 16, tall: 62, top: '#4a4a74', foot: '#7d6f8c', mist: 0.42 },
    { base: 1330, swell: 110, length: 1000, gap: 24, tall: 120, top: '#33375f', foot: '#5c587d', mist: 0.3 },
  ]
  for (const hill of wooded) {
    const ground = hills(random, hill.base, hill.swell, hill.length)
    const fill = downwards(paint, hill.base - 160, hill.base + 190, [
      [0, hill.top],
      [1, hill.foot],
    ])
    paintSpruces(easel, ground, { from: -20, to: width + 20, gap: hill.gap, tall: hill.tall, fill })
    fillGround(easel, ground, fill)
    paintMist(easel, hill.base + 10, hill.base + 190, '240 200 190', hill.mist)
  }
  const near = (x: number): number =>
    height - 60 - 300 * Math.abs(x / width - 0.56) ** 1.25 + 26 * Math.sin(x / 130)
  paintSpruces(easel, near, { from: -60, to: 860, gap: 58, tall: 400, fill: '#1b2145' })
  paintSpruces(easel, near, { from: 1840, to: width + 60, gap: 64, tall: 330, fill: '#1b2145' })
  fillGround(easel, near, '#171c3c')
  paintBirds(easel, 1080, 560, 26, 7, '#3a3560')
}
