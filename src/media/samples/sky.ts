import { downwards, easel, type Easel, type Paint, type Stop, within } from './easel'
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

const CLOUD_SCALE = 4

/**
 * A heap cloud with a flat belly and a lit top. It is painted small and enlarged: that makes it soft, and it costs
 * next to nothing.
 */
export function paintCloud({ paint, random }: Easel, cloud: Cloud): void {
  const wide = cloud.width / CLOUD_SCALE
  const small = easel(Math.ceil(wide * 1.5), Math.ceil(wide * 0.8), 0)
  const heap = small.paint
  const belly = small.height * 0.78
  const heads = Array.from({ length: 5 }, () => ({
    at: random.between(-0.34, 0.34),
    tall: random.between(0.55, 1),
  }))
  const puffs = Array.from({ length: 130 }, () => {
    const along = random.swing() / 1.5
    const head = Math.max(
      ...heads.map(({ at, tall }) => tall * Math.max(0, 1 - (Math.abs(along - at) / 0.26) ** 2)),
    )
    const lift =
      wide * (0.06 * (1 - along * along) + 0.27 * head * (1 - along * along)) * Math.sqrt(random.next())
    return {
      x: small.width / 2 + along * wide * 0.46,
      y: belly - lift,
      radius: wide * random.between(0.035, 0.075),
    }
  })
  for (const { x, y, radius } of puffs) dab(heap, x, y, radius * 1.25, `rgb(${cloud.light} / 0.95)`, 0.62)
  // Shade from below, then single heads catch the light again.
  heap.globalCompositeOperation = 'source-atop'
  heap.fillStyle = downwards(heap, belly - wide * 0.2, belly + wide * 0.05, [
    [0, `rgb(${cloud.shade} / 0)`],
    [1, `rgb(${cloud.shade} / 1)`],
  ])
  heap.fillRect(0, 0, small.width, small.height)
  for (const { x, y, radius } of puffs.toSorted((a, b) => a.y - b.y).slice(0, 70)) {
    dab(heap, x + radius * 0.25, y + radius * 0.4, radius * 1.1, `rgb(${cloud.shade} / 0.22)`, 0.5)
    dab(heap, x - radius * 0.2, y - radius * 0.3, radius * 0.95, `rgb(${cloud.light} / 0.6)`, 0.4)
  }
  // The belly is flat: what hangs below it fades out.
  heap.globalCompositeOperation = 'destination-out'
  heap.fillStyle = downwards(heap, belly - wide * 0.01, belly + wide * 0.06, [
    [0, 'rgb(0 0 0 / 0)'],
    [1, 'rgb(0 0 0 / 1)'],
  ])
  heap.fillRect(0, belly - wide * 0.01, small.width, small.height)
  within(paint, () => {
    paint.globalAlpha = cloud.strength
    paint.imageSmoothingQuality = 'high'
    const [drawnWidth, drawnHeight] = [small.width * CLOUD_SCALE, small.height * CLOUD_SCALE]
    paint.drawImage(
      heap.canvas,
      cloud.x - drawnWidth / 2,
      cloud.y - drawnHeight * 0.78,
      drawnWidth,
      drawnHeight,
    )
  })
}

/** A round dab that is solid up to `solid` of its radius and then fades out. */
function dab(paint: Paint, x: number, y: number, radius: number, colour: string, solid: number): void {
  const fill = paint.createRadialGradient(x, y, radius * solid, x, y, radius)
  fill.addColorStop(0, colour)
  fill.addColorStop(1, colour.replace(/[\d.]+\)$/, '0)'))
  paint.fillStyle = fill
  paint.fillRect(x - radius, y - radius, 2 * radius, 2 * radius)
}

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
