/** Photos for the film tests: painted, so that every frame can be foreseen. */

export interface Rgb {
  readonly r: number
  readonly g: number
  readonly b: number
}

export const RED: Rgb = { r: 190, g: 40, b: 40 }
export const GREEN: Rgb = { r: 40, g: 150, b: 60 }
export const BLUE: Rgb = { r: 40, g: 70, b: 190 }
export const YELLOW: Rgb = { r: 220, g: 200, b: 40 }

const css = ({ r, g, b }: Rgb) => `rgb(${r} ${g} ${b})`

type Draw = (context: OffscreenCanvasRenderingContext2D, width: number, height: number) => void

export async function paintPhoto(
  width: number,
  height: number,
  draw: Draw,
  type = 'image/jpeg',
): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  draw(context, width, height)
  return canvas.convertToBlob({ type, quality: 0.95 })
}

/** One colour, slightly graded so that the encoder has something to do. */
export const flat =
  (colour: Rgb): Draw =>
  (context, width, height) => {
    context.fillStyle = css(colour)
    context.fillRect(0, 0, width, height)
  }

/** Four colours: top left, top right, bottom left, bottom right. */
export const quarters =
  (colours: readonly [Rgb, Rgb, Rgb, Rgb]): Draw =>
  (context, width, height) => {
    colours.forEach((colour, index) => {
      context.fillStyle = css(colour)
      const x = index % 2 ? width / 2 : 0
      const y = index < 2 ? 0 : height / 2
      context.fillRect(x, y, width / 2, height / 2)
    })
  }

/** Detail everywhere: soft slopes and shapes with edges. */
export const landscape: Draw = (context, width, height) => {
  const sky = context.createLinearGradient(0, 0, width, height)
  sky.addColorStop(0, '#2b5f9e')
  sky.addColorStop(0.5, '#e8c39a')
  sky.addColorStop(1, '#3d5a35')
  context.fillStyle = sky
  context.fillRect(0, 0, width, height)
  for (let index = 0; index < 60; index++) {
    context.fillStyle = `hsl(${(index * 47) % 360} 45% ${30 + (index % 5) * 9}%)`
    context.beginPath()
    const x = ((index * 0.618) % 1) * width
    const y = ((index * 0.377) % 1) * height
    context.arc(x, y, height * (0.02 + (index % 7) * 0.006), 0, 7)
    context.fill()
  }
}

/** Puts an EXIF block with an orientation 1..8 into a JPEG. */
export async function withOrientation(jpeg: Blob, orientation: number): Promise<Blob> {
  const bytes = new Uint8Array(await jpeg.arrayBuffer())
  // prettier-ignore
  const exif = [
    0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, // APP1 of 34 bytes, "Exif"
    0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, // big-endian TIFF, one entry
    0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, // Orientation, SHORT
    0, 0, 0, 0, // no further directory
  ]
  return new Blob([bytes.slice(0, 2), new Uint8Array(exif), bytes.slice(2)], { type: 'image/jpeg' })
}

/** Draws a stored picture such that turning it by `orientation` gives back what `draw` paints upright. */
export async function paintStored(
  width: number,
  height: number,
  draw: Draw,
  orientation: number,
): Promise<Blob> {
  const upright = new OffscreenCanvas(width, height)
  const context = upright.getContext('2d')
  if (!context) throw new Error('no canvas')
  draw(context, width, height)
  const isTurned = orientation >= 5
  const stored = new OffscreenCanvas(isTurned ? height : width, isTurned ? width : height)
  const target = stored.getContext('2d')
  if (!target) throw new Error('no canvas')
  // Where the stored pixel of the upright pixel (x, y) lies, as the EXIF standard names the eight.
  const matrices: Record<number, [number, number, number, number, number, number]> = {
    1: [1, 0, 0, 1, 0, 0],
    2: [-1, 0, 0, 1, width, 0],
    3: [-1, 0, 0, -1, width, height],
    4: [1, 0, 0, -1, 0, height],
    5: [0, 1, 1, 0, 0, 0],
    6: [0, -1, 1, 0, 0, width],
    7: [0, -1, -1, 0, height, width],
    8: [0, 1, -1, 0, height, 0],
  }
  const matrix = matrices[orientation]
  if (!matrix) throw new RangeError(`orientation ${orientation}`)
  target.setTransform(...matrix)
  target.drawImage(upright, 0, 0)
  return withOrientation(await stored.convertToBlob({ type: 'image/jpeg', quality: 0.95 }), orientation)
}
