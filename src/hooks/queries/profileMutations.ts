import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { updateProfile, type ProfileWishes } from '@/data/profile'
import type { Profile } from '@/domain/profile'
import { changeKeepingAge } from './changeKeepingAge'
import { mutationKey, refetchAfterLast, underWay } from './mutationKey'
import { profileKey } from './profileKey'

/** At least one of them; those that are not named stay as they are. */
export const profileWishesSchema = z
  .object({
    displayName: z.string().trim().min(1).max(80),
    language: z.string(),
    keepLocation: z.boolean(),
  })
  .partial()
  .refine((wishes) => Object.keys(wishes).length > 0)

/** A profile that was asked for, with what the person has wished since. */
export function receiveProfile(client: QueryClient, userId: string, profile: Profile): Profile {
  const wishes = client
    .getMutationCache()
    .findAll(underWay(userId, 'profile'))
    .flatMap(({ state }) => profileWishesSchema.safeParse(state.variables).data ?? [])
  return wishes.reduce<Profile>((shown, wish) => ({ ...shown, ...definite(wish) }), profile)
}

export const updateProfileOptions = (client: QueryClient, userId: string) => {
  const queryKey = profileKey(userId)
  const show = (wishes: ProfileWishes) =>
    changeKeepingAge<Profile>(client, queryKey, (profile) => ({ ...profile, ...wishes }))
  return mutationOptions({
    mutationKey: mutationKey(userId, 'profile.update'),
    meta: { quiet: true },
    mutationFn: (wishes: ProfileWishes) => updateProfile(userId, wishes),
    onMutate: (wishes) => {
      const before = client.getQueryData<Profile>(queryKey)
      show(wishes)
      return before && takeBack(before, wishes)
    },
    onError: (_error, wishes, before) => {
      const shown = client.getQueryData<Profile>(queryKey)
      if (!shown || !before) return
      // What was wished anew meanwhile is not this one's to take back.
      const { displayName, language, keepLocation } = before
      show(
        definite({
          displayName: shown.displayName === wishes.displayName ? displayName : undefined,
          language: shown.language === wishes.language ? language : undefined,
          keepLocation: shown.keepLocation === wishes.keepLocation ? keepLocation : undefined,
        }),
      )
    },
    onSettled: () => refetchAfterLast(client, userId, 'profile', [queryKey]),
  })
}

/** What was there before, of the same fields. */
const takeBack = (before: Profile, wishes: ProfileWishes): ProfileWishes =>
  definite({
    displayName: wishes.displayName === undefined ? undefined : before.displayName,
    language: wishes.language === undefined ? undefined : before.language,
    keepLocation: wishes.keepLocation === undefined ? undefined : before.keepLocation,
  })

type Named = {
  displayName?: string | undefined
  language?: string | undefined
  keepLocation?: boolean | undefined
}

/** Without the fields that are not named: spread over a profile they would empty it. */
const definite = ({ displayName, language, keepLocation }: Named): ProfileWishes => ({
  ...(displayName !== undefined && { displayName }),
  ...(language !== undefined && { language }),
  ...(keepLocation !== undefined && { keepLocation }),
})
