import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onSession } from '@/data/session'
import { forgetSignedUrls } from '@/data/signedUrls'
import { useAuthStore } from '@/stores/auth.store'

/**
 * Keep the auth store what supabase-js says, and drop everything of a person from the cache when they leave, in
 * every tab. Mounted once, at the top of the app.
 */
export function useAuthSync(): void {
  const queryClient = useQueryClient()
  useEffect(() => {
    const idOf = () => {
      const { session } = useAuthStore.getState()
      return session.status === 'in' ? session.userId : null
    }
    return onSession((person) => {
      const before = idOf()
      if (before !== null && before !== person?.userId) {
        queryClient.clear()
        forgetSignedUrls()
      }
      useAuthStore.getState().sessionHeard(person)
    })
  }, [queryClient])
}
