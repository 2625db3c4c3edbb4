import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { isOutdated } from '@/lib/newVersion'
import { isSparing, watchLinks } from './watchLinks'
import { fetchAhead } from './pagesAhead'

/** For so long a tab is taken to be of the build the host serves. */
const TRUST_MS = 5 * 60_000

/**
 * Fetches the page behind a link while the person is about to follow it, so that it is there when they do. Shows nothing.
 *
 * [Note: nothing ahead of a deploy] Code that cannot be loaded reloads an outdated tab ([Note: a deploy under an open tab]). A
 * pointer on its way over a link has not asked for that: an outdated tab, and one without a connection, fetches nothing
 * ahead.
 */
export function LinkPrefetch({ userId }: { userId: string }) {
  const client = useQueryClient()
  useEffect(() => {
    let checkedAt = -TRUST_MS
    let isCurrent = Promise.resolve(true)
    return watchLinks((url) => {
      if (isSparing() || !onlineManager.isOnline()) return
      if (performance.now() - checkedAt >= TRUST_MS) {
        checkedAt = performance.now()
        isCurrent = isOutdated().then((outdated) => !outdated)
      }
      void isCurrent.then((current) => (current ? fetchAhead(url, client, userId) : undefined))
    })
  }, [client, userId])
  return null
}
