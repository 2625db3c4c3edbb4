import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { removeAvatar, saveAvatar } from '@/data/avatar'
import type { Profile } from '@/domain/profile'
import { memberQueries } from './members'
import { profileKey } from './profileKey'
import { receiveProfile } from './profileMutations'

/** `cut` makes the new face, which is then sent; whoever asked shows an error itself. A file cannot be kept for later, so this needs a connection. */
export function useSaveAvatar(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: [userId, 'avatar'],
    scope: { id: 'avatar' },
    meta: { quiet: true },
    mutationFn: async ({ cut, signal }: { cut: () => Promise<Blob>; signal: AbortSignal }) =>
      saveAvatar(userId, await cut(), faceNow(client, userId), signal),
    onSuccess: (profile) => receive(client, userId, profile),
  })
}

export function useRemoveAvatar(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: [userId, 'avatar'],
    scope: { id: 'avatar' },
    meta: { quiet: true },
    mutationFn: () => removeAvatar(userId, faceNow(client, userId)),
    onSuccess: (profile) => receive(client, userId, profile),
  })
}

const faceNow = (client: QueryClient, userId: string) =>
  client.getQueryData<Profile>(profileKey(userId))?.avatarPath ?? null

function receive(client: QueryClient, userId: string, profile: Profile): void {
  client.setQueryData<Profile>(profileKey(userId), receiveProfile(client, userId, profile))
  // The same face stands among the people of projects.
  void client.invalidateQueries({ queryKey: memberQueries.all(userId) })
}
