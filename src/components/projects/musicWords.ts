import type { Music } from '@/domain/music'
import { t } from '@/lib/i18n'

/** A wish for music in a few words. */
export function musicWords(music: Music): string {
  switch (music.kind) {
    case 'none':
      return t('music.none')
    case 'score':
      return t(`music.${music.mood}`)
    case 'track':
      return t('music.track')
    default:
      return music satisfies never
  }
}
