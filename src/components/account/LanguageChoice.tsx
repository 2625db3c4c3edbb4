import { useId, useState } from 'react'
import { ErrorNotice } from '@/components/ui/Notice'
import type { Profile } from '@/domain/profile'
import { useUpdateProfile } from '@/hooks/queries/profile'
import { useLanguage } from '@/hooks/useLanguage'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { DEFAULT_LANGUAGE, languageFor, LANGUAGES } from '@/lib/i18n/languages'

/** In which language the app speaks. Each is named in its own words: whoever needs it cannot read the others. */
export function LanguageChoice({ profile }: { profile: Profile }) {
  const id = useId()
  const saving = useUpdateProfile(profile.id)
  const [problem, setProblem] = useState<string | null>(null)
  async function choose(language: string) {
    setProblem(null)
    try {
      await saving.mutateAsync({ language })
    } catch (error) {
      setProblem(errorText(error))
    }
  }
  const spoken = useLanguage() ?? DEFAULT_LANGUAGE
  // Chosen in another version of the page it may be one that this one does not speak.
  const known = languageFor(profile.language) ?? spoken
  return (
    <div className="grid max-w-md gap-1.5">
      {problem !== null && <ErrorNotice>{problem}</ErrorNotice>}
      <label htmlFor={id} className="text-sm font-medium">
        {t('account.language')}
      </label>
      <select
        id={id}
        value={known}
        onChange={({ currentTarget }) => void choose(currentTarget.value)}
        aria-describedby={`${id}-hint`}
        className="min-h-12 w-full rounded-control border border-line-strong/60 bg-surface px-3 text-base text-ink transition-colors hover:border-line-strong"
      >
        {LANGUAGES.map(({ tag, name }) => (
          <option key={tag} value={tag} lang={tag}>
            {name}
          </option>
        ))}
      </select>
      <p id={`${id}-hint`} className="text-sm text-muted">
        {t('account.languageHint')}
      </p>
    </div>
  )
}
