import { useEffect } from 'react'
import { log } from '@/lib/log'
import { tidyExport } from './forgetExport'

/** After which the page has loaded all that it shows. */
const TIDY_MS = 60_000

/** Delete what an export has left on this device long ago. Mounted once, near the root. */
export function useTidyExport(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      tidyExport().catch((error: unknown) => log.info('An old export could not be deleted', error))
    }, TIDY_MS)
    return () => clearTimeout(timer)
  }, [])
}
