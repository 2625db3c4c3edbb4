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
    case 'opens_film':
    case 'closes_film':
    case 'kept_by_you':
    case 'shaped_by_you':
    case 'framed_by_you':
    case 'card_by_you':
    case 'chosen_of_many':
    case 'best_of_similar':
    case 'comes_again':
    case 'paired':
    case 'shown_whole':
    case 'looks_at_focus':
    case 'travels_panorama':
    case 'time_to_read':
    case 'on_beat':
    case 'on_bar':
    case 'skipped_by_you':
    case 'no_time':
      return t(`reasons.${code}`, {
        shown: Number(shown),
        photos: Number(photos),
        seconds: Number(seconds),
        count: Number(count),
      })
    default:
      return code satisfies never
  }
}

/** Of a shot's reasons those that are about a photo, or about the whole shot. */
export const reasonsAbout = (reasons: readonly Reason[], photoId: string | null): Reason[] =>
  reasons.filter(({ values }) => values.of === undefined || values.of === photoId)

const isReasonCode = (code: string): code is ReasonCode => REASON_CODES.some((known) => known === code)
