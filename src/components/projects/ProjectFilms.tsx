import { useQuery } from '@tanstack/react-query'
import Eye from 'lucide-react/icons/eye'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { FilmHistory } from '@/components/generation/FilmHistory'
import { FilmPlayer } from '@/components/generation/FilmPlayer'
import { FilmStage } from '@/components/generation/FilmStage'
import { GenerateButton } from '@/components/generation/GenerateButton'
import { Button } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { SectionBoundary } from '@/components/ui/SectionBoundary'
import type { Project } from '@/domain/project'
import { isLive, type Video } from '@/domain/video'
import { useFilmPlayhead } from '@/hooks/editor/useFilmPlayhead'
import { saveStatus, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { photoQueries } from '@/hooks/queries/photos'
import { videoQueries } from '@/hooks/queries/videos'
import { t } from '@/lib/i18n'
import { notify } from '@/lib/notify'

/** The engine's preview comes when somebody asks for it. */
const ProjectPreview = lazy(async () => ({
  default: (await import('@/components/preview/ProjectPreview')).ProjectPreview,
}))

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
  const { data: videos, error, refetch } = useQuery(videoQueries.ofProject(userId, project.id))
  const [chosenId, setChosenId] = useState<string>()
  const finished = videos?.filter(({ status }) => status === 'completed')
  const playing = finished?.find(({ id }) => id === chosenId) ?? finished?.[0]
  return (
    <div className="grid gap-8">
      {/* Three places whatever is known: what stands in the middle is never made anew when the films arrive. */}
      {videos && <Screen userId={userId} project={project} newest={videos[0]} playing={playing} />}
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

type ScreenProps = { userId: string; project: Project; newest: Video | undefined; playing: Video | undefined }

/** The newest film while it is not finished, and the one that plays. */
function Screen({ userId, project, newest, playing }: ScreenProps) {
  const { mayEdit, flush, store } = useProjectEditor()
  const playhead = useFilmPlayhead(project.durationSeconds)
  const { data: photos } = useQuery({
    ...photoQueries.ofProject(userId, project.id),
    select: (list) => ({ count: list.length, cover: list[0]?.media.thumbnailPath ?? null }),
  })
  const isOnStage = newest === undefined || newest.status !== 'completed'
  const [isPreviewing, setPreviewing] = useState(false)
  async function saved() {
    await flush()
    if (saveStatus(store.getState()) !== 'failed') return true
    notify.warning(t('editor.saveFirst'), { id: 'save-first' })
    return false
  }
  const generate = { userId, projectId: project.id, before: saved }
  const again = !isOnStage && mayEdit && (
    <GenerateButton {...generate} variant="secondary" settings={newest.settings} />
  )
  const preview = (photos?.count ?? 0) > 0 && (
    <Button onClick={() => setPreviewing(true)}>
      <Eye aria-hidden className="size-4.5" strokeWidth={1.75} />
      {t('preview.show')}
    </Button>
  )
  return (
    <>
      {isOnStage && (
        <FilmStage
          userId={userId}
          projectId={project.id}
          video={newest}
          photoCount={photos?.count}
          compact={playing !== undefined || isPreviewing}
          coverPath={photos?.cover ?? null}
          mayEdit={mayEdit}
          generate={
            <div className="flex flex-wrap justify-center gap-3">
              <GenerateButton {...generate} />
              {!isPreviewing && preview}
            </div>
          }
        />
      )}
      {isPreviewing && (
        <SectionBoundary section="player" resetKeys={[project]}>
          <Suspense fallback={<Loading className="block skeleton aspect-video w-full rounded-card" />}>
            <ProjectPreview
              userId={userId}
              project={project}
              actions={
                <>
                  <Button onClick={() => setPreviewing(false)}>{t('preview.close')}</Button>
                  {again}
                </>
              }
            />
          </Suspense>
        </SectionBoundary>
      )}
      {playing && !isPreviewing && (
        <SectionBoundary section="player" resetKeys={[playing.id]}>
          <FilmPlayer
            key={playing.id}
            userId={userId}
            title={project.title}
            video={playing}
            player={playhead}
            actions={
              <>
                {again}
                {preview}
              </>
            }
          />
        </SectionBoundary>
      )}
    </>
  )
}
