import { easel, type Easel, within } from './easel'

const TILE = 512

/** The last touch on every picture: darker corners and the grain of the paper. */
export function finish(
  { paint, width, height, random }: Easel,
  look: { vignette: number; grain: number },
): void {
  const [x, y] = [width / 2, height / 2]
  const corner = Math.hypot(x, y)
  const dark = paint.createRadialGradient(x, y, corner * 0.45, x, y, corner)
  dark.addColorStop(0, 'rgb(20 12 30 / 0)')
  dark.addColorStop(0.6, `rgb(20 12 30 / ${look.vignette * 0.35})`)
  dark.addColorStop(1, `rgb(20 12 30 / ${look.vignette})`)
  paint.fillStyle = dark
  paint.fillRect(0, 0, width, height)
  const pattern = paint.createPattern(grainTile(random.between(0, 1e9)), 'repeat')
  if (!pattern) return
  within(paint, () => {
    paint.globalCompositeOperation = 'soft-light'
    paint.globalAlpha = look.grain
    paint.fillStyle = pattern
    paint.fillRect(0, 0, width, height)
  })
}

/** Grey noise around the middle, fine grain with a coarser one beneath as paper has. */
function grainTile(seed: number): OffscreenCanvas {
  const { paint, random } = easel(TILE, TILE, seed)
  const image = paint.createImageData(TILE, TILE)
  const coarse = Array.from({ length: (TILE / 4) ** 2 }, () => random.swing())
  for (let i = 0; i < TILE * TILE; i++) {
    const cell = Math.floor(i / TILE / 4) * (TILE / 4) + Math.floor((i % TILE) / 4)
    const grey = 128 + 62 * random.swing() + 26 * (coarse[cell] ?? 0)
    image.data[4 * i] = image.data[4 * i + 1] = image.data[4 * i + 2] = grey
    image.data[4 * i + 3] = 255
  }
  paint.putImageData(image, 0, 0)
  return paint.canvas
}
