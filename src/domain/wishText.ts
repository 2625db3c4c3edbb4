import { musicText, readMusic } from './music'
import {
  aspectRatioSchema,
  CAPTION_MAX,
  DESCRIPTION_MAX,
  durationSecondsSchema,
  styleSchema,
  TITLE_MAX,
  type ProjectWishes,
} from './project'
import type { WishField } from './wishes'

/** A wish as the characters in its field. The duration is in seconds, music as `musicText` writes it. */
export const wishText = (wishes: ProjectWishes, field: WishField): string =>
  field === 'music' ? musicText(wishes.music) : String(wishes[field])

/** The wish that the characters in a field stand for, or null when they stand for none (yet). */
export function readWish(field: WishField, text: string): Partial<ProjectWishes> | null {
  switch (field) {
    case 'title':
      return text.trim() !== '' && text.length <= TITLE_MAX ? { title: text } : null
    case 'description':
      return text.length <= DESCRIPTION_MAX ? { description: text } : null
    case 'style': {
      const style = styleSchema.safeParse(text)
      return style.success ? { style: style.data } : null
    }
    case 'durationSeconds': {
      const seconds = durationSecondsSchema.safeParse(/^\d+$/.test(text) ? Number(text) : Number.NaN)
      return seconds.success ? { durationSeconds: seconds.data } : null
    }
    case 'aspectRatio': {
      const aspectRatio = aspectRatioSchema.safeParse(text)
      return aspectRatio.success ? { aspectRatio: aspectRatio.data } : null
    }
    case 'music': {
      const music = readMusic(text)
      return music && { music }
    }
    default:
      return field satisfies never
  }
}

export const isCaption = (text: string): boolean => text.length <= CAPTION_MAX
