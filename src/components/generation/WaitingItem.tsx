import { useSortable } from '@dnd-kit/sortable'
import { CSS } from '@dnd-kit/utilities'
import ArrowDown from 'lucide-react/icons/arrow-down'
import ArrowUp from 'lucide-react/icons/arrow-up'
import GripVertical from 'lucide-react/icons/grip-vertical'
import { useEffect, useId, type ComponentType, type SVGProps } from 'react'
import { Button } from '@/components/ui/Button'
import type { Video } from '@/domain/video'
import { useCancelGeneration } from '@/hooks/queries/videos'
import { t } from '@/lib/i18n'
import { cutWords } from './cutWords'
import { FilmStill, FilmTitle, useFilmTitle } from './FilmTitle'

type WaitingItemProps = {
  userId: string
  video: Video
  /** 1 is made next. */
  place: { position: number; total: number }
  isMovable: boolean
  /** The title is known, or another. */
  onTitle: (title: string) => void
  onStep: (by: 1 | -1, button: HTMLButtonElement) => void
}

/** A film that waits, with everything that moves it. */
export function WaitingItem({ userId, video, place, isMovable, onTitle, onStep }: WaitingItemProps) {
  const titleId = useId()
  const known = useFilmTitle(userId, video)
  const title = known ?? t('shell.loading')
  useEffect(() => {
    if (known !== undefined) onTitle(known)
  })
  const cancelling = useCancelGeneration(userId, video.projectId)
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: video.id, disabled: !isMovable })
  const { role: _role, tabIndex: _tabIndex, ...handle } = attributes
  const arrow = (by: 1 | -1, label: string, Icon: ComponentType<SVGProps<SVGSVGElement>>, isEnd: boolean) => (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isEnd}
      onClick={({ currentTarget }) => onStep(by, currentTarget)}
      className="grid size-9 place-items-center rounded-control text-muted transition-colors hover:bg-sunken hover:text-ink aria-disabled:opacity-35 aria-disabled:hover:bg-transparent pointer-coarse:size-11"
    >
      <Icon aria-hidden className="size-4.5" strokeWidth={1.75} />
    </button>
  )
  return (
    <li
      ref={setNodeRef}
      aria-labelledby={titleId}
      style={{ transform: CSS.Translate.toString(transform), transition: transition ?? undefined }}
      className={`relative flex flex-wrap items-center gap-x-3 gap-y-1 rounded-card border bg-surface p-3 transition-shadow sm:flex-nowrap ${
        isDragging ? 'z-10 border-accent shadow-lifted' : 'border-line shadow-card'
      } ${isMovable ? 'pl-1.5' : ''}`}
    >
      {isMovable && (
        <button
          ref={setActivatorNodeRef}
          type="button"
          {...handle}
          {...listeners}
          aria-label={t('queue.move', { title })}
          className="grid h-14 w-9 shrink-0 cursor-grab touch-manipulation place-items-center rounded-control text-muted hover:bg-sunken hover:text-ink active:cursor-grabbing"
        >
          <GripVertical aria-hidden className="size-5" strokeWidth={1.75} />
        </button>
      )}
      <FilmStill userId={userId} video={video} className="aspect-video w-20 shrink-0 rounded-small sm:w-24" />
      <div className="min-w-0 flex-1 basis-40">
        <FilmTitle id={titleId} title={known} video={video} />
        <p className="mt-0.5 truncate text-sm text-muted">
          {[cutWords(video), placeWords(video, place)].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="ml-auto flex items-center gap-1">
        {isMovable && (
          <>
            {arrow(-1, t('queue.moveUp', { title }), ArrowUp, place.position === 1)}
            {arrow(1, t('queue.moveDown', { title }), ArrowDown, place.position === place.total)}
          </>
        )}
        <Button
          size="small"
          className="ml-2"
          aria-label={t('queue.cancelNamed', { title })}
          aria-disabled={cancelling.isPending}
          onClick={() => {
            if (!cancelling.isPending) cancelling.mutate(video.id)
          }}
        >
          {t('projects.cancel')}
        </Button>
      </div>
    </li>
  )
}

function placeWords({ attempt, errorCode }: Video, place: { position: number; total: number }): string {
  const words = place.position === 1 ? t('queue.next') : t('queue.place', place)
  // After a failure the next attempt comes a little later, whatever its place.
  return attempt > 0 && errorCode !== null ? `${words} · ${t('queue.retrying')}` : words
}
