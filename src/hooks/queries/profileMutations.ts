import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { updateProfile, type ProfileWishes } from '@/data/profile'
import type { Profile } from '@/domain/profile'
import { changeKeepingAge } from './changeKeepingAge'
import { mutationKey, refetchAfterLast, underWay } from './mutationKey'
import { profileKey } from './profileKey'

export const profileWishesSchema = z.object({ displayName: z.string().trim().min(1).max(80) })

/** A profile that was asked for, with what the person wishes to be called since. */
export function receiveProfile(client: QueryClient, userId: string, profile: Profile): Profile {
  const wishes = client
    .getMutationCache()
    .findAll(underWay(userId, 'profile'))
    .flatMap(({ state }) => profileWishesSchema.safeParse(state.variables).data ?? [])
  return wishes.reduce<Profile>((shown, wish) => ({ ...shown, ...wish }), profile)
}

export const updateProfileOptions = (client: QueryClient, userId: string) => {
  const queryKey = profileKey(userId)
  const show = (wishes: Partial<ProfileWishes>) =>
    changeKeepingAge<Profile>(client, queryKey, (profile) => ({ ...profile, ...wishes }))
  return mutationOptions({
    mutationKey: mutationKey(userId, 'profile.update'),
    meta: { quiet: true },
    mutationFn: (wishes: ProfileWishes) => updateProfile(userId, wishes),
    onMutate: (wishes) => {
      const displayName = client.getQueryData<Profile>(queryKey)?.displayName
      show(wishes)
      return { displayName }
    },
    onError: (_error, wishes, before) => {
      const isStillMine = client.getQueryData<Profile>(queryKey)?.displayName === wishes.displayName
      if (isStillMine && before?.displayName !== undefined) show({ displayName: before.displayName })
    },
    onSettled: () => refetchAfterLast(client, userId, 'profile', [queryKey]),
  })
}
