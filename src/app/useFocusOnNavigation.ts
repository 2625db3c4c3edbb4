import { useEffect, useRef } from 'react'
import { useLocation } from 'react-router-dom'

/**
 * After a link was followed, put the focus on the new page's content: a keyboard goes on there and a screen reader
 * begins to read there. Not on the first page, where the browser does it, and not over a field that asked for it.
 */
export function useFocusOnNavigation(): void {
  const { pathname } = useLocation()
  const shown = useRef(pathname)
  useEffect(() => {
    if (shown.current === pathname) return
    shown.current = pathname
    const main = document.getElementById('main')
    // Where the page stands is ScrollRestoration's: focusing would scroll the page's beginning under the header.
    if (main && !main.contains(document.activeElement)) main.focus({ preventScroll: true })
  }, [pathname])
}
