import type { Reason } from '@/domain/storyboard'
import { t } from '@/lib/i18n'
import { REASON_CODES, type ReasonCode } from '@/story/reasons'

/**
 * A reason of the director's as a sentence; null for one that is not known here.
 * @param numberOf the place of a photo in the project, from 1; undefined when it is not there
 */
export function reasonWords(
  { code, values }: Reason,
  numberOf: (photoId: string) => number | undefined,
): string | null {
  if (!isReasonCode(code)) return null
  const { title, shown, photos, seconds, faces, count } = values
  switch (code) {
    case 'opens_chapter':
      return title ? t('reasons.opens_chapter', { title }) : t('reasons.opens_untitled_chapter')
    case 'shown_whole_for_faces':
    case 'ends_on_faces':
    case 'starts_on_faces':
    case 'keeps_faces':
      return t(`reasons.${code}`, { count: Number(faces) })
    case 'similar_to': {
      const number = numberOf(String(values.photoId))
      return number === undefined ? t('reasons.similar_to_another') : t('reasons.similar_to', { number })
    }
    default:
      return t(`reasons.${code}`, {
        shown: Number(shown),
        photos: Number(photos),
        seconds: Number(seconds),
        count: Number(count),
      })
  }
}

const isReasonCode = (code: string): code is ReasonCode => REASON_CODES.some((known) => known === code)
