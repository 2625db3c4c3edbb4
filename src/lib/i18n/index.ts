import i18next, { type FormatterModule } from 'i18next'
import type { first } from './en'
import type { sharedFilm } from './en/sharedFilm'
import type { signedIn } from './en/signedIn'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof first & typeof signedIn & typeof sharedFilm }
  }
}

// In place of i18next's own formatter, which knows many more ways and is asked for each of them by name.
i18next.use({
  type: 'formatter',
  init: () => undefined,
  add: () => undefined,
  addCached: () => undefined,
  format: (value: unknown, _name: string | undefined, lng: string | undefined) =>
    typeof value === 'number' ? new Intl.NumberFormat(lng).format(value) : String(value),
} satisfies FormatterModule)

// The words themselves come with `speak` (./speak.ts). These three sentences are for a page that gets none.
void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: {
    en: {
      translation: {
        shell: {
          unloadedTitle: 'This page could not be loaded',
          unloadedText: 'Look at your connection, then reload the page.',
          reload: 'Reload the page',
        },
      },
    },
  },
  interpolation: {
    escapeValue: false, // React escapes
    // Numbers in sentences are written as the language writes them: 10,000 photos, 10 000 photos, 10.000 Fotos.
    alwaysFormat: true,
  },
  initAsync: false,
})

/** `t('area.key', { values })`: the words of the interface. Keys are checked by the compiler. */
export const t = i18next.t

/** BCP 47 tag of the language on screen, for `Intl`. */
export const language = () => i18next.language
