import type { Easel, Paint } from './easel'
import type { Profile } from './land'
import type { Random } from './random'

/** A spruce as one shape, its foot at x, y. */
export function traceSpruce(paint: Paint, random: Random, x: number, y: number, tall: number): void {
  const wide = tall * random.between(0.19, 0.25)
  const tiers = Math.max(5, Math.min(15, Math.round(tall / 16)))
  const lean = random.swing() * tall * 0.012
  const side = (towards: -1 | 1): [number, number][] => {
    const points: [number, number][] = []
    for (let i = 1; i <= tiers; i++) {
      const down = i / tiers
      const reach = wide * down ** 0.85 * random.between(0.82, 1.12)
      points.push([towards * reach + lean * (1 - down), -tall * (0.99 - 0.93 * down)])
      points.push([towards * reach * 0.5 + lean * (1 - down), -tall * (1.005 - 0.93 * down)])
    }
    return points
  }
  const outline = [[lean, -tall] as [number, number], ...side(1), ...side(-1).toReversed()]
  outline.forEach(([dx, dy], i) => (i === 0 ? paint.moveTo(x + dx, y + dy) : paint.lineTo(x + dx, y + dy)))
  paint.closePath()
  paint.rect(x - tall * 0.014, y - tall * 0.07, tall * 0.028, tall * 0.09)
}

/** A row of spruces along the ground from `from` to `to`, `gap` pixels apart. */
export function paintSpruces(
  { paint, random }: Easel,
  ground: Profile,
  row: { from: number; to: number; gap: number; tall: number; fill: string | CanvasGradient },
): void {
  paint.beginPath()
  for (let x = row.from; x < row.to; x += row.gap * random.between(0.5, 1.5)) {
    traceSpruce(paint, random, x, ground(x) + row.tall * 0.1, row.tall * random.between(0.55, 1.15))
  }
  paint.fillStyle = row.fill
  paint.fill()
}

/** A broad-leaved crown: a dark body, and leaves in three tones from shadow to light. */
export function paintCrown(
  { paint, random }: Easel,
  crown: { x: number; y: number; radius: number; tones: readonly [string, string, string]; leaf: number },
): void {
  const { x, y, radius, tones, leaf } = crown
  paint.fillStyle = tones[0]
  paint.beginPath()
  for (let i = 0; i < 14; i++) {
    const angle = (i / 14) * 2 * Math.PI
    const lump = radius * random.between(0.34, 0.46)
    const [lumpX, lumpY] = [x + Math.cos(angle) * radius * 0.5, y + Math.sin(angle) * radius * 0.4]
    paint.moveTo(lumpX + lump, lumpY)
    paint.arc(lumpX, lumpY, lump, 0, 2 * Math.PI)
  }
  paint.fill()
  tones.forEach((tone, i) => {
    paint.fillStyle = tone
    paint.beginPath()
    const count = Math.min(700, Math.round((radius / leaf) ** 2 * (1.5 - 0.35 * i)))
    for (let n = 0; n < count; n++) {
      const angle = random.between(0, 2 * Math.PI)
      // Shadow leaves fringe the edge, light ones gather where the sun is: up and to the left.
      const out =
        (i === 0 ? 0.6 + 0.42 * random.next() : Math.sqrt(random.next()) * (0.98 - 0.2 * i)) * radius
      const leafX = x + Math.cos(angle) * out - i * radius * 0.1
      const leafY = y + Math.sin(angle) * out * 0.84 - i * radius * 0.13
      const size = leaf * random.between(0.55, 1.15)
      paint.moveTo(leafX + size, leafY)
      paint.ellipse(leafX, leafY, size, size * 0.6, random.between(0, 3), 0, 2 * Math.PI)
    }
    paint.fill()
  })
}

/** Blades of grass whose feet stand between `from` and `to` (y), longer the nearer they are. */
export function paintGrass(
  { paint, width, random }: Easel,
  grass: {
    from: number
    to: number
    count: number
    tall: number
    colours: readonly [string, ...string[]]
    lean?: number
  },
): void {
  const perColour = Math.ceil(grass.count / grass.colours.length)
  for (const colour of grass.colours) {
    paint.strokeStyle = colour
    // Three widths are enough to look like many, and one stroke draws a thousand blades.
    for (const near of [0.25, 0.6, 1]) {
      paint.lineWidth = Math.max(1.2, 6.5 * near * (grass.tall / 160))
      paint.beginPath()
      for (let i = 0; i < perColour / 3; i++) {
        const depth = near - random.between(0, 0.34)
        const x = random.between(-0.02, 1.02) * width
        const y = grass.from + (grass.to - grass.from) * Math.max(0, depth)
        const tall = grass.tall * (0.25 + 0.75 * Math.max(0, depth)) * random.between(0.5, 1.1)
        const bend = tall * (random.swing() * 0.3 + (grass.lean ?? 0.12))
        paint.moveTo(x, y)
        paint.quadraticCurveTo(x + bend * 0.15, y - tall * 0.6, x + bend, y - tall)
      }
      paint.stroke()
    }
  }
}

/** Reeds with their brown heads, standing at `y`. */
export function paintReeds(
  { paint, random }: Easel,
  reeds: { from: number; to: number; y: number; tall: number; count: number; stem: string; head: string },
): void {
  for (let i = 0; i < reeds.count; i++) {
    const x = random.between(reeds.from, reeds.to)
    const y = reeds.y + random.between(-12, 40)
    const tall = reeds.tall * random.between(0.5, 1.1)
    const bend = tall * (0.06 + random.swing() * 0.13)
    paint.strokeStyle = reeds.stem
    paint.lineWidth = random.between(3, 6.5)
    paint.beginPath()
    paint.moveTo(x, y)
    paint.quadraticCurveTo(x, y - tall * 0.6, x + bend, y - tall)
    paint.stroke()
    if (i % 3 > 0) continue
    paint.strokeStyle = reeds.head
    paint.lineWidth = 15
    paint.beginPath()
    paint.moveTo(x + bend * 0.93, y - tall * 0.97)
    paint.lineTo(x + bend * 0.72, y - tall * 0.83)
    paint.stroke()
  }
}
