/** Pictures that are known beforehand: four by three fields of plain colour, others in each frame. */

/** Y, Cb, Cr of BT.709 in limited range, within what every screen shows. */
const COLOURS: readonly (readonly [y: number, cb: number, cr: number])[] = [
  [60, 120, 140],
  [120, 170, 175],
  [170, 128, 128],
  [130, 90, 85],
  [140, 110, 105],
  [200, 120, 135],
  [40, 128, 128],
]

const colourAt = (column: number, row: number, index: number) =>
  COLOURS[(column + 3 * row + 2 * index) % COLOURS.length] ?? ([16, 128, 128] as const)

/** Red, green and blue, 0..255, of a field in a frame (ITU-R BT.709, limited range). */
export function expectedColour(column: number, row: number, index: number): [number, number, number] {
  const [y, cb, cr] = colourAt(column, row, index)
  const luma = (255 * (y - 16)) / 219
  const blue = (255 * (cb - 128)) / 224
  const red = (255 * (cr - 128)) / 224
  return [luma + 1.5748 * red, luma - 0.1873 * blue - 0.4681 * red, luma + 1.8556 * blue]
}

/** What every frame of a film is. */
export const BT709: VideoColorSpaceInit = {
  primaries: 'bt709',
  transfer: 'bt709',
  matrix: 'bt709',
  fullRange: false,
}

/** A frame as the compositor makes them: I420, BT.709, limited. The caller closes it. */
export function paintCheckFrame(
  { width, height, framerate = 30 }: VideoEncoderConfig,
  index: number,
): VideoFrame {
  return new VideoFrame(checkPlanes(width, height, index), {
    format: 'I420',
    codedWidth: width,
    codedHeight: height,
    timestamp: Math.round((index * 1e6) / framerate),
    duration: Math.round(1e6 / framerate),
    colorSpace: BT709,
  })
}

/** The bytes of a frame: Y, Cb, Cr after each other. */
export function checkPlanes(width: number, height: number, index: number): Uint8Array<ArrayBuffer> {
  const halfWidth = Math.ceil(width / 2)
  const halfHeight = Math.ceil(height / 2)
  const lumaBytes = width * height
  const chromaBytes = halfWidth * halfHeight
  const data = new Uint8Array(lumaBytes + 2 * chromaBytes)
  paintPlane(data.subarray(0, lumaBytes), width, height, index, 0)
  paintPlane(data.subarray(lumaBytes, lumaBytes + chromaBytes), halfWidth, halfHeight, index, 1)
  paintPlane(data.subarray(lumaBytes + chromaBytes), halfWidth, halfHeight, index, 2)
  return data
}

function paintPlane(plane: Uint8Array, width: number, height: number, index: number, component: 0 | 1 | 2) {
  for (let y = 0; y < height; y++) {
    const row = Math.floor((3 * y) / height)
    for (let column = 0; column < 4; column++) {
      const from = y * width + Math.ceil((column * width) / 4)
      const to = y * width + Math.ceil(((column + 1) * width) / 4)
      plane.fill(colourAt(column, row, index)[component], from, to)
    }
  }
}
