import { useMemo } from 'react'
import type { Photo } from '@/domain/photo'
import type { Project } from '@/domain/project'
import { filmSize } from '@/domain/video'
import { directFilm } from '@/story/directFilm'
import { filmClips, type Clip } from '@/story/filmClips'

/** How finely a film is cut for the strip; coarser than the film itself. */
const FPS = 30

/** When each photo would be on screen if the film were made now. Empty without photos. */
export function useFilmClips(project: Project | undefined, photos: readonly Photo[]): Clip[] {
  const { title, style, durationSeconds, aspectRatio } = project ?? {}
  return useMemo(() => {
    if (photos.length === 0 || title === undefined || !style || !durationSeconds || !aspectRatio) return []
    const directed = photos.map(({ id, caption, media: { width, height, takenAt } }) => {
      return { id, caption, width, height, takenAt }
    })
    const { width, height } = filmSize(aspectRatio, '720p')
    const wishes = { photos: directed, title, subtitle: '', style, durationSeconds, width, height, fps: FPS }
    return filmClips(directFilm(wishes))
  }, [photos, title, style, durationSeconds, aspectRatio])
}
