import { fitLongEdge } from '../pictureSize'

/** Brightness of a picture, 0..255 a pixel, row after row. */
export interface Grey {
  width: number
  height: number
  values: Float32Array
}

/** The pixels of a smaller copy of a picture; never enlarged. */
export function shrunkPixels(picture: OffscreenCanvas, longEdge: number): ImageData {
  const { width, height } = fitLongEdge(picture, longEdge)
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no room for pixels')
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, width, height)
  return context.getImageData(0, 0, width, height)
}

/** What the eye takes for brightness: luma with the weights of BT.601, as JPEG keeps it. */
export function greyOf({ width, height, data }: ImageData): Grey {
  const values = new Float32Array(width * height)
  for (let i = 0; i < values.length; i++) {
    const at = 4 * i
    values[i] = 0.299 * (data[at] ?? 0) + 0.587 * (data[at + 1] ?? 0) + 0.114 * (data[at + 2] ?? 0)
  }
  return { width, height, values }
}

/** The means of `columns` × `rows` equal parts of a picture, row after row: every pixel counts once. */
export function meansOf({ width, height, values }: Grey, columns: number, rows: number): Float32Array {
  const sums = new Float32Array(columns * rows)
  const weights = new Float32Array(columns * rows)
  for (let row = 0; row < rows; row++) {
    const [top, bottom] = [(row * height) / rows, ((row + 1) * height) / rows]
    for (let y = Math.floor(top); y < bottom; y++) {
      const tall = Math.min(y + 1, bottom) - Math.max(y, top)
      for (let column = 0; column < columns; column++) {
        const [left, right] = [(column * width) / columns, ((column + 1) * width) / columns]
        const part = row * columns + column
        for (let x = Math.floor(left); x < right; x++) {
          const weight = tall * (Math.min(x + 1, right) - Math.max(x, left))
          sums[part] = (sums[part] ?? 0) + weight * (values[y * width + x] ?? 0)
          weights[part] = (weights[part] ?? 0) + weight
        }
      }
    }
  }
  return sums.map((sum, part) => sum / (weights[part] || 1))
}
