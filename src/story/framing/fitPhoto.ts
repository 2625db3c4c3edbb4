import type { Box } from '@/domain/analysis'
import type { Panel, Reason } from '@/domain/storyboard'
import { because } from '../reasons'
import type { Subject } from './subject'
import { closestZoom, viewOf, type Size, type View } from './view'

/** Longer than this, across or down, a photo is a panorama: it is shown by travelling along it. */
export const PANORAMA = 2.1

/** How a photo stands in its area; `keep` is the part of it that is never out of the picture, null without faces. */
export interface Fitted {
  readonly fit: Panel['fit']
  readonly view: View
  readonly keep: Box | null
  /** Why it does not fill the area, where it does not. */
  readonly reason: Reason | null
}

/**
 * Fills the area where that hides no face and no more than `mostHidden` of the photo. A panorama fills an area of its own
 * orientation whatever it hides: it is travelled along. So is filled what a person chose a part of.
 */
export function fitPhoto(photo: Size, area: Size, subject: Subject, mostHidden: number): Fitted {
  const cover = viewOf(photo, area, 'cover')
  const hidden = 1 - cover.across * cover.down
  const keep = subject.keeps.find((box) => closestZoom(cover, box) >= 1) ?? null
  const cutsFaces = subject.keeps.length > 0 && keep === null
  const isSeen =
    subject.chosen !== null || hidden <= mostHidden || (isAlong(photo, area) && subject.faces === 0)
  if (isSeen && !cutsFaces) return { fit: 'cover', view: cover, keep, reason: null }
  return {
    fit: 'contain',
    view: viewOf(photo, area, 'contain'),
    keep: subject.keeps[0] ?? null,
    reason:
      cutsFaces && subject.chosen === null
        ? because('shown_whole_for_faces', { faces: subject.faces })
        : because('shown_whole'),
  }
}

/** Is the photo a panorama, and the area as wide, or as tall, as it? */
function isAlong(photo: Size, area: Size): boolean {
  const aspect = photo.width / photo.height
  const areaAspect = area.width / area.height
  if (aspect >= PANORAMA) return areaAspect >= 1 && aspect > areaAspect
  return aspect <= 1 / PANORAMA && areaAspect <= 1 && aspect < areaAspect
}
