import { useQuery } from '@tanstack/react-query'
import Eye from 'lucide-react/icons/eye'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { FilmPlayer } from '@/components/generation/FilmPlayer'
import { FilmStage } from '@/components/generation/FilmStage'
import { GenerateButton } from '@/components/generation/GenerateButton'
import { NewCutButton } from '@/components/generation/NewCutButton'
import { SkippedPhotos } from '@/components/generation/SkippedPhotos'
import { Button } from '@/components/ui/Button'
import { Loading } from '@/components/ui/Loading'
import { SectionBoundary } from '@/components/ui/SectionBoundary'
import { mainSettings } from '@/domain/cut'
import type { Project } from '@/domain/project'
import { isLive, MAIN_CUT, type Video } from '@/domain/video'
import { useFilmPlayhead } from '@/hooks/editor/useFilmPlayhead'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useSaveFirst } from '@/hooks/editor/useSaveFirst'
import { photoQueries } from '@/hooks/queries/photos'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'

/** The engine's preview comes when somebody asks for it. */
const ProjectPreview = lazy(async () => ({
  default: (await import('@/components/preview/ProjectPreview')).ProjectPreview,
}))

type FilmScreenProps = {
  userId: string
  project: Project
  videos: readonly Video[]
  playing: Video | undefined
}

/** The newest film while it is not finished, others that wait or are being made, and the one that plays. */
export function FilmScreen({ userId, project, videos, playing }: FilmScreenProps) {
  const [newest, ...older] = videos
  const { mayEdit, transport } = useProjectEditor()
  const playhead = useFilmPlayhead(project.durationSeconds)
  const { data: photos } = useQuery({
    ...photoQueries.ofProject(userId, project.id),
    select: (list) => ({ count: list.length, cover: list[0]?.media.thumbnailPath ?? null }),
  })
  const onStage = newest?.status === 'completed' ? undefined : newest
  const others = older.filter(({ status }) => isLive(status))
  const isMainOnStage = [onStage, ...others].some((video) => video?.cut === MAIN_CUT)
  const [isPreviewing, setPreviewing] = useState(false)
  const previewButton = useFocusAfter(isPreviewing)
  useEffect(() => transport.onAsk(() => setPreviewing(true)), [transport])
  const saved = useSaveFirst()
  const generate = { userId, projectId: project.id, before: saved }
  const hasPhotos = (photos?.count ?? 0) > 0
  const stage = {
    userId,
    projectId: project.id,
    photoCount: photos?.count,
    coverPath: photos?.cover ?? null,
    mayEdit,
  }
  const again = newest && mayEdit && !isMainOnStage && (
    <GenerateButton {...generate} variant="secondary" settings={mainSettings(videos)} />
  )
  useCommands({ previewFilm: hasPhotos && !isPreviewing ? () => setPreviewing(true) : null })
  const newCut = mayEdit && hasPhotos && <NewCutButton project={project} before={saved} />
  const preview = hasPhotos && (
    <Button ref={previewButton} onClick={() => setPreviewing(true)}>
      <Eye aria-hidden className="size-4.5" strokeWidth={1.75} />
      {t('preview.show')}
    </Button>
  )
  return (
    <>
      {newest?.status !== 'completed' && (
        <FilmStage
          {...stage}
          video={newest}
          compact={playing !== undefined || isPreviewing}
          generate={
            <div className="flex flex-wrap justify-center gap-3">
              <GenerateButton {...generate} />
              {newCut}
              {!isPreviewing && preview}
            </div>
          }
        />
      )}
      {others.map((video) => (
        <FilmStage key={video.id} {...stage} video={video} compact generate={null} />
      ))}
      {newest && !playing && !isPreviewing && (
        <div className="flex flex-wrap justify-center gap-3">
          {again}
          {newCut}
          {preview}
        </div>
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
                  {newCut}
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
                {newCut}
                {preview}
              </>
            }
          />
          <SkippedPhotos userId={userId} video={playing} />
        </SectionBoundary>
      )}
    </>
  )
}

/** @returns goes on the button that is there again when something it opened is closed: the focus comes back to it */
function useFocusAfter(isOpen: boolean) {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(isOpen)
  useEffect(() => {
    if (wasOpen.current && !isOpen && document.activeElement === document.body) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  return button
}
