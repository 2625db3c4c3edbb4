import { useLayoutEffect } from 'react'
import type { Theme } from '@/stores/ui.store'

/**
 * Write the chosen theme where theme.css, the browser's own controls and the bar of a phone's browser look. `system` leaves
 * the choice to the system, live. public/theme.js has done the same before the first paint.
 */
export function useAppliedTheme(theme: Theme): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const itsTheme = meta.dataset.theme
      const other = itsTheme === theme ? 'all' : 'not all'
      meta.setAttribute('media', theme === 'system' ? `(prefers-color-scheme: ${itsTheme})` : other)
    }
    const scheme = document.querySelector<HTMLMetaElement>('meta[name="color-scheme"]')
    if (scheme) scheme.content = theme === 'system' ? 'light dark' : theme
  }, [theme])
}
