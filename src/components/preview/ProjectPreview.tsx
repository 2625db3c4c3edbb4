import { useMemo, type ReactNode } from 'react'
import { Loading } from '@/components/ui/Loading'
import type { Photo } from '@/domain/photo'
import type { Project } from '@/domain/project'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { useShownPhotos } from '@/hooks/editor/useShownPhotos'
import type { FilmPosition } from '@/hooks/preview/position'
import { useProjectPreview } from '@/hooks/preview/useProjectPreview'
import { useRested } from '@/hooks/useRested'
import { t } from '@/lib/i18n'
import type { EditorStore } from '@/stores/editor.store'
import { PreviewPlayer } from './PreviewPlayer'

/** A focus that is being dragged changes the film many times a second. */
const DRAG_MS = 80

type ProjectPreviewProps = { userId: string; project: Project; actions: ReactNode }

/** The open project's film before it is made, at the playhead of its timeline. */
export function ProjectPreview({ userId, project, actions }: ProjectPreviewProps) {
  const shown = useShownPhotos().photos
  const photos = useRested(shown, DRAG_MS)
  if (!photos) return <ScreenSkeleton />
  return <PreviewOfPhotos userId={userId} project={project} photos={photos} actions={actions} />
}

function PreviewOfPhotos({
  userId,
  project,
  photos,
  actions,
}: ProjectPreviewProps & { photos: readonly Photo[] }) {
  const { store, transport } = useProjectEditor()
  const film = useProjectPreview(userId, project, photos)
  const position = useMemo(() => playheadPosition(store), [store])
  if (film === undefined) return <ScreenSkeleton />
  if (!film) return <p className="text-muted">{t('editor.noPhotos')}</p>
  return (
    <PreviewPlayer
      takesFocus
      film={film}
      title={project.title}
      position={position}
      actions={actions}
      attach={transport.attach}
    />
  )
}

const ScreenSkeleton = () => (
  <Loading>
    <div className="skeleton aspect-video w-full rounded-card" />
  </Loading>
)

/** The preview itself stays within its film, also when that has become shorter. */
function playheadPosition(store: EditorStore): FilmPosition {
  return {
    get: () => store.getState().timeline.positionSeconds,
    set: (seconds) => store.getState().movePlayhead(seconds, Infinity),
    subscribe: (moved) =>
      store.subscribe(({ timeline }, { timeline: before }) => {
        if (timeline.positionSeconds !== before.positionSeconds) moved()
      }),
  }
}
