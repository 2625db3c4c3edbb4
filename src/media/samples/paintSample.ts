import { encodeJpeg } from '../encodeJpeg'
import { writeExif } from '../writeExif'
import { easel } from './easel'
import { finish } from './finish'
import { SAMPLE_STORY, SAMPLE_UTC_OFFSET_MINUTES } from './story'

const LONG_EDGE = 2400
const SHORT_EDGE = 1600
const QUALITY = 0.9

/** Paints one picture of the story (0 to 11) as a JPEG file with its date and place. Runs in a worker. */
export async function paintSample(index: number): Promise<File> {
  const sample = SAMPLE_STORY[index]
  if (!sample) throw new RangeError(`there is no sample photo ${index}`)
  const [width, height] = sample.upright ? [SHORT_EDGE, LONG_EDGE] : [LONG_EDGE, SHORT_EDGE]
  const canvas = easel(width, height, sample.seed)
  sample.paint(canvas)
  finish(canvas, { vignette: sample.vignette, grain: 0.2 })
  const { takenAt, place } = sample
  const exif = writeExif({ takenAt, utcOffsetMinutes: SAMPLE_UTC_OFFSET_MINUTES, place })
  const jpeg = await encodeJpeg(canvas.paint.canvas, QUALITY, exif)
  const lastModified = Date.parse(`${takenAt}Z`) - SAMPLE_UTC_OFFSET_MINUTES * 60_000
  return new File([jpeg], `sample-${String(index + 1).padStart(2, '0')}-${sample.name}.jpg`, {
    type: 'image/jpeg',
    lastModified,
  })
}
