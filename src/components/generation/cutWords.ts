import { MAIN_CUT, type Video } from '@/domain/video'
import { t } from '@/lib/i18n'

/** What tells a cut from the project's own film: `30 s · 9:16`. Null for the film itself. */
export function cutWords({ cut, settings }: Pick<Video, 'cut' | 'settings'>): string | null {
  if (cut === MAIN_CUT) return null
  const { durationSeconds, aspectRatio, format } = settings
  const words = [
    durationSeconds !== undefined && lengthWords(durationSeconds),
    aspectRatio,
    format === 'small' && t('draft.fileFormat_small'),
  ].filter(Boolean)
  return durationSeconds === undefined && aspectRatio === undefined ? cut : words.join(' · ')
}

const lengthWords = (seconds: number): string =>
  seconds % 60 === 0
    ? t('generation.cutMinutes', { minutes: seconds / 60 })
    : t('generation.cutSeconds', { seconds })
