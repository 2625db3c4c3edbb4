import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { inputClass } from '@/components/ui/TextField'
import {
  CARD_MAX_SECONDS,
  CARD_MIN_SECONDS,
  CARD_SUBTITLE_MAX,
  CARD_TEXT_MAX,
  type TitleCard,
} from '@/domain/direction'
import type { Photo } from '@/domain/photo'
import type { FilmDesk } from '@/hooks/editor/useShotDesk'
import { t } from '@/lib/i18n'
import { undoStep } from '@/lib/undoKeys'
import type { FilmShot } from '@/story/filmShots'
import { SecondsField } from './SecondsField'
import { useCardEdits } from './useCardEdits'
import { useRestingText } from './useRestingText'

type CardFieldsProps = { desk: FilmDesk; shot: FilmShot; photo: Photo }

/** The words of a title card and how long it stays. A card just made has its words chosen, to be typed over. */
export function CardFields({ desk, shot, photo }: CardFieldsProps) {
  const cards = useCardEdits(desk)
  const { card } = photo.direction
  const words = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const input = words.current?.querySelector('input')
    if (input?.value !== t('editor.cardNew')) return
    input.focus()
    input.select()
  }, [])
  if (!card) return null
  const change = (to: Partial<TitleCard>) => cards.change(shot, to)
  return (
    <div ref={words} className="mt-3 grid gap-5 sm:grid-cols-2">
      <CardText
        label={t('editor.cardText')}
        saved={card.text}
        maxLength={CARD_TEXT_MAX}
        isNeeded
        onSave={(text) => change({ text })}
      />
      <CardText
        label={t('editor.cardSubtitle')}
        saved={card.subtitle}
        maxLength={CARD_SUBTITLE_MAX}
        onSave={(subtitle) => change({ subtitle })}
      />
      <SecondsField
        label={t('editor.shotLength')}
        name={t('editor.cardTitle')}
        seconds={shot.endSeconds - shot.startSeconds}
        least={CARD_MIN_SECONDS}
        most={CARD_MAX_SECONDS}
        onChange={(seconds) => change({ seconds })}
      />
    </div>
  )
}

type CardTextProps = {
  label: string
  saved: string
  maxLength: number
  /** It may not be empty. */
  isNeeded?: boolean
  onSave: (text: string) => void
}

function CardText({ label, saved, maxLength, isNeeded = false, onSave }: CardTextProps) {
  const id = useId()
  const { text, isEmpty, isTyping, change, finish, drop } = useRestingText(saved, isNeeded, onSave)
  // What is only typed is no step yet: undo brings back what was there.
  const pressed = (event: KeyboardEvent) => {
    if (!isTyping || undoStep(event.nativeEvent) !== 'undo') return
    event.preventDefault()
    event.stopPropagation()
    drop()
  }
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="text-sm font-medium">
        {label}
      </label>
      <input
        id={id}
        type="text"
        autoComplete="off"
        maxLength={maxLength}
        value={text}
        aria-invalid={isEmpty || undefined}
        aria-describedby={isEmpty ? `${id}-note` : undefined}
        onChange={({ target }) => change(target.value)}
        onBlur={finish}
        onKeyDown={pressed}
        className={inputClass}
      />
      {isEmpty && (
        <p id={`${id}-note`} className="text-sm text-danger">
          {t('editor.cardEmpty')}
        </p>
      )}
    </div>
  )
}
