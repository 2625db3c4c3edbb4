import { useMemo, useRef, type ReactNode } from 'react'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import type { Photo } from '@/domain/photo'
import { useEditorState, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { FilmScope, useProjectFilm } from '@/hooks/editor/useProjectFilm'
import { useShotDesk } from '@/hooks/editor/useShotDesk'
import { useShownPhotos } from '@/hooks/editor/useShownPhotos'
import { t } from '@/lib/i18n'
import type { EditorTool } from '@/stores/editor.store'
import { CutPicker } from './CutPicker'
import { Details } from './Details'
import { EditorToolbar, shownTool, ToolTabs } from './EditorToolbar'
import { PHOTO_GRID, PhotoBoard } from './PhotoBoard'
import { PhotoView } from './PhotoView'
import { ShotPanel } from './ShotPanel'
import { ShotReasons } from './ShotReasons'
import { Timeline } from './Timeline'
import { useUndoKeys } from './useUndoKeys'

/** Everything of a project that can be changed, under its film: timeline, photos, details. */
export function EditorPanel() {
  const { mayEdit } = useProjectEditor()
  const panel = useRef<HTMLElement>(null)
  useUndoKeys(panel)
  return (
    <section
      ref={panel}
      aria-label={t('editor.label')}
      className="grid gap-y-4 lg:grid-cols-[minmax(0,1fr)_auto]"
    >
      <FilmScope>
        {mayEdit && <EditorToolbar />}
        <ToolTabs />
        {/* On a laptop time and zoom stand in the line of the tools, the strip below both. */}
        <Part tool="timeline" className="lg:contents">
          <TimelineOfProject />
        </Part>
        <div
          className={`lg:col-span-2 lg:mt-4 ${mayEdit ? 'grid gap-x-10 lg:grid-cols-[minmax(0,1fr)_22rem]' : ''}`}
        >
          <Part tool="photos">
            <PhotosOfProject />
          </Part>
          {mayEdit && (
            <Part tool="details">
              <h2 className="mb-4 text-lg font-semibold max-lg:sr-only">{t('editor.details')}</h2>
              <Details />
            </Part>
          )}
        </div>
      </FilmScope>
    </section>
  )
}

/** A phone shows one of them at a time; a laptop all. */
function Part({
  tool,
  className = '',
  children,
}: {
  tool: EditorTool
  className?: string
  children: ReactNode
}) {
  const { mayEdit } = useProjectEditor()
  const isShown = useEditorState((state) => shownTool(state, mayEdit) === tool)
  return <div className={`min-w-0 ${isShown ? '' : 'max-lg:hidden'} ${className}`}>{children}</div>
}

function PhotosOfProject() {
  const { mayEdit } = useProjectEditor()
  const { photos, error, refetch } = useShownPhotos()
  const leftOut = useLeftOutCodes(photos ?? NO_PHOTOS)
  return (
    <>
      <h2 className="mb-4 flex items-baseline gap-3 text-lg font-semibold max-lg:sr-only">
        {t('editor.photos')}
        {photos && (
          <span className="text-sm font-normal text-muted">
            {t('projects.photoCount', { count: photos.length })}
          </span>
        )}
      </h2>
      {!photos && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <PhotosSkeleton />)}
      {photos?.length === 0 && <p className="text-muted">{t('editor.noPhotos')}</p>}
      {photos &&
        photos.length > 0 &&
        (mayEdit ? (
          <PhotoBoard photos={photos} leftOut={leftOut} />
        ) : (
          <PhotoView photos={photos} leftOut={leftOut} />
        ))}
    </>
  )
}

function TimelineOfProject() {
  const { mayEdit } = useProjectEditor()
  const desk = useShotDesk()
  if (!desk) return null
  return (
    <>
      <h2 className="sr-only">{t('editor.timeline')}</h2>
      <CutPicker />
      <Timeline desk={desk} />
      {mayEdit && <ShotPanel desk={desk} />}
      <ShotReasons film={desk.film} photos={desk.photos} />
    </>
  )
}

const NO_PHOTOS: readonly Photo[] = []

/** Photos that the film does not show, by id, and the code of why. */
function useLeftOutCodes(photos: readonly Photo[]): ReadonlyMap<string, string> {
  const film = useProjectFilm()
  return useMemo(() => {
    if (film) return new Map(film.leftOut.map(({ photoId, reason }) => [photoId, reason.code]))
    // All of them are left out by hand: there is no film that could say so.
    return new Map(photos.flatMap(({ id, choice }) => (choice === 'skip' ? [[id, 'skipped_by_you']] : [])))
  }, [film, photos])
}

function PhotosSkeleton() {
  return (
    <Loading>
      <div className={PHOTO_GRID}>
        {[0, 1, 2, 3, 4, 5].map((place) => (
          <div key={place} className="skeleton aspect-[4/3] rounded-card" />
        ))}
      </div>
    </Loading>
  )
}
