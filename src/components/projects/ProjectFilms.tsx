import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { FilmHistory } from '@/components/generation/FilmHistory'
import { FilmPlayer } from '@/components/generation/FilmPlayer'
import { FilmStage } from '@/components/generation/FilmStage'
import { GenerateButton } from '@/components/generation/GenerateButton'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { SectionBoundary } from '@/components/ui/SectionBoundary'
import type { Project } from '@/domain/project'
import { isLive } from '@/domain/video'
import { useFilmPlayhead } from '@/hooks/editor/useFilmPlayhead'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { photoQueries } from '@/hooks/queries/photos'
import { videoQueries } from '@/hooks/queries/videos'

type ProjectFilmsProps = {
  userId: string
  project: Project
  /** Stands between the player and the history. */
  children?: ReactNode
}

/**
 * The films of a project: what is going on with the newest, the player, the history.
 * A person who chose an older film keeps it in the player until they choose again.
 */
export function ProjectFilms({ userId, project, children }: ProjectFilmsProps) {
  const { mayEdit, flush } = useProjectEditor()
  const { data: videos, error, refetch } = useQuery(videoQueries.ofProject(userId, project.id))
  const { data: photos } = useQuery(photoQueries.ofProject(userId, project.id))
  const [chosenId, setChosenId] = useState<string>()
  const playhead = useFilmPlayhead(project.durationSeconds)
  if (!videos) {
    return (
      <div className="grid gap-8">
        {error ? (
          <LoadFailed error={error} onRetry={() => void refetch()} />
        ) : (
          <Loading className="block skeleton aspect-video w-full rounded-card" />
        )}
        {children}
      </div>
    )
  }
  const [newest] = videos
  const finished = videos.filter(({ status }) => status === 'completed')
  const playing = finished.find(({ id }) => id === chosenId) ?? finished[0]
  const isOnStage = newest === undefined || newest.status !== 'completed'
  return (
    <div className="grid gap-8">
      {isOnStage && (
        <FilmStage
          userId={userId}
          projectId={project.id}
          video={newest}
          photoCount={photos?.length}
          compact={playing !== undefined}
          coverPath={photos?.[0]?.media.thumbnailPath ?? null}
          mayEdit={mayEdit}
          generate={<GenerateButton userId={userId} projectId={project.id} before={flush} />}
        />
      )}
      {playing && (
        <SectionBoundary section="player" resetKeys={[playing.id]}>
          <FilmPlayer
            key={playing.id}
            userId={userId}
            title={project.title}
            video={playing}
            player={playhead}
            actions={
              !isOnStage &&
              mayEdit && (
                <GenerateButton
                  before={flush}
                  variant="secondary"
                  userId={userId}
                  projectId={project.id}
                  settings={newest.settings}
                />
              )
            }
          />
        </SectionBoundary>
      )}
      {children}
      <FilmHistory
        userId={userId}
        title={project.title}
        videos={videos.filter(({ status }) => !isLive(status))}
        playingId={playing?.id}
        onPlay={setChosenId}
      />
    </div>
  )
}
