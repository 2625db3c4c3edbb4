import { useMemo } from 'react'
import type { Photo } from '@/domain/photo'
import type { Storyboard } from '@/domain/storyboard'
import { filmShots } from '@/story/filmShots'
import type { ShotDesk } from './shotEdits'
import { useFilmPace, useProjectFilm } from './useProjectFilm'
import { useShownPhotos } from './useShownPhotos'

export type FilmDesk = ShotDesk & { readonly film: Storyboard; readonly seconds: number }

/** The film that the editor shows, as shots on a desk; null while there is none. */
export function useShotDesk(): FilmDesk | null {
  const film = useProjectFilm()
  const pace = useFilmPace()
  const { saved: photos = NO_PHOTOS } = useShownPhotos()
  const shots = useMemo(() => film && filmShots(film), [film])
  return useMemo(
    () => film && shots && { film, shots, photos, pace, seconds: film.frameCount / film.fps },
    [film, shots, photos, pace],
  )
}

const NO_PHOTOS: readonly Photo[] = []
