import { Outlet, ScrollRestoration, type Location } from 'react-router-dom'
import { useLanguage } from '@/hooks/useLanguage'
import { t } from '@/lib/i18n'
import { useFocusOnNavigation } from './useFocusOnNavigation'

/** Around every page, signed in or not. */
export function Root() {
  useFocusOnNavigation()
  useLanguage()
  return (
    <>
      <a
        href="#main"
        className="fixed top-3 left-3 z-50 -translate-y-20 rounded-control opacity-0 bg-ink px-4 py-2 text-paper focus:translate-y-0 focus:opacity-100"
      >
        {t('shell.skip')}
      </a>
      <Outlet />
      <ScrollRestoration getKey={scrollKey} />
    </>
  )
}

/**
 * The first page of every visit has the key "default": without its address, a page opened by typing would be scrolled to
 * where another page of this tab had been.
 */
const scrollKey = ({ key, pathname }: Location) => (key === 'default' ? pathname : key)

/**
 * The first moment, before the page's code has arrived and the session is known: index.html goes on showing what it shows.
 * See: [Note: the first paint]
 */
export function Splash() {
  const language = useLanguage()
  return (
    <main id="main" aria-busy="true" className="splash">
      {language !== null && <span className="sr-only">{t('shell.loading')}</span>}
    </main>
  )
}
