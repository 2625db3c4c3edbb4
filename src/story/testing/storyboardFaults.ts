import type { Box } from '@/domain/analysis'
import {
  isCardShot,
  storyboardSchema,
  type Framing,
  type Panel,
  type Shot,
  type Storyboard,
} from '@/domain/storyboard'
import { isShaped } from '../choice/Candidate'
import type { DirectedPhoto, FilmWishes } from '../filmWishes'

/** What is wrong with a storyboard for its wishes; empty when nothing is. Plain comparisons, thousands of times. */
export function storyboardFaults(storyboard: Storyboard, wishes: FilmWishes): string[] {
  return [
    ...(storyboardSchema.safeParse(storyboard).success ? [] : ['not a storyboard']),
    ...timeFaults(storyboard, wishes),
    ...photoFaults(storyboard, wishes),
    ...pictureFaults(storyboard, wishes),
    ...textFaults(storyboard),
    ...directionFaults(storyboard, wishes),
  ]
}

/** Frames in which a shot stands alone, its transitions left out. */
export function framesAlone(shots: readonly Shot[], index: number): number {
  const shot = shots[index]
  if (!shot) return 0
  return (shots[index + 1]?.startFrame ?? shot.endFrame) - (shot.startFrame + shot.transition.frames)
}

function timeFaults({ shots, frameCount }: Storyboard, { durationSeconds, fps }: FilmWishes): string[] {
  const faults: string[] = []
  if (frameCount !== Math.round(durationSeconds * fps)) faults.push('another length')
  if (shots[0]?.startFrame !== 0 || shots[0].transition.frames !== 0) faults.push('begins late')
  if (shots.at(-1)?.endFrame !== frameCount) faults.push('ends early')
  shots.forEach((shot, index) => {
    const next = shots[index + 1]
    // Each transition begins inside the shot before it and ends exactly with it.
    if (next && shot.endFrame !== next.startFrame + next.transition.frames) {
      faults.push(`gap or overlap after shot ${index}`)
    }
    if (framesAlone(shots, index) <= 0) faults.push(`shot ${index} is never alone`)
    if ((shot.endFrame - shot.startFrame) / fps < 0.45) faults.push(`shot ${index} is a blink`)
    if (shot.transition.kind !== 'cut' && index > 0 && shot.transition.frames === 0) faults.push('no cut')
  })
  return faults
}

/**
 * Everybody's photo is shown or left out with a reason; in order; what is kept is shown, what is skipped is not, and what
 * is left out for a similar one has that one in the film.
 */
function photoFaults({ shots, leftOut }: Storyboard, { photos, durationSeconds }: FilmWishes): string[] {
  const faults: string[] = []
  const places = new Map(photos.map(({ id }, index) => [id, index]))
  const ofPhotos = shots.filter((shot) => !isCardShot(shot))
  const order = ofPhotos.flatMap(({ panels }) => panels.map(({ photoId }) => places.get(photoId) ?? -1))
  const shown = new Set(order)
  const out = new Set(leftOut.map(({ photoId }) => places.get(photoId) ?? -1))
  if (shown.has(-1) || out.has(-1)) faults.push('a photo of somebody else')
  if (shown.size + out.size !== photos.length) faults.push('a photo neither shown nor left out, or both')
  order.slice(0, shown.size).forEach((place, index) => {
    if (index > 0 && place <= (order[index - 1] ?? -1)) faults.push(`photo ${place} is out of order`)
  })
  const cards = shots.length - ofPhotos.length
  const kept =
    cards +
    photos.filter((photo) => photo.choice !== 'skip' && (photo.choice === 'keep' || isShaped(photo))).length
  photos.forEach(({ choice }, index) => {
    if (choice === 'skip' && shown.has(index)) faults.push(`photo ${index} is shown all the same`)
    if (choice === 'keep' && out.has(index) && kept * 0.5 <= durationSeconds)
      faults.push(`photo ${index} is not kept`)
  })
  for (const { photoId, reason } of leftOut) {
    const isOfAnother =
      reason.code === 'similar_to' && !shown.has(places.get(String(reason.values.photoId)) ?? -1)
    if (isOfAnother) faults.push(`photo ${places.get(photoId)} is like one that is not shown`)
  }
  if (shots.some(({ reasons }, index) => index === 0 && reasons.length === 0)) faults.push('no reason')
  return faults
}

