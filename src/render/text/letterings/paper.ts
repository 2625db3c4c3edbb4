import type { Paint } from '../canvas'

/**
 * Lays a slip of old paper with its middle at 0, 0: cut by hand, yellowed towards its edges, with fibres and a shadow.
 * @param base the frame's shorter side: how large fibres and shadow are
 */
export function drawPaper(
  paint: Paint,
  { width, height }: { width: number; height: number },
  base: number,
  chance: () => number,
): void {
  const edge = cutEdge(width, height, base, chance)
  paint.save()
  paint.shadowColor = 'rgba(20,12,4,0.5)'
  paint.shadowBlur = base * 0.022
  paint.shadowOffsetX = base * 0.004
  paint.shadowOffsetY = base * 0.008
  paint.fillStyle = '#efe4c9'
  paint.fill(edge)
  paint.restore()

  paint.save()
  paint.clip(edge)
  const middle = Math.max(width, height) / 2
  paint.scale(width / 2 / middle, height / 2 / middle)
  const age = paint.createRadialGradient(-middle * 0.2, -middle * 0.15, middle * 0.2, 0, 0, middle * 1.4)
  age.addColorStop(0, 'rgba(255,250,232,0.5)')
  age.addColorStop(0.5, 'rgba(238,224,190,0)')
  age.addColorStop(1, 'rgba(150,108,58,0.5)')
  paint.fillStyle = age
  paint.fillRect(-middle, -middle, middle * 2, middle * 2)
  paint.restore()

  paint.save()
  paint.clip(edge)
  drawFibres(paint, width, height, base, chance)
  paint.restore()
}

/** A rectangle as scissors cut it: the sides waver a little. */
function cutEdge(width: number, height: number, base: number, chance: () => number): Path2D {
  const waver = base * 0.0022
  const step = base * 0.055
  const corners = [
    [-width / 2, -height / 2],
    [width / 2, -height / 2],
    [width / 2, height / 2],
    [-width / 2, height / 2],
  ] as const
  const edge = new Path2D()
  for (const [index, [x, y]] of corners.entries()) {
    const [nextX, nextY] = corners[(index + 1) % 4] ?? [x, y]
    const length = Math.hypot(nextX - x, nextY - y)
    const pieces = Math.max(1, Math.round(length / step))
    for (let piece = 0; piece < pieces; piece++) {
      const at = piece / pieces
      const away = (chance() - 0.5) * 2 * waver
      // Across the side: up and down for the long ones, left and right for the short ones.
      edge.lineTo(x + (nextX - x) * at + (index % 2) * away, y + (nextY - y) * at + ((index + 1) % 2) * away)
    }
  }
  edge.closePath()
  return edge
}

function drawFibres(paint: Paint, width: number, height: number, base: number, chance: () => number): void {
  const place = () => [(chance() - 0.5) * width, (chance() - 0.5) * height] as const
  const amount = Math.min(900, Math.round((width * height) / (base * base * 0.00035)))
  for (let index = 0; index < amount; index++) {
    const [x, y] = place()
    const long = base * (0.001 + chance() * 0.006)
    const turn = chance() * Math.PI
    paint.strokeStyle = chance() < 0.55 ? 'rgba(110,80,44,0.13)' : 'rgba(255,252,240,0.3)'
    paint.lineWidth = Math.max(0.6, base * 0.0009)
    paint.beginPath()
    paint.moveTo(x, y)
    paint.lineTo(x + Math.cos(turn) * long, y + Math.sin(turn) * long)
    paint.stroke()
  }
  for (let index = 0; index < 3; index++) {
    const [x, y] = place()
    const size = base * (0.02 + chance() * 0.05)
    const stain = paint.createRadialGradient(x, y, 0, x, y, size)
    stain.addColorStop(0, 'rgba(150,98,40,0.1)')
    stain.addColorStop(0.5, 'rgba(150,98,40,0.06)')
    stain.addColorStop(1, 'rgba(140,96,44,0)')
    paint.fillStyle = stain
    paint.fillRect(x - size, y - size, size * 2, size * 2)
  }
}
