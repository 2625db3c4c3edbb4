import { t } from '@/lib/i18n'
import { bestLanguage, DEFAULT_LANGUAGE, languageFor, type LanguageTag } from '@/lib/i18n/languages'
import { speak, speakWithoutWords, spokenLanguage } from '@/lib/i18n/speak'
import { log } from '@/lib/log'
import { notify } from '@/lib/notify'
import { useUiStore } from '@/stores/ui.store'

/** The language kept on this device, else the best of those the browser is set to. */
export function chosenLanguage(): LanguageTag {
  const { language } = useUiStore.getState()
  return (language === null ? null : languageFor(language)) ?? bestLanguage(navigator.languages)
}

/**
 * Speak the chosen language, from now on and whenever the choice changes, in this tab or another one.
 * @returns stop
 */
export function speakChosen(): () => void {
  const follow = () => void change(chosenLanguage())
  const stopChoosing = useUiStore.subscribe(({ language }, before) => {
    if (language !== before.language) follow()
  })
  addEventListener('languagechange', follow)
  follow()
  return () => {
    stopChoosing()
    removeEventListener('languagechange', follow)
  }
}

async function change(tag: LanguageTag): Promise<void> {
  try {
    await speak(tag)
  } catch (error) {
    log.warn('The words of a language could not be loaded', error)
    if (spokenLanguage() !== null) notify.error(t('errors.network'))
    else if (tag === DEFAULT_LANGUAGE) speakWithoutWords()
    else await change(DEFAULT_LANGUAGE)
  }
}
