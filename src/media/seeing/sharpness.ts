import type { Grey } from './pictureCopy'

const BLOCK = 32
/** A block with less contrast than this (mean squared step, in grey levels) has no edges to judge by. */
const FAINT = 12
/** The ratio that counts as half sharp; found with photos blurred on purpose. */
const HALF_SHARP = 0.2

/**
 * How sharp the sharpest parts of a photo are, 0 (blurred) to 1.
 *
 * [Note: sharp, not contrasty] The usual measure, the variance of the Laplacian, is as much about the motif's contrast
 * as about focus. Here the Laplacian's energy is divided by that of the slope: how suddenly edges rise, whatever their
 * height. A blurred background does not count against a sharp face, so the sharpest quarter of the parts that have
 * edges decides. Before it all the picture is smoothed a little, or noise would pass for detail.
 */
export function sharpnessOf(grey: Grey): number {
  const { width, height, values } = smoothed(grey)
  const ratios: number[] = []
  for (let top = 3; top + BLOCK < height - 2; top += BLOCK) {
    for (let left = 3; left + BLOCK < width - 2; left += BLOCK) {
      let [slopes, bends] = [0, 0]
      for (let y = top; y < top + BLOCK; y++) {
        for (let at = y * width + left; at < y * width + left + BLOCK; at++) {
          const [here, west, east] = [values[at] ?? 0, values[at - 1] ?? 0, values[at + 1] ?? 0]
          const [north, south] = [values[at - width] ?? 0, values[at + width] ?? 0]
          slopes += ((east - west) ** 2 + (south - north) ** 2) / 4
          bends += (east + west + north + south - 4 * here) ** 2
        }
      }
      if (slopes / BLOCK ** 2 >= FAINT) ratios.push(bends / slopes)
    }
  }
  if (ratios.length === 0) return 0
  const sharpest = ratios.sort((a, b) => b - a).slice(0, Math.ceil(ratios.length / 4))
  const ratio = sharpest.reduce((sum, value) => sum + value, 0) / sharpest.length
  return ratio / (ratio + HALF_SHARP)
}

/** Each pixel weighed with its neighbours up to two away, 1 : 4 : 6 : 4 : 1 both ways. The rim stays as it is. */
function smoothed(grey: Grey): Grey {
  return { ...grey, values: smoothedAlong(smoothedAlong(grey.values, 1), grey.width) }
}

function smoothedAlong(values: Float32Array, step: number): Float32Array {
  const smooth = values.slice()
  for (let at = 2 * step; at < values.length - 2 * step; at++) {
    const near = (values[at - step] ?? 0) + (values[at + step] ?? 0)
    const far = (values[at - 2 * step] ?? 0) + (values[at + 2 * step] ?? 0)
    smooth[at] = (6 * (values[at] ?? 0) + 4 * near + far) / 16
  }
  return smooth
}
