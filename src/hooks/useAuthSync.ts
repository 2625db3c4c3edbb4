import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Person } from '@/data/session'
import { notify } from '@/lib/notify'
import { mayRememberSession } from '@/lib/sessionStore'
import { useAuthStore } from '@/stores/auth.store'

/**
 * Keep the auth store what supabase-js says, and drop everything of a person from the cache and the messages when they leave, in
 * every tab. Mounted once, at the top of the app. Throws into the boundary above when the code for it cannot be loaded.
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
    if (!mayRememberSession()) useAuthStore.getState().sessionHeard(null)
    import('@/data/session').then(({ onSession }) => {
      if (left) return
      stop = onSession((person) => {
        if (isSomebodyElse(person)) {
          queryClient.clear()
          notify.dismissAll()
        }
        useAuthStore.getState().sessionHeard(person)
      })
    }, setFailure)
    return () => {
      left = true
      stop?.()
    }
  }, [queryClient])
  if (failure !== null) throw failure
}

function isSomebodyElse(person: Person | null): boolean {
  const { session } = useAuthStore.getState()
  return session.status === 'in' && session.userId !== person?.userId
}
