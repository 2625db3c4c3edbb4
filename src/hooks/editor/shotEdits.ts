import {
  CARD_MIN_SECONDS,
  cardSeconds,
  HOLD_MIN_SECONDS,
  roundedHold,
  type SomeDirection,
  type TitleCard,
} from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import { inOrder, positionAt } from '@/domain/position'
import type { FilmShot } from '@/story/filmShots'

/** What changes of which photos when a person works on a shot: pure, so that one hand's work is one step of undo. */
export type PhotoChange = { photo: Photo; to: SomeDirection }

/** A film's shots, the photos they are made of, and how much faster than the project's own film it is told. */
export type ShotDesk = {
  readonly shots: readonly FilmShot[]
  readonly photos: readonly Photo[]
  readonly pace: number
}

const leastSeconds = ({ card }: FilmShot) => (card ? CARD_MIN_SECONDS : HOLD_MIN_SECONDS)

/** The shot that is chosen: that of a photo, or of the title card beside it. */
export const chosenShot = (
  shots: readonly FilmShot[],
  photoId: string | null,
  part: 'photo' | 'card',
): FilmShot | undefined => {
  const about = shots.filter(({ photoIds }) => photoId !== null && photoIds.includes(photoId))
  const shot = about.find(({ card }) => (card !== null) === (part === 'card'))
  // A card that is gone, or has moved on to another photo, leaves the one it stood beside.
  return shot ?? (part === 'card' ? about[0] : undefined)
}

/** The first photo of a shot: what is decided about a shot is kept with it. */
export const leadOf = ({ photos }: Pick<ShotDesk, 'photos'>, shot: FilmShot | undefined): Photo | undefined =>
  photos.find(({ id }) => id === shot?.photoIds[0])

/** Where the cut after a shot may lie, in seconds of the film. */
export function cutRange({ shots }: ShotDesk, index: number): { least: number; most: number } {
  const [shot, next] = [shots[index], shots[index + 1]]
  if (!shot || !next) return { least: 0, most: 0 }
  return {
    least: Math.min(shot.endSeconds, shot.startSeconds + leastSeconds(shot)),
    most: Math.max(shot.endSeconds, next.endSeconds - leastSeconds(next)),
  }
}

/** May the cut after a shot be moved? The film's end may not, nor what only comes round again. */
export const isCutOpen = ({ shots }: ShotDesk, index: number): boolean => {
  const [shot, next] = [shots[index], shots[index + 1]]
  return shot !== undefined && next !== undefined && !shot.isAgain && !next.isAgain
}

/** Move the cut after a shot to a moment: one shot takes what the other gives, all others stay as they are. */
export function moveCut(desk: ShotDesk, index: number, seconds: number): PhotoChange[] {
  const [shot, next] = [desk.shots[index], desk.shots[index + 1]]
  if (!shot || !next || !isCutOpen(desk, index)) return []
  const { least, most } = cutRange(desk, index)
  const cut = Math.min(most, Math.max(least, seconds))
  return merged([
    ...setLength(desk, index, cut - shot.startSeconds),
    ...setLength(desk, index + 1, next.endSeconds - cut),
  ])
}

/** Give a shot a length; the director finds the others theirs. */
export function setLength(desk: ShotDesk, index: number, seconds: number): PhotoChange[] {
  const shot = desk.shots[index]
  const photo = leadOf(desk, shot)
  if (!shot || !photo || shot.isAgain) return []
  const { card } = photo.direction
  if (!shot.card) return [{ photo, to: { holdSeconds: roundedHold(seconds / desk.pace) } }]
  return card ? [{ photo, to: { card: { ...card, seconds: cardSeconds(seconds) } } }] : []
}

/** A card and its photo are kept in one place. */
function merged(changes: readonly PhotoChange[]): PhotoChange[] {
  const byPhoto = new Map<string, PhotoChange>()
  for (const { photo, to } of changes)
    byPhoto.set(photo.id, { photo, to: { ...byPhoto.get(photo.id)?.to, ...to } })
  return [...byPhoto.values()]
}

/** Where a title card can be put before a shot: its photo has none, or the last shot's has room after it. */
export function cardPlace(desk: ShotDesk, index: number): { photo: Photo; side: TitleCard['side'] } | null {
  const photo = leadOf(desk, desk.shots[index])
  if (photo && !desk.shots[index]?.isAgain && photo.direction.card === null) return { photo, side: 'before' }
  const before = desk.shots[index - 1]
  const previous = desk.photos.find(({ id }) => id === before?.photoIds.at(-1))
  if (previous && !before?.isAgain && !before?.card && previous.direction.card === null)
    return { photo: previous, side: 'after' }
  return null
}

/** Put the card of one photo beside another. */
export function moveCard(photo: Photo, to: Photo, side: TitleCard['side']): PhotoChange[] {
  const { card } = photo.direction
  if (!card || (to.id !== photo.id && to.direction.card !== null)) return []
  if (to.id === photo.id) return card.side === side ? [] : [{ photo, to: { card: { ...card, side } } }]
  return [
    { photo, to: { card: null } },
    { photo: to, to: { card: { ...card, side } } },
  ]
}

/** The positions that bring the photos of a shot before another shot's, or to the end: in the order to ask for them. */
export function moveShot(
  { shots, photos }: ShotDesk,
  index: number,
  before: number,
): { photo: Photo; position: string }[] {
  const ids = shots[index]?.photoIds ?? []
  const target = shots
    .slice(before)
    .find((shot) => !shot.isAgain && !shot.photoIds.some((id) => ids.includes(id)))
  let list = [...photos]
  return ids.flatMap((id) => {
    const photo = list.find((one) => one.id === id)
    if (!photo) return []
    const others = list.filter((one) => one.id !== id)
    const at = target && before < shots.length ? others.findIndex((one) => one.id === target.photoIds[0]) : -1
    const position = positionAt(list, id, at < 0 ? others.length : at)
    list = [...others, { ...photo, position }].sort(inOrder)
    return [{ photo, position }]
  })
}

/** The photo, and the side of it, that a card is kept with to stand before a shot, or at the end. */
export function cardPlaceAt(
  desk: ShotDesk,
  before: number,
): { photo: Photo; side: TitleCard['side'] } | null {
  const next = desk.shots.slice(before).find(({ card, isAgain }) => !card && !isAgain)
  const photo = leadOf(desk, next)
  if (photo) return { photo, side: 'before' }
  const last = desk.shots.findLast(({ card, isAgain }) => !card && !isAgain)
  const end = desk.photos.find(({ id }) => id === last?.photoIds.at(-1))
  return end ? { photo: end, side: 'after' } : null
}
