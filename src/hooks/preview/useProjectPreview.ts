import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { downloadObject } from '@/data/media'
import type { Photo } from '@/domain/photo'
import type { Project } from '@/domain/project'
import { filmWishes } from '@/generation/filmWishes'
import { trackQuery } from '@/hooks/queries/audioTracks'
import { useLanguage } from '@/hooks/useLanguage'
import { useShownSettings } from '@/hooks/useShownCut'
import { directFilm } from '@/story/directFilm'
import { hasPhotoToShow } from '@/story/filmWishes'
import { composeScore } from '@/story/music/composeScore'
import type { PreviewFilm } from './Playback'
import { rememberFiles } from './rememberFiles'

/**
 * The film of a project as it would be made now; null without a photo that may be shown, undefined while its music is
 * being looked for: it would begin anew when that is known.
 */
export function useProjectPreview(
  userId: string,
  project: Project,
  photos: readonly Photo[],
): PreviewFilm | null | undefined {
  const { data: track, isLoading } = useQuery(trackQuery(userId, project.music))
  const settings = useShownSettings(userId, project.id)
  const [files] = useState(() => rememberFiles((path, signal) => downloadObject('media', path, signal)))
  useEffect(() => () => files.letGo(), [files])
  const language = useLanguage()
  return useMemo(() => {
    if (!hasPhotoToShow(photos)) return null
    if (isLoading) return undefined
    const storyboard = directFilm(filmWishes(project, photos, settings, track))
    const paths = new Map(photos.map(({ id, media }) => [id, media.storagePath]))
    return {
      storyboard,
      score: composeScore(storyboard),
      readPhoto: (photoId) => files.read(paths.get(photoId) ?? ''),
      readTrack: track ? () => files.read(track.storagePath) : null,
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words are made of it
  }, [project, photos, settings, track, isLoading, files, language])
}