/** Panels lie on the stage and not on each other; framings stay on their photos; no face is cut off, at any time. */
function pictureFaults({ shots, stage, width, height }: Storyboard, { photos }: FilmWishes): string[] {
  const faults: string[] = []
  const known = new Map(photos.map((photo) => [photo.id, photo]))
  const isEven = [stage.x, stage.y, stage.width, stage.height].every((length) => length % 2 === 0)
  const isCentred = stage.x * 2 + stage.width === width && stage.y * 2 + stage.height === height
  if (!isEven || !isCentred) faults.push('the stage is off')
  shots.forEach(({ panels }, index) => {
    const areas = panels.map(({ area }) => area.width * area.height).reduce((sum, area) => sum + area, 0)
    if (areas > 1.0001 || areas < 0.9) faults.push(`shot ${index} does not fill the stage`)
    for (const panel of panels) {
      const photo = known.get(panel.photoId)
      if (!photo) continue
      const area = { width: panel.area.width * stage.width, height: panel.area.height * stage.height }
      for (const part of [0, 0.25, 0.5, 0.75, 1]) {
        const framing = between(panel.from, panel.to, part)
        const seen = seenPart(photo, area, panel.fit, framing)
        if (part % 1 === 0 && !isOn(seen, framing)) faults.push(`shot ${index} looks beyond its photo`)
        // Where the person said what to look at, faces are theirs to cut off.
        const chosen = photo.direction?.focus
        if (chosen && isCardShot({ panels })) continue
        if (chosen && !holdsMiddle(seen, chosen)) faults.push(`shot ${index} does not show what was chosen`)
        const cut = chosen
          ? []
          : (photo.analysis?.faces.filter(
              (face) => !holds(seen, face, part % 1 === 0 ? ROUNDING : ON_THE_WAY),
            ) ?? [])
        if (cut.length > 0)
          faults.push(`shot ${index} cuts off ${cut.length} faces (${panel.fit}, at ${part})`)
      }
    }
  })
  return faults
}

const between = (from: Framing, to: Framing, part: number): Framing => ({
  zoom: from.zoom + (to.zoom - from.zoom) * part,
  centerX: from.centerX + (to.centerX - from.centerX) * part,
  centerY: from.centerY + (to.centerY - from.centerY) * part,
})

/** The part of the photo that is seen, computed in pixels as the engine does. */
function seenPart(
  photo: DirectedPhoto,
  area: Size,
  fit: Panel['fit'],
  { zoom, centerX, centerY }: Framing,
): Box {
  const [across, down] = [area.width / photo.width, area.height / photo.height]
  const scale = (fit === 'cover' ? Math.max(across, down) : Math.min(across, down)) * zoom
  const along = (length: number, room: number, center: number) => {
    const size = length * scale
    if (size <= room) return { start: 0, length: 1 }
    const place = Math.min(0, Math.max(room - size, room / 2 - center * size))
    return { start: -place / size, length: room / size }
  }
  const x = along(photo.width, area.width, centerX)
  const y = along(photo.height, area.height, centerY)
  return { x: x.start, y: y.start, width: x.length, height: y.length }
}

interface Size {
  readonly width: number
  readonly height: number
}

const ROUNDING = 1e-6
/** A framing's middle runs evenly while its size does not quite: a face at the photo's very edge may lose this much of the photo. */
const ON_THE_WAY = 0.005
/** Was the centre asked for given, or did the photo's edge move it? */
const isOn = (seen: Box, { centerX, centerY }: Framing) =>
  (seen.width >= 1 || Math.abs(seen.x + seen.width / 2 - centerX) < ROUNDING) &&
  (seen.height >= 1 || Math.abs(seen.y + seen.height / 2 - centerY) < ROUNDING)

