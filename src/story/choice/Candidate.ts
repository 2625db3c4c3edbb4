import type { Box } from '@/domain/analysis'
import { isUndirected, UNDIRECTED, type Direction } from '@/domain/direction'
import type { DirectedPhoto } from '../filmWishes'
import { readHash, type PictureHash } from './pictureHash'
import { trueTimes, type TrueTime } from '../time/trueTimes'

/** A photo that may be shown, with what the director thinks of it. */
export interface Candidate {
  readonly photo: DirectedPhoto
  /** Its place in the person's order. */
  readonly index: number
  readonly time: TrueTime | null
  readonly hash: PictureHash | null
  /** Its caption, trimmed. */
  readonly caption: string
  readonly faces: readonly Box[]
  /** How good a picture it is, 0 to 1; 0.5 when nobody has looked. */
  readonly score: number
  /** How many photos of the same moment it stands for, itself included. */
  readonly standsFor: number
}

/** What the person decided about how it is shown. */
export const directionOf = ({ photo }: Pick<Candidate, 'photo'>): Direction => photo.direction ?? UNDIRECTED

/**
 * All but those the person does not want.
 *
 * [Note: who shapes a photo wants it] A photo whose time, framing, transition or title card somebody has decided is kept,
 * as if they had said so: it would vanish from under their hands when they go on to the next one.
 */
export function candidatesOf(photos: readonly DirectedPhoto[], isShortened = false): Candidate[] {
  const times = trueTimes(photos)
  return photos.flatMap((photo, index) =>
    photo.choice === 'skip'
      ? []
      : [
          {
            photo: isShaped(photo) && !isShortened ? { ...photo, choice: 'keep' as const } : photo,
            index,
            time: times[index] ?? null,
            hash: readHash(photo.analysis?.hash),
            caption: photo.caption.trim(),
            faces: photo.analysis?.faces ?? [],
            score: scoreOf(photo),
            standsFor: 1,
          },
        ],
  )
}

export const isShaped = ({ direction }: DirectedPhoto): boolean =>
  direction !== undefined && !isUndirected(direction)

/** Must a person miss it if it were left out? They said so, shaped it, or wrote about it. */
export const isWanted = ({ photo, caption }: Candidate): boolean =>
  photo.choice === 'keep' || caption !== '' || isShaped(photo)

/** Sharp, well lit, with people: in this order of weight. A blurred photo is no good however well lit. */
function scoreOf({ analysis }: DirectedPhoto): number {
  if (!analysis) return 0.5
  const { sharpness, brightness, clipped, faces } = analysis
  const light = Math.max(0, 1 - Math.abs(brightness - 0.47) * 2) * (1 - Math.min(1, clipped * 2))
  const people = Math.min(1, faces.length / 3)
  return 0.5 * Math.min(1, sharpness) + 0.25 * light + 0.25 * people
}
