import { z } from 'zod'

/**
 * What was seen in a photo: `media_items.analysis` and the draft. Places in the picture are in 0..1 of the upright photo,
 * from its top left corner.
 */

const part = z.number().min(0).max(1)
/** A part of an upright photo. */
export const boxSchema = z.object({ x: part, y: part, width: part, height: part })
export type Box = z.output<typeof boxSchema>

/**
 * The town nearest to where a photo was taken: the town's own middle, never the photo's place, so that it can be stored
 * also where the person does not keep places. `id` is GeoNames'.
 */
export const townSchema = z.object({
  id: z.int(),
  name: z.string().max(120),
  country: z.string().length(2),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
})
export type Town = z.output<typeof townSchema>

export const MOST_FACES = 40

export const analysisSchema = z.object({
  version: z.literal(1),
  /** Largest first; `score` is how sure the model is. */
  faces: z.array(boxSchema.extend({ score: part })).max(MOST_FACES),
  /** What draws the eye where there is no face: a crop that keeps it. */
  focus: boxSchema.nullable(),
  /** 0 (blurred) to 1, comparable between photos. */
  sharpness: part,
  /** 0 (black) to 1 (white): the mean brightness; `clipped` is the part of the pixels that are either. */
  brightness: part,
  clipped: part,
  /** 64-bit difference hash, hexadecimal: near-duplicates differ in few bits. */
  hash: z.string().regex(/^[0-9a-f]{16}$/),
  /** The camera's name: clocks are mended by camera. */
  camera: z.string().max(120).nullable(),
  town: townSchema.nullable(),
  /** The zone at the place and time, where the file names none. */
  utcOffsetMinutes: z.int().min(-1440).max(1440).nullable(),
})
export type Analysis = z.output<typeof analysisSchema>

/** A stored analysis; null for photos never analysed, analysed by other code, or in vain. */
export const storedAnalysisSchema = analysisSchema.nullable().catch(null)
