import { useLayoutEffect } from 'react'
import type { Theme } from '@/stores/ui.store'

/** Write the chosen theme where theme.css looks. `system` leaves the choice to the system's media query. */
export function useAppliedTheme(theme: Theme): void {
  useLayoutEffect(() => {
    const { dataset } = document.documentElement
    if (theme === 'system') delete dataset.theme
    else dataset.theme = theme
  }, [theme])
}
