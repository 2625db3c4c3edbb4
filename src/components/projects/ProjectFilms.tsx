import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { FilmHistory } from '@/components/generation/FilmHistory'
import { FilmPlayer } from '@/components/generation/FilmPlayer'
import { FilmStage } from '@/components/generation/FilmStage'
import { GenerateButton } from '@/components/generation/GenerateButton'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import type { Project } from '@/domain/project'
import { isLive } from '@/domain/video'
import { photoQueries } from '@/hooks/queries/photos'
import { videoQueries } from '@/hooks/queries/videos'

/**
 * The films of a project: what is going on with the newest, the player, the history.
 * A person who chose an older film keeps it in the player until they choose again.
 */
export function ProjectFilms({ userId, project }: { userId: string; project: Project }) {
  const { data: videos, error, refetch } = useQuery(videoQueries.ofProject(userId, project.id))
  const { data: photos } = useQuery(photoQueries.ofProject(userId, project.id))
  const [chosenId, setChosenId] = useState<string>()
  if (!videos) {
    if (error) return <LoadFailed error={error} onRetry={() => void refetch()} />
    return <Loading className="block skeleton aspect-video w-full rounded-card" />
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
          video={newest}
          photoCount={photos?.length}
          compact={playing !== undefined}
          coverPath={photos?.[0]?.media.thumbnailPath ?? null}
          generate={<GenerateButton userId={userId} projectId={project.id} />}
        />
      )}
      {playing && (
        <FilmPlayer
          key={playing.id}
          userId={userId}
          title={project.title}
          video={playing}
          actions={
            !isOnStage && (
              <GenerateButton
                variant="secondary"
                userId={userId}
                projectId={project.id}
                settings={newest.settings}
              />
            )
          }
        />
      )}
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
