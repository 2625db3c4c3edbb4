import type { Analysis, Box } from '@/domain/analysis'
import type { PhotoFacts } from '@/domain/photo'
import { log } from '@/lib/log'
import { decodeUpright } from '../decodeUpright'
import { townOf } from '../places/townOf'
import { utcOffsetAt } from '../places/utcOffsetAt'
import { readHeader } from '../readHeader'
import { COPY_EDGE, readPhotoBytes } from '../readPhoto'
import { differenceHash } from './differenceHash'
import { exposureOf } from './exposure'
import { findFaces } from './faces/findFaces'
import { focusOf } from './focus'
import { greyOf, shrunkPixels } from './pictureCopy'
import { sharpnessOf } from './sharpness'

/** Photos are compared for sharpness at one size. */
const GREY_EDGE = 1024

/**
 * Looks at a photo. Runs in the seeing worker. Models, towns and zones that cannot be had leave their part empty.
 * Throws DraftError when the photo cannot be read.
 */
export async function seePhoto(file: Blob, facts: PhotoFacts): Promise<Analysis> {
  const bytes = await readPhotoBytes(file)
  const picture = await decodeUpright(bytes, readHeader(bytes), facts.orientation, COPY_EDGE)
  const grey = greyOf(shrunkPixels(picture, GREY_EDGE))
  const faces = await orNothing(findFaces(picture), [])
  const focus = faces.length > 0 ? null : await orNothing(focusOf(picture), null)
  const { brightness, clipped } = exposureOf(grey)
  return {
    version: 1,
    faces: faces.map((face) => ({ ...roundedBox(face), score: round(face.score) })),
    focus: focus && roundedBox(focus),
    sharpness: round(sharpnessOf(grey)),
    brightness: round(brightness),
    clipped: round(clipped),
    hash: differenceHash(grey),
    camera: facts.camera,
    town: facts.place && (await orNothing(townOf(facts.place), null)),
    utcOffsetMinutes: offsetOf(facts),
  }
}

function offsetOf({ place, takenAt, utcOffsetMinutes }: PhotoFacts): number | null {
  return place && takenAt && utcOffsetMinutes === null ? utcOffsetAt(place, takenAt) : null
}

async function orNothing<Seen>(part: Promise<Seen>, nothing: Seen): Promise<Seen> {
  try {
    return await part
  } catch (error) {
    log.info('A part of a photo was not seen', error)
    return nothing
  }
}

/** A ten-thousandth of a photo is less than a pixel of a film. */
const round = (value: number): number => Math.round(value * 10_000) / 10_000
function roundedBox(box: Box): Box {
  const [x, y] = [round(box.x), round(box.y)]
  return { x, y, width: round(round(box.x + box.width) - x), height: round(round(box.y + box.height) - y) }
}
