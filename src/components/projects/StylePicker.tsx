import { useId, type ComponentProps } from 'react'
import { STYLES, type Style } from '@/domain/project'
import { t } from '@/lib/i18n'
import { StyleArt } from './StyleArt'

/**
 * The four styles as cards with a picture of what each does to a photo. `radio` makes each input part of its form: name,
 * handlers, what is chosen.
 */
export function StylePicker({ radio }: { radio: (style: Style) => ComponentProps<'input'> }) {
  const id = useId()
  return (
    <div role="radiogroup" aria-labelledby={id}>
      <p id={id} className="text-sm font-medium">
        {t('draft.style')}
      </p>
      <div className="mt-1.5 grid grid-cols-2 gap-2.5">
        {STYLES.map((style) => (
          <label
            key={style}
            className="group relative cursor-pointer overflow-hidden rounded-control bg-surface ring-1 ring-line transition-shadow hover:ring-line-strong has-checked:ring-2 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-3 has-focus-visible:outline-accent has-disabled:cursor-default"
          >
            <input
              {...radio(style)}
              type="radio"
              value={style}
              aria-label={t(`draft.style_${style}`)}
              aria-describedby={`${id}-${style}`}
              // Over all of the card: what is pressed there is the choice itself.
              className="absolute inset-0 size-full cursor-pointer opacity-0 disabled:cursor-default"
            />
            <StyleArt style={style} />
            <span className="relative block px-3 py-1.5">
              <span aria-hidden className="block text-sm font-medium group-has-checked:text-accent">
                {t(`draft.style_${style}`)}
              </span>
              <span id={`${id}-${style}`} className="block text-xs text-muted">
                {t(`draft.style_${style}_text`)}
              </span>
            </span>
          </label>
        ))}
      </div>
    </div>
  )
}
