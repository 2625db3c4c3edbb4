/**
 * What the compositor is meant to compute, written plainly and in floating point: the measure that the vector code is
 * held against in the tests. Never used to make films.
 */
export interface PlainPlane {
  readonly width: number
  readonly height: number
  readonly at: (x: number, y: number) => number
}

/** Mean of the source under each output pixel, partly covered pixels by their part. */
export function plainAreaScale(source: PlainPlane, width: number, height: number): number[] {
  const ratioX = source.width / width
  const ratioY = source.height / height
  return pixels(width, height, (x, y) => {
    let sum = 0
    for (let sy = Math.floor(y * ratioY); sy < Math.min(source.height, (y + 1) * ratioY); sy++) {
      const down = Math.min(sy + 1, (y + 1) * ratioY) - Math.max(sy, y * ratioY)
      for (let sx = Math.floor(x * ratioX); sx < Math.min(source.width, (x + 1) * ratioX); sx++) {
        const across = Math.min(sx + 1, (x + 1) * ratioX) - Math.max(sx, x * ratioX)
        sum += source.at(sx, sy) * across * down
      }
    }
    return sum / (ratioX * ratioY)
  })
}

/** Bilinear, the middle of target pixel x reading the source at `originX + stepX · (x + ½)`, edges repeated. */
export function plainResample(
  source: PlainPlane,
  width: number,
  height: number,
  { originX, stepX, originY, stepY }: { originX: number; stepX: number; originY: number; stepY: number },
): number[] {
  const clamped = (x: number, y: number) =>
    source.at(Math.min(source.width - 1, Math.max(0, x)), Math.min(source.height - 1, Math.max(0, y)))
  return pixels(width, height, (x, y) => {
    const sx = Math.min(source.width - 1, Math.max(0, originX + stepX * (x + 0.5) - 0.5))
    const sy = Math.min(source.height - 1, Math.max(0, originY + stepY * (y + 0.5) - 0.5))
    const [ix, iy] = [Math.floor(sx), Math.floor(sy)]
    const [fx, fy] = [sx - ix, sy - iy]
    const upper = clamped(ix, iy) * (1 - fx) + clamped(ix + 1, iy) * fx
    const lower = clamped(ix, iy + 1) * (1 - fx) + clamped(ix + 1, iy + 1) * fx
    return upper * (1 - fy) + lower * fy
  })
}

function pixels(width: number, height: number, value: (x: number, y: number) => number): number[] {
  return Array.from({ length: width * height }, (_, index) => value(index % width, Math.floor(index / width)))
}

/** Peak signal to noise ratio in dB of two pictures of 8-bit samples; Infinity when they are the same. */
export function psnr(one: ArrayLike<number>, other: ArrayLike<number>): number {
  let error = 0
  for (let index = 0; index < one.length; index++) error += ((one[index] ?? 0) - (other[index] ?? NaN)) ** 2
  return 10 * Math.log10((255 * 255 * one.length) / error)
}
