import { useEffect, useState } from 'react'
import { Outlet, useLocation, useNavigation } from 'react-router-dom'
import { PageSkeleton } from '@/components/ui/PageSkeleton'
import { ErrorBoundary } from './ErrorBoundary'

/** A page that is there sooner needs no sign that it is coming. */
export const UNNOTICED_MS = 150

/**
 * The page, or what it will look like while its code is on its way: whoever follows a link sees at once that they did.
 * The page that is left stays as it was until then, also when the way is given up.
 */
export function PageArea() {
  const { pathname } = useLocation()
  const coming = useComingPath(pathname)
  return (
    <>
      {coming !== null && <PageSkeleton path={coming} />}
      <div className={coming === null ? 'contents' : 'hidden'}>
        <ErrorBoundary resetKey={pathname}>
          <Outlet />
        </ErrorBoundary>
      </div>
    </>
  )
}

/** Where one is on the way to, when it takes long enough to be noticed; null at rest and within a page. */
function useComingPath(pathname: string): string | null {
  const { state, location } = useNavigation()
  const goal = state === 'loading' && location.pathname !== pathname ? location.pathname : null
  const [noticed, setNoticed] = useState<string | null>(null)
  useEffect(() => {
    const timer = setTimeout(() => setNoticed(goal), goal === null ? 0 : UNNOTICED_MS)
    return () => clearTimeout(timer)
  }, [goal])
  return goal !== null && noticed === goal ? goal : null
}
