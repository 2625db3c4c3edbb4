import { downwards, easel, type Easel, type Stop, within } from './easel'
import { Random } from './random'

/** Fills everything above `horizon` with a gradient. */
export function paintSky({ paint, width }: Easel, horizon: number, stops: readonly Stop[]): void {
  paint.fillStyle = downwards(paint, 0, horizon, stops)
  paint.fillRect(0, 0, width, horizon)
}

export interface Cloud {
  x: number
  y: number
  width: number
  /** Colours as `r g b`: the lit top and the shaded belly. */
  light: string
  shade: string
  strength: number
}

const CLOUD_SCALE = 6

/**
 * A heap cloud with a flat belly and a lit top. It is painted small and enlarged: that makes it soft, and it costs
 * next to nothing.
 */
export function paintCloud({ paint, random }: Easel, cloud: Cloud): void {
  const small = easel(Math.ceil((cloud.width * 1.5) / CLOUD_SCALE), Math.ceil(cloud.width / CLOUD_SCALE), 0)
  const wide = cloud.width / CLOUD_SCALE
  const middle = small.width / 2
  const belly = small.height * 0.72
  const puff = (x: number, y: number, radius: number, colour: string, strength: number): void => {
    const fill = small.paint.createRadialGradient(x, y, 0, x, y, radius)
    for (const [at, alpha] of PUFF) fill.addColorStop(at, `rgb(${colour} / ${(alpha * strength).toFixed(3)})`)
    small.paint.fillStyle = fill
    small.paint.fillRect(x - radius, y - radius, 2 * radius, 2 * radius)
  }
  const puffs = Array.from({ length: 46 }, () => {
    const along = random.swing() / 1.5
    const tall = wide * 0.26 * (1 - along * along) * random.between(0.25, 1)
    return {
      x: middle + along * wide * 0.5,
      lift: tall,
      radius: wide * random.between(0.06, 0.13) * (1.15 - along * along * 0.6),
    }
  })
  for (const { x, lift, radius } of puffs) puff(x, belly - lift * 0.55, radius * 1.15, cloud.shade, 0.5)
  for (const { x, lift, radius } of puffs)
    puff(x - radius * 0.15, belly - lift - radius * 0.3, radius, cloud.light, 0.85)
  // The belly is flat: what hangs below it fades out.
  small.paint.globalCompositeOperation = 'destination-out'
  small.paint.fillStyle = downwards(small.paint, belly - wide * 0.02, belly + wide * 0.09, [
    [0, 'rgb(0 0 0 / 0)'],
    [1, 'rgb(0 0 0 / 1)'],
  ])
  small.paint.fillRect(0, belly - wide * 0.02, small.width, small.height)
  within(paint, () => {
    paint.globalAlpha = cloud.strength
    paint.imageSmoothingQuality = 'high'
    const [drawnWidth, drawnHeight] = [small.width * CLOUD_SCALE, small.height * CLOUD_SCALE]
    paint.drawImage(
      small.paint.canvas,
      cloud.x - drawnWidth / 2,
      cloud.y - drawnHeight * 0.72,
      drawnWidth,
      drawnHeight,
    )
  })
}

const PUFF: readonly [at: number, alpha: number][] = [
  [0, 0.95],
  [0.45, 0.75],
  [0.75, 0.28],
  [1, 0],
]

/** Long thin evening clouds between two heights, lit from below. `colour` is `r g b`. */
export function paintStreaks(
  { paint, width, random }: Easel,
  from: number,
  to: number,
  count: number,
  colour: string,
  strength: number,
): void {
  for (let i = 0; i < count; i++) {
    const y = random.between(from, to)
    const long = random.between(0.16, 0.5) * width
    const thick = random.between(5, 22) * (0.5 + (y - from) / (to - from))
    const x = random.between(-0.1, 1.1) * width
    within(paint, () => {
      paint.translate(x, y)
      paint.scale(long / 2, thick)
      const fill = paint.createRadialGradient(0, 0, 0, 0, 0, 1)
      fill.addColorStop(0, `rgb(${colour} / ${strength})`)
      fill.addColorStop(0.5, `rgb(${colour} / ${strength * 0.5})`)
      fill.addColorStop(1, `rgb(${colour} / 0)`)
      paint.fillStyle = fill
      paint.fillRect(-1, -1, 2, 2)
    })
  }
}

/** Stars from the top down to `bottom`, fewer towards it, most of them faint. */
export function paintStars({ paint, width, random }: Easel, bottom: number, count: number): void {
  for (let i = 0; i < count; i++) {
    const y = bottom * random.next() ** 1.25
    const bright = random.next() ** 5
    const radius = 0.7 + bright * 3.2
    const fade = Math.min(1, (bottom - y) / (bottom * 0.3))
    paint.fillStyle = random.pick(['#fff', '#fff', '#dfe9ff', '#ffeeda'])
    paint.globalAlpha = fade * (0.25 + 0.75 * bright + 0.2 * random.next())
    paint.beginPath()
    paint.arc(random.next() * width, y, radius, 0, 2 * Math.PI)
    paint.fill()
  }
  paint.globalAlpha = 1
}

/** A flock far away. */
export function paintBirds(
  { paint }: Easel,
  x: number,
  y: number,
  size: number,
  count: number,
  colour: string,
): void {
  const random = new Random(Math.round(x * 7 + y))
  paint.strokeStyle = colour
  for (let i = 0; i < count; i++) {
    const wing = size * random.between(0.6, 1.1)
    const [birdX, birdY] = [x + random.swing() * size * 5, y + random.swing() * size * 2.4]
    const lift = wing * random.between(0.25, 0.6)
    paint.lineWidth = wing * 0.11
    paint.beginPath()
    paint.moveTo(birdX - wing, birdY - lift * 0.4)
    paint.quadraticCurveTo(birdX - wing * 0.4, birdY - lift, birdX, birdY)
    paint.quadraticCurveTo(birdX + wing * 0.4, birdY - lift, birdX + wing, birdY - lift * 0.3)
    paint.stroke()
  }
}