const holds = (seen: Box, face: Box, slack: number) =>
  face.x >= seen.x - slack &&
  face.y >= seen.y - slack &&
  face.x + face.width <= seen.x + seen.width + slack &&
  face.y + face.height <= seen.y + seen.height + slack

/** What is in the middle of the chosen part is always in the picture, and all of the part at one end of the move. */
const holdsMiddle = (seen: Box, { x, y, width, height }: Box) =>
  holds(seen, { x: x + width / 2, y: y + height / 2, width: 0, height: 0 }, ON_THE_WAY)

/** The frames between the middles of a shot's transitions. */
export function framesOf({ shots, frameCount }: Storyboard, index: number): number {
  const start = (at: number) => {
    const shot = shots[at]
    return shot ? shot.startFrame + Math.floor(shot.transition.frames / 2) : frameCount
  }
  return start(index + 1) - start(index)
}

/** What a person decided is in the film: the length of a shot, its transition, its card, as far as there is room. */
function directionFaults(
  storyboard: Storyboard,
  { photos, durationSeconds, fps, isShortened }: FilmWishes,
): string[] {
  const faults: string[] = []
  const { shots, overlays } = storyboard
  const shownTwice = new Set<string>()
  const shaped = photos.filter((photo) => photo.choice !== 'skip' && isShaped(photo))
  const decided = shaped.reduce(
    (sum, { direction }) => sum + (direction?.holdSeconds ?? 0) + (direction?.card?.seconds ?? 0),
    0,
  )
  // Where everything has been decided something has to give: the length is the film's.
  const decisions = shaped.reduce(
    (sum, { direction }) => sum + (direction?.holdSeconds ? 1 : 0) + (direction?.card ? 1 : 0),
    0,
  )
  const isRoomy = shots.length > decisions && !isShortened && decided + shots.length * 3 < durationSeconds
  for (const photo of shaped) {
    const { holdSeconds = null, entrance = null, card = null } = photo.direction ?? {}
    const index = shots.findIndex(
      (shot) => !isCardShot(shot) && shot.panels.some(({ photoId }) => photoId === photo.id),
    )
    const shot = shots[index]
    if (isRoomy && !shot) faults.push('a shaped photo is not shown')
    if (isRoomy && holdSeconds !== null && framesOf(storyboard, index) !== Math.round(holdSeconds * fps))
      faults.push(`shot ${index} is not as long as the person said`)
    const { kind, frames } = shot?.transition ?? { kind: 'cut', frames: 0 }
    if (shot && index > 0 && entrance !== null && kind !== entrance && frames > 0)
      faults.push(`shot ${index} comes in by ${kind}`)
    const cardAt = shots.findIndex(({ panels }) => isCardShot({ panels }) && panels[0]?.photoId === photo.id)
    if (isRoomy && card && (cardAt < 0 || !overlays.some(({ text }) => text === card.text)))
      faults.push('a card is missing')
    if (isRoomy && card && shot && cardAt !== (card.side === 'before' ? index - 1 : index + 1))
      faults.push('a card stands elsewhere')
    if (card && cardAt >= 0 && shownTwice.has(photo.id)) faults.push('a card comes twice')
    shownTwice.add(photo.id)
  }
  return faults
}

/** One text at a time, inside the film, long enough to be seen. */
function textFaults({ overlays, frameCount, fps }: Storyboard): string[] {
  return overlays.flatMap(({ startFrame, endFrame, fadeFrames, kind, text }, index) => {
    const faults: string[] = []
    const next = overlays[index + 1]
    if (startFrame < 0 || endFrame > frameCount) faults.push(`${kind} outside the film`)
    if (endFrame - startFrame < fps * 0.3) faults.push(`${kind} is a blink`)
    if (fadeFrames * 2 > endFrame - startFrame) faults.push(`${kind} never quite there`)
    if (next && next.startFrame < endFrame) faults.push(`${kind} "${text}" under "${next.text}"`)
    return faults
  })
}
