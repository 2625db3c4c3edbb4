import { transform } from '../fft'
import { SAMPLE_RATE } from '../samples/sample'

/** How much begins at each moment. Frame n is about `(n + 1) · HOP` samples in. */
export interface Onsets {
  readonly all: Float32Array
  /** The level of what lies below 200 Hz: kicks and basses tell where bars begin. */
  readonly low: Float32Array
  readonly framesPerSecond: number
}
const SIZE = 1024
const HOP = 512
const LOW_BINS = Math.ceil((200 / SAMPLE_RATE) * SIZE)

/** Spectral flux of a mono signal at 48 kHz: what grew since the frame before, on a logarithmic scale. */
export function onsetsOf(samples: Float32Array): Onsets {
  const count = Math.max(0, Math.floor((samples.length - SIZE) / HOP))
  const all = new Float32Array(count)
  const low = new Float32Array(count)
  const window = Float64Array.from(
    { length: SIZE },
    (_, index) => 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / SIZE),
  )
  const real = new Float64Array(SIZE)
  const imaginary = new Float64Array(SIZE)
  const before = new Float64Array(SIZE / 2)
  for (let frame = 0; frame < count; frame++) {
    for (let index = 0; index < SIZE; index++)
      real[index] = (window[index] ?? 0) * (samples[frame * HOP + index] ?? 0)
    imaginary.fill(0)
    transform(real, imaginary)
    let grown = 0
    let bass = 0
    for (let bin = 1; bin < SIZE / 2; bin++) {
      const magnitude = Math.sqrt((real[bin] ?? 0) ** 2 + (imaginary[bin] ?? 0) ** 2)
      // How loud the bass is counts as it is: it is compared with itself.
      if (bin <= LOW_BINS) bass += magnitude
      const level = Math.log1p(30 * magnitude)
      grown += Math.max(0, level - (before[bin] ?? 0))
      before[bin] = level
    }
    // Before the first frame there was nothing to compare with.
    all[frame] = frame === 0 ? 0 : grown
    low[frame] = bass
  }
  return { all: flatten(all), low, framesPerSecond: SAMPLE_RATE / HOP }
}

/** Takes away what is usual around each moment. */
function flatten(values: Float32Array): Float32Array {
  const reach = 24
  let sum = 0
  for (let index = 0; index < Math.min(reach, values.length); index++) sum += values[index] ?? 0
  return values.map((value, index) => {
    sum += (values[index + reach] ?? 0) - (values[index - reach - 1] ?? 0)
    const width = Math.min(values.length, index + reach + 1) - Math.max(0, index - reach)
    return Math.max(0, value - sum / width)
  })
}
