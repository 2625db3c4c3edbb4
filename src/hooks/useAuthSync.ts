import { onlineManager, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Person } from '@/data/session'
import { mayRememberSession } from '@/lib/sessionStore'
import { useAuthStore } from '@/stores/auth.store'
import { changePerson, guardCache } from './forgetPerson'
import { openLink } from './openLink'

/**
 * Keep the auth store what supabase-js says, and forget everything of a person the moment they leave, in every tab. Mounted
 * once, at the top of the app. Throws into the boundary above when the code for it cannot be loaded.
 *
 * [Note: nobody waits for supabase-js to be a stranger] The client is a third of the page's code. A browser that
 * remembers no session shows the home page or the form at once and loads it meanwhile.
 */
export function useAuthSync(): void {
  const queryClient = useQueryClient()
  const [failure, setFailure] = useState<unknown>(null)
  useEffect(() => {
    let stop: (() => void) | undefined
    let left = false
    const hear = (person: Person | null) => {
      changePerson(queryClient, person?.userId ?? null)
      useAuthStore.getState().sessionHeard(person)
    }
    const start = async () => {
      const { link } = useAuthStore.getState()
      if (link.status === 'opening') await openLink(link.link)
      else if (!mayRememberSession()) hear(null)
      const { onSession, freshenSession } = await import('@/data/session')
      if (left) return
      const stopSession = onSession(hear)
      const stopOnline = onlineManager.subscribe((online) => online && void freshenSession())
      stop = () => {
        stopSession()
        stopOnline()
      }
    }
    const stopGuard = guardCache(queryClient)
    start().catch(setFailure)
    return () => {
      left = true
      stopGuard()
      stop?.()
    }
  }, [queryClient])
  if (failure !== null) throw failure
}
