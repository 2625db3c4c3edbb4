import { useEffect, useState } from 'react'

/** For how long, in milliseconds, this tab has been out of sight since `isCounting` began. Told when it is seen again. */
export function useHiddenTime(isCounting: boolean): number {
  const [hiddenMs, setHiddenMs] = useState(0)
  useEffect(() => {
    if (!isCounting) return
    let since = document.hidden ? performance.now() : null
    const look = () => {
      if (document.hidden) {
        since ??= performance.now()
      } else if (since !== null) {
        const hidden = performance.now() - since
        since = null
        setHiddenMs((before) => before + hidden)
      }
    }
    document.addEventListener('visibilitychange', look)
    return () => {
      document.removeEventListener('visibilitychange', look)
      setHiddenMs(0)
    }
  }, [isCounting])
  return hiddenMs
}
