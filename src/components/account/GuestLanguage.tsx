import Languages from 'lucide-react/icons/languages'
import { useId } from 'react'
import { useLanguage } from '@/hooks/useLanguage'
import { t } from '@/lib/i18n'
import { LANGUAGES } from '@/lib/i18n/languages'
import { useUiStore } from '@/stores/ui.store'

/** The language, small, on the pages of strangers. Each is named in itself: whoever cannot read this page can read that. */
export function GuestLanguage() {
  const id = useId()
  const spoken = useLanguage()
  const setLanguage = useUiStore((state) => state.setLanguage)
  return (
    <div className="relative inline-flex items-center text-muted hover:text-ink">
      <label htmlFor={id} className="pointer-events-none absolute left-3">
        <Languages aria-hidden className="size-4.5" strokeWidth={1.75} />
        <span className="sr-only">{t('shell.language')}</span>
      </label>
      <select
        id={id}
        value={spoken ?? undefined}
        onChange={({ target }) => setLanguage(target.value, true)}
        className="min-h-11 cursor-pointer appearance-none rounded-control border border-transparent bg-transparent pr-4 pl-10 text-sm field-sizing-content transition-colors hover:border-line-strong/60"
      >
        {LANGUAGES.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
