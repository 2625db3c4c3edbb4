import { useCallback } from 'react'
import { flushSync } from 'react-dom'
import { useNavigate } from 'react-router-dom'
import { signOut } from '@/data/session'
import { paths } from '@/lib/paths'

/** Sign out and go home. */
export function useSignOut(): () => Promise<void> {
  const navigate = useNavigate()
  return useCallback(async () => {
    // Here it is done at once; the server hears of it in its own time.
    flushSync(() => void signOut())
    // The guard has already led to the sign-in form, which would lead back here; who leaves begins anew.
    await navigate(paths.home, { replace: true })
  }, [navigate])
}
