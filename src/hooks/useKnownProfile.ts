import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { Profile } from '@/domain/profile'
import { profileKey } from './queries/profileKey'

/**
 * The person's own row as far as it is known; undefined until then. Only looks into the cache, for pages that must not bring
 * along what asks: that is loaded after every page, see `useProfileWatch`.
 */
export function useKnownProfile(userId: string): Profile | undefined {
  const client = useQueryClient()
  const subscribe = useCallback((changed: () => void) => client.getQueryCache().subscribe(changed), [client])
  return useSyncExternalStore(subscribe, () => client.getQueryData<Profile>(profileKey(userId)))
}
