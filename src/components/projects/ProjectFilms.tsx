import { useQuery } from '@tanstack/react-query'
import { useCallback, type ReactNode } from 'react'
import { useSearchParams } from 'react-router-dom'
import { FilmHistory } from '@/components/generation/FilmHistory'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import type { Project } from '@/domain/project'
import { isLive } from '@/domain/video'
import { videoQueries } from '@/hooks/queries/videos'
import { FILM_PARAM } from '@/lib/filmPath'
import { FilmScreen } from './FilmScreen'

type ProjectFilmsProps = {
  userId: string
  project: Project
  /** Stands between the player and the history. */
  children?: ReactNode
}

/**
 * The films of a project: what is going on with the newest, the player, the history.
 * A person who chose an older film, here or by a link to it, keeps it in the player until they choose again.
 */
export function ProjectFilms({ userId, project, children }: ProjectFilmsProps) {
  const { data: videos, error, refetch } = useQuery(videoQueries.ofProject(userId, project.id))
  const [params, setParams] = useSearchParams()
  const chosenId = params.get(FILM_PARAM)
  const setChosenId = useCallback(
    (id: string) => setParams({ [FILM_PARAM]: id }, { replace: true, preventScrollReset: true }),
    [setParams],
  )
  const finished = videos?.filter(({ status }) => status === 'completed')
  const playing = finished?.find(({ id }) => id === chosenId) ?? finished?.[0]
  return (
    <div className="grid gap-8">
      {/* Three places whatever is known: what stands in the middle is never made anew when the films arrive. */}
      {videos && <FilmScreen userId={userId} project={project} videos={videos} playing={playing} />}
      {!videos && error && <LoadFailed error={error} onRetry={() => void refetch()} />}
      {/* As high as what most likely comes, so that nothing below it jumps: the player, or the stage. */}
      {!videos && !error && (
        <Loading
          className={`block skeleton w-full rounded-card ${project.status === 'completed' ? 'aspect-video' : 'min-h-80 sm:min-h-110'}`}
        />
      )}
      {children}
      {videos && (
        <FilmHistory
          userId={userId}
          title={project.title}
          videos={videos.filter(({ status }) => !isLive(status))}
          playingId={playing?.id}
          onPlay={setChosenId}
        />
      )}
    </div>
  )
}
