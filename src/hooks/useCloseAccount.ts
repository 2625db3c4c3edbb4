import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { closeAccount } from '@/data/account/removeAccount'
import type { Profile } from '@/domain/profile'
import { changeKeepingAge } from './queries/changeKeepingAge'
import { profileKey } from './queries/profileKey'

/** Begin to delete the account. src/app/AccountGate.tsx then shows how it goes on, in place of every page. */
export function useCloseAccount(userId: string): () => Promise<void> {
  const client = useQueryClient()
  return useCallback(async () => {
    await closeAccount()
    const closingSince = new Date().toISOString()
    changeKeepingAge<Profile>(client, profileKey(userId), (profile) => ({ ...profile, closingSince }))
    await client.invalidateQueries({ queryKey: profileKey(userId) })
  }, [client, userId])
}
