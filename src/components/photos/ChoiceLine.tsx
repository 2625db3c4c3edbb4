import type { MouseEvent } from 'react'
import type { PhotoChoice } from '@/domain/photo'
import { t } from '@/lib/i18n'

type ChoiceLineProps = {
  choice: PhotoChoice
  /** The code of why the film would not show it; undefined when it would. */
  leftOut: string | undefined
  /** The photo within a sentence. */
  name: string
  /** Undefined for somebody who may only look. */
  onChoose: ((choice: PhotoChoice) => void) | undefined
}

/** Under a photo that the film leaves out, or keeps because somebody said so: which of them, and the way back. */
export function ChoiceLine({ choice, leftOut, name, onChoose }: ChoiceLineProps) {
  const offer = offerFor(choice, leftOut)
  if (!offer) return null
  const pressed = ({ currentTarget }: MouseEvent<HTMLElement>) => {
    // The line may go with the choice: the focus goes to the photo instead of getting lost.
    if (offer.next === 'auto') focusPhoto(currentTarget)
    onChoose?.(offer.next)
  }
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 border-b border-line px-3 py-1 text-sm leading-tight">
      <span className="py-1.5 text-muted">{offer.words}</span>
      {onChoose && (
        <button
          type="button"
          aria-label={t(`reasons.${offer.action}Named`, { name })}
          onClick={pressed}
          className="min-h-8 rounded-mark font-medium whitespace-nowrap underline decoration-line-strong underline-offset-4 hover:decoration-current pointer-coarse:min-h-11"
        >
          {t(`reasons.${offer.action}`)}
        </button>
      )}
    </div>
  )
}

type Offer = { words: string; action: 'letGo' | 'putBack' | 'keepAnyway'; next: PhotoChoice }

function offerFor(choice: PhotoChoice, leftOut: string | undefined): Offer | null {
  switch (choice) {
    case 'keep':
      // So many may be kept that some are left out all the same.
      return {
        words: leftOut === undefined ? t('reasons.kept') : badgeWords(leftOut),
        action: 'letGo',
        next: 'auto',
      }
    case 'skip':
      return { words: t('reasons.badge_left_out'), action: 'putBack', next: 'auto' }
    case 'auto':
      return leftOut === undefined ? null : { words: badgeWords(leftOut), action: 'keepAnyway', next: 'keep' }
    default:
      return choice satisfies never
  }
}

function badgeWords(code: string): string {
  if (code === 'similar_to') return t('reasons.badge_similar_to')
  return code === 'no_time' ? t('reasons.badge_no_time') : t('reasons.badge_left_out')
}

/** The handle of the photo that a button belongs to. */
export function focusPhoto(button: HTMLElement): void {
  button.closest('li')?.querySelector<HTMLElement>('button')?.focus()
}
