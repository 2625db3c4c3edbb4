import i18next from 'i18next'
import { en } from './en'
import type { sharedFilm } from './en/sharedFilm'
import type { signedIn } from './en/signedIn'

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof en & typeof signedIn & { sharedFilm: typeof sharedFilm } }
  }
}

// Synchronous: English ships with the page, so the first paint already has its words. See: [Note: words come with their pages]
void i18next.init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  interpolation: { escapeValue: false }, // React escapes
  initAsync: false,
})

/** `t('area.key', { values })`: the words of the interface. Keys are checked by the compiler. */
export const t = i18next.t

/** BCP 47 tag of the language on screen, for `Intl`. */
export const language = () => i18next.language
