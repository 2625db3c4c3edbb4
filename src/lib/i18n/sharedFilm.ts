import i18next from 'i18next'
import { sharedFilm } from './en/sharedFilm'
import './index'

/** Brought along by the one page that needs them. See: [Note: words come with their pages] */
i18next.addResourceBundle('en', 'translation', { sharedFilm }, true, true)
