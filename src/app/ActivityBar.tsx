import { useIsFetching, useIsMutating } from '@tanstack/react-query'
import { useEffect, useState } from 'react'

/** What is answered sooner needs no sign: one that flashes tells nothing and unsettles. */
export const UNNOTICED_MS = 500

/**
 * A thin line at the top of the window while anything is loaded or sent, however many requests that is. What waits for
 * the network (paused) is not under way. Only a sign for the eye: the places that wait say so themselves.
 */
export function ActivityBar() {
  const loading = useIsFetching({ predicate: (query) => !query.meta?.quiet })
  const sending = useIsMutating({ predicate: (mutation) => !mutation.state.isPaused })
  const isBusy = useLasting(loading + sending > 0)
  return (
    <div
      aria-hidden
      data-busy={isBusy}
      className={`pointer-events-none fixed inset-x-0 top-0 z-50 h-0.5 overflow-hidden transition-opacity duration-slow ${isBusy ? '' : 'opacity-0'}`}
    >
      {isBusy && <div className="activity h-full w-1/3 bg-accent" />}
    </div>
  )
}

/** Becomes true only when it has lasted. */
function useLasting(now: boolean): boolean {
  const [lasting, setLasting] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLasting(now), now ? UNNOTICED_MS : 0)
    return () => clearTimeout(timer)
  }, [now])
  return now && lasting
}
