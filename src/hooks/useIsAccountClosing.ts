import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useSyncExternalStore } from 'react'
import type { Profile } from '@/domain/profile'
import { profileKey } from './queries/profileKey'

/**
 * Whether the person has asked for their account to be deleted, here or on another device, and it is not done yet, as far
 * as is known. Only looks into the cache: what asks is loaded after the page, see `useProfileWatch`.
 */
export function useIsAccountClosing(userId: string): boolean {
  const client = useQueryClient()
  const subscribe = useCallback((changed: () => void) => client.getQueryCache().subscribe(changed), [client])
  return useSyncExternalStore(subscribe, () => {
    const profile = client.getQueryData<Profile>(profileKey(userId))
    return profile !== undefined && profile.closingSince !== null
  })
}
