import { useEffect } from 'react'
import { useAuthStore, type LinkState } from '@/stores/auth.store'

/** For pages that say what became of a link from an e-mail: once said, no guard leads there again. */
export function useEmailLink(): LinkState {
  const link = useAuthStore((state) => state.link)
  const { linkMoved } = useAuthStore.getState()
  useEffect(() => {
    if (link.status === 'refused' && !link.seen) linkMoved({ ...link, seen: true })
  }, [link, linkMoved])
  return link
}
