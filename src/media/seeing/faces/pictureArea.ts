/** A square part of a picture, in its pixels, turned clockwise by `angle` radians around its middle. */
export interface PictureArea {
  centerX: number
  centerY: number
  edge: number
  angle: number
}

/** Draws parts of pictures into a small square and hands out their colours as models want them. */
export class AreaReader {
  readonly #edge: number
  readonly #context: OffscreenCanvasRenderingContext2D
  readonly #rgb: Float32Array

  /** `edge` is that of the model's input, in pixels. */
  constructor(edge: number) {
    const context = new OffscreenCanvas(edge, edge).getContext('2d', { willReadFrequently: true })
    if (!context) throw new Error('no room for pixels')
    context.imageSmoothingQuality = 'high'
    this.#edge = edge
    this.#context = context
    this.#rgb = new Float32Array(3 * edge * edge)
  }

  /** The colours in `area`, 0..255 mapped to `low`..`high`; black beyond the picture. Valid until the next call. */
  read(picture: OffscreenCanvas, area: PictureArea, low: number, high: number): Float32Array {
    const context = this.#context
    const half = this.#edge / 2
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.fillRect(0, 0, this.#edge, this.#edge)
    context.translate(half, half)
    context.rotate(-area.angle)
    context.scale(this.#edge / area.edge, this.#edge / area.edge)
    context.translate(-area.centerX, -area.centerY)
    context.drawImage(picture, 0, 0)
    const { data } = context.getImageData(0, 0, this.#edge, this.#edge)
    const scale = (high - low) / 255
    for (let from = 0, to = 0; from < data.length; from += 4, to += 3) {
      this.#rgb[to] = low + scale * (data[from] ?? 0)
      this.#rgb[to + 1] = low + scale * (data[from + 1] ?? 0)
      this.#rgb[to + 2] = low + scale * (data[from + 2] ?? 0)
    }
    return this.#rgb
  }
}

/** Where a point of an area's square (0..1) lies in the picture. */
export function pointInPicture(area: PictureArea, x: number, y: number): { x: number; y: number } {
  const [dx, dy] = [(x - 0.5) * area.edge, (y - 0.5) * area.edge]
  const [cos, sin] = [Math.cos(area.angle), Math.sin(area.angle)]
  return { x: area.centerX + dx * cos - dy * sin, y: area.centerY + dx * sin + dy * cos }
}
