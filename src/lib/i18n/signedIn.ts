import i18next from 'i18next'
import { signedIn } from './en/signedIn'
import './index'

/**
 * [Note: words come with their pages] The words of signed-in people are a third of the first download and nobody reads them there.
 * src/app/AppShell.tsx, without which none of their pages is shown, brings them along; tests load this file first.
 */
i18next.addResourceBundle('en', 'translation', signedIn, true, true)
