import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import type { ComponentType } from 'react'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { t } from '@/lib/i18n'
import { LargePhoto } from './LargePhoto'
import { useSwipe } from './useSwipe'

type ViewerStageProps = {
  userId: string
  order: readonly LibraryPhoto[]
  place: number
  /** To a place before or behind; one where nothing is, is heard too. */
  onGo: (place: number) => void
  onClose: () => void
}

/** The photo between its neighbours, which are ready beside the screen. A finger draws them in, or the photo down and away. */
export function ViewerStage({ userId, order, place, onGo, onClose }: ViewerStageProps) {
  const { offset, handlers } = useSwipe((swipe) => {
    if (swipe === 'down') onClose()
    else onGo(place + (swipe === 'left' ? 1 : -1))
  })
  const isDrawn = offset.x !== 0 || offset.y !== 0
  return (
    <div className="relative min-h-0 min-w-0 flex-1 overflow-hidden" {...handlers}>
      {[place - 1, place, place + 1].map((at) => {
        const photo = order[at]
        if (!photo) return null
        const y = at === place ? offset.y : 0
        return (
          <div
            key={photo.id}
            inert={at !== place}
            data-viewed={at === place || undefined}
            style={{ transform: `translate(calc(${(at - place) * 104}% + ${offset.x}px), ${y}px)` }}
            className={`absolute inset-0 ${isDrawn ? '' : 'transition-transform duration-slow ease-calm'}`}
          >
            <LargePhoto userId={userId} photo={photo} />
          </div>
        )
      })}
      <Step
        label={t('library.previous')}
        Icon={ChevronLeft}
        side="left-2 sm:left-4"
        isEnd={place === 0}
        onGo={() => onGo(place - 1)}
      />
      <Step
        label={t('library.next')}
        Icon={ChevronRight}
        side="right-2 sm:right-4"
        isEnd={place === order.length - 1}
        onGo={() => onGo(place + 1)}
      />
    </div>
  )
}

type StepProps = {
  label: string
  Icon: ComponentType<{ 'aria-hidden': true; className: string; strokeWidth: number }>
  side: string
  isEnd: boolean
  onGo: () => void
}

/** At the end it stays, so that the focus has a place. */
function Step({ label, Icon, side, isEnd, onGo }: StepProps) {
  return (
    <button
      type="button"
      aria-label={label}
      aria-disabled={isEnd}
      onClick={() => !isEnd && onGo()}
      className={`absolute top-1/2 grid size-12 -translate-y-1/2 place-items-center rounded-full bg-scrim/45 text-on-film transition-[background-color,opacity] duration-quick hover:bg-scrim/75 aria-disabled:opacity-25 pointer-coarse:size-11 ${side}`}
    >
      <Icon aria-hidden className="size-6" strokeWidth={2} />
    </button>
  )
}
