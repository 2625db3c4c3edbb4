import ChevronLeft from 'lucide-react/icons/chevron-left'
import ChevronRight from 'lucide-react/icons/chevron-right'
import EyeOff from 'lucide-react/icons/eye-off'
import Trash2 from 'lucide-react/icons/trash-2'
import Type from 'lucide-react/icons/type'
import type { ReactNode } from 'react'
import type { Photo } from '@/domain/photo'
import { cardPlace, moveShot } from '@/hooks/editor/shotEdits'
import { useProjectEditor } from '@/hooks/editor/useProjectEditor'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { useCommands } from '@/hooks/useCommands'
import { t } from '@/lib/i18n'
import type { FilmShot } from '@/story/filmShots'
import { useCardEdits } from './useCardEdits'

type ShotToolsProps = { desk: FilmDesk; shot: FilmShot; photo: Photo; number: number }

/** Name and length of the chosen shot, and what is done to it as a whole. */
export function ShotTools({ desk, shot, photo, number }: ShotToolsProps) {
  const { photos: edits, store } = useProjectEditor()
  const cards = useCardEdits(desk)
  const { shots } = desk
  const seconds = (shot.endSeconds - shot.startSeconds).toFixed(1)
  const step = (by: 1 | -1) => {
    if (shot.card) return cards.step(shot, by)
    moveShot(desk, shot.index, by < 0 ? shot.index - 1 : shot.index + 2).forEach(({ photo: one, position }) =>
      edits.move(one, position),
    )
  }
  const addCard = () => {
    store.getState().movePlayhead(shot.startSeconds + 0.01, desk.seconds)
    cards.insertAt(shot.startSeconds + 0.01)
  }
  const isFirst = shot.index === 0 || shot.isAgain
  const isLast = shot.index === shots.length - 1 || shot.isAgain
  const hasRoomForCard = cardPlace(desk, shot.index) !== null
  const takeOut = () => (shot.card ? cards.remove(shot) : edits.choose(photo, 'skip'))
  useCommands({
    shotEarlier: isFirst ? null : () => step(-1),
    shotLater: isLast ? null : () => step(1),
    insertCard: !shot.card && hasRoomForCard ? addCard : null,
    takeOutShot: takeOut,
  })
  const icon = { 'aria-hidden': true, className: 'size-4.5', strokeWidth: 1.75 } as const
  return (
    <div className="flex flex-wrap items-center gap-x-1 gap-y-2">
      <h3 className="mr-auto font-semibold">
        {shot.card ? t('editor.cardTitle') : t('editor.photo', { number })}
        <span className="ml-2 text-sm font-normal text-muted tabular-nums">
          {t('editor.seconds', { seconds })}
        </span>
      </h3>
      <Tool label={t('editor.shotEarlier')} disabled={isFirst} onPress={() => step(-1)}>
        <ChevronLeft {...icon} />
      </Tool>
      <Tool label={t('editor.shotLater')} disabled={isLast} onPress={() => step(1)}>
        <ChevronRight {...icon} />
      </Tool>
      {shot.card ? (
        <Tool label={t('editor.cardRemove')} onPress={takeOut}>
          <Trash2 {...icon} />
        </Tool>
      ) : (
        <>
          <Tool label={t('editor.cardAdd')} disabled={!hasRoomForCard} onPress={addCard} text>
            <Type {...icon} />
          </Tool>
          <Tool label={t('editor.shotLeaveOut')} onPress={takeOut}>
            <EyeOff {...icon} />
          </Tool>
        </>
      )}
    </div>
  )
}

type ToolProps = {
  label: string
  disabled?: boolean
  /** Its name is seen, not only read out. */
  text?: boolean
  onPress: () => void
  children: ReactNode
}

function Tool({ label, disabled = false, text = false, onPress, children }: ToolProps) {
  return (
    <button
      type="button"
      aria-label={text ? undefined : label}
      title={text ? undefined : label}
      aria-disabled={disabled}
      onClick={() => {
        if (!disabled) onPress()
      }}
      className={`inline-flex h-11 min-w-11 items-center justify-center gap-2 rounded-control text-sm font-medium transition-colors hover:bg-sunken aria-disabled:opacity-40 sm:h-9 sm:min-w-9 ${text ? 'border border-line px-3' : ''}`}
    >
      {children}
      {text && label}
    </button>
  )
}
