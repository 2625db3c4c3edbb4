import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Photo } from '@/domain/photo'
import type { Project } from '@/domain/project'
import { DEFAULT_SETTINGS } from '@/domain/video'
import { filmWishes } from '@/generation/filmWishes'
import { trackQuery } from '@/hooks/queries/audioTracks'
import { directFilm } from '@/story/directFilm'
import { hasPhotoToShow } from '@/story/filmWishes'
import { filmClips, type Clip } from '@/story/filmClips'

/** When each photo would be on screen if the film were made now. Empty without photos. */
export function useFilmClips(userId: string, project: Project | undefined, photos: readonly Photo[]): Clip[] {
  const { data: track = null } = useQuery(trackQuery(userId, project?.music))
  return useMemo(() => {
    if (!hasPhotoToShow(photos) || !project) return []
    return filmClips(directFilm(filmWishes(project, photos, DEFAULT_SETTINGS, track)))
  }, [photos, project, track])
}
