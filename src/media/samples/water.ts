import { downwards, type Easel, type Stop, within } from './easel'

/**
 * A lake below `shore`: what is above it upside down, wavering more the nearer it is, under a tint.
 * Call it when everything that is to be mirrored has been painted.
 */
export function paintReflection(
  { paint, width, height, random }: Easel,
  shore: number,
  look: { tint: readonly Stop[]; waver: number; squeeze?: number },
): void {
  const mirrored = new OffscreenCanvas(width, Math.ceil(shore))
  mirrored.getContext('2d')?.drawImage(paint.canvas, 0, 0)
  const squeeze = look.squeeze ?? 1
  const phase = random.between(0, 6)
  let row = 0
  while (shore + row < height) {
    const near = row / (height - shore)
    const thick = 2 + Math.round(near * 2)
    // Waves look shorter the farther away they are.
    const wave = 40 * Math.log1p(row / 40)
    const sway = Math.sin(wave) + 0.6 * Math.sin(wave * 2.3 + 1) + 0.5 * Math.sin(wave * 0.43 + phase)
    const shift = sway * look.waver * (0.15 + near * 1.6)
    const source = Math.max(0, shore - row / squeeze - thick)
    paint.drawImage(mirrored, 0, source, width, thick, shift - 40, shore + row, width + 80, thick + 0.5)
    row += thick
  }
  paint.fillStyle = downwards(paint, shore, height, look.tint)
  paint.fillRect(0, shore, width, height - shore)
}

/** Glints on water around `x`: short level strokes, longer and farther apart the nearer they are. */
export function paintGlints(
  { paint, random }: Easel,
  glints: {
    x: number
    from: number
    to: number
    /** Half the width of the path of light at its far and near end. */
    spread: readonly [far: number, near: number]
    count: number
    colour: string
    strength: number
  },
): void {
  within(paint, () => {
    paint.globalCompositeOperation = 'screen'
    paint.strokeStyle = glints.colour
    for (let i = 0; i < glints.count; i++) {
      const near = random.next() ** 1.6
      const y = glints.from + (glints.to - glints.from) * near
      const spread = glints.spread[0] + (glints.spread[1] - glints.spread[0]) * near
      const x = glints.x + random.swing() * spread
      const long = random.between(5, 32) * (0.35 + 2.4 * near)
      paint.lineWidth = 1.3 + 5.5 * near * random.next()
      paint.globalAlpha = glints.strength * random.between(0.25, 1)
      paint.beginPath()
      paint.moveTo(x - long, y)
      paint.quadraticCurveTo(x, y + paint.lineWidth * random.swing(), x + long, y)
      paint.stroke()
    }
  })
}
