/**
 * The languages of the interface: BCP 47 tag, its own name (what its readers look for, whatever is on screen) and the side on
 * which its lines begin. Words are in `./<tag>/`; every language has exactly the keys of English.
 */
export const LANGUAGES = [
  { tag: 'en', name: 'English', dir: 'ltr' },
  { tag: 'ko', name: '한국어', dir: 'ltr' },
  { tag: 'ja', name: '日本語', dir: 'ltr' },
  { tag: 'zh', name: '简体中文', dir: 'ltr' },
  { tag: 'es', name: 'Español', dir: 'ltr' },
  { tag: 'fr', name: 'Français', dir: 'ltr' },
  { tag: 'de', name: 'Deutsch', dir: 'ltr' },
] as const satisfies readonly { tag: string; name: string; dir: 'ltr' | 'rtl' }[]
export type LanguageTag = (typeof LANGUAGES)[number]['tag']

/** What is shown to people whose languages we do not have. */
export const DEFAULT_LANGUAGE: LanguageTag = 'en'

/** Ours for a BCP 47 tag, or null: `de-AT` is German, `zh-Hant-TW` is Chinese, which is nearer than English. */
export function languageFor(tag: string): LanguageTag | null {
  const [wanted] = tag.toLowerCase().split(/[-_]/)
  return LANGUAGES.find((language) => language.tag === wanted)?.tag ?? null
}

/** The first of somebody's languages that we have. @param wished most wished first, as `navigator.languages` is */
export function bestLanguage(wished: readonly string[]): LanguageTag {
  for (const tag of wished) {
    const ours = languageFor(tag)
    if (ours) return ours
  }
  return DEFAULT_LANGUAGE
}
