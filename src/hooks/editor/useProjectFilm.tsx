import { useQuery } from '@tanstack/react-query'
import { createContext, useContext, useMemo, type ReactNode } from 'react'
import type { Storyboard } from '@/domain/storyboard'
import { filmWishes } from '@/generation/filmWishes'
import { trackQuery } from '@/hooks/queries/audioTracks'
import { projectQueries } from '@/hooks/queries/projects'
import { useLanguage } from '@/hooks/useLanguage'
import { useShownSettings } from '@/hooks/useShownCut'
import { directFilm } from '@/story/directFilm'
import { hasPhotoToShow } from '@/story/filmWishes'
import { useProjectEditor } from './useProjectEditor'
import { useShownPhotos } from './useShownPhotos'

const Context = createContext<ShownFilm>({ film: null, pace: 1 })
type ShownFilm = { film: Storyboard | null; pace: number }

/** The open project's film as it would be made now: directed once for every part of the editor that shows of it. */
export function FilmScope({ children }: { children: ReactNode }) {
  const { userId, projectId } = useProjectEditor()
  const { data: project } = useQuery(projectQueries.detail(userId, projectId))
  const { photos } = useShownPhotos()
  const { data: track } = useQuery(trackQuery(userId, project?.music))
  const settings = useShownSettings(userId, projectId)
  const language = useLanguage()
  const shown = useMemo(() => {
    if (!project || !photos || !hasPhotoToShow(photos)) return { film: null, pace: 1 }
    const film = directFilm(filmWishes(project, photos, settings, track))
    return { film, pace: (settings.durationSeconds ?? project.durationSeconds) / project.durationSeconds }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words are made of it
  }, [project, photos, settings, track, language])
  return <Context value={shown}>{children}</Context>
}

/** The film of the FilmScope around; null without a photo that may be shown. */
export const useProjectFilm = (): Storyboard | null => useContext(Context).film

/** How long it is, as a part of the project's own length: of a cut another than 1. */
export const useFilmPace = (): number => useContext(Context).pace
