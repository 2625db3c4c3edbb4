import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { getFilmsThisMonth, getPlan, getProfile, updateProfile, type ProfileWishes } from '@/data/profile'
import type { PlanId } from '@/domain/plan'

export const profileQueries = {
  me: (userId: string) =>
    queryOptions({
      queryKey: [userId, 'profile'] as const,
      queryFn: ({ signal }) => getProfile(userId, signal),
    }),
  plan: (userId: string, planId: PlanId) =>
    queryOptions({
      queryKey: [userId, 'plan', planId] as const,
      queryFn: ({ signal }) => getPlan(planId, signal),
      staleTime: 60 * 60_000,
    }),
  filmsThisMonth: (userId: string) =>
    queryOptions({
      queryKey: [userId, 'usage'] as const,
      queryFn: ({ signal }) => getFilmsThisMonth(userId, signal),
      staleTime: 0,
    }),
}

/** Save the person's own profile; shown at once, taken back on failure. The form shows the error itself. */
export function useUpdateProfile(userId: string) {
  const client = useQueryClient()
  const { queryKey } = profileQueries.me(userId)
  return useMutation({
    mutationKey: queryKey,
    meta: { quiet: true },
    mutationFn: (wishes: ProfileWishes) => updateProfile(userId, wishes),
    onMutate: async (wishes) => {
      await client.cancelQueries({ queryKey })
      const previous = client.getQueryData(queryKey)
      client.setQueryData(queryKey, (profile) => profile && { ...profile, ...wishes })
      return { rollback: () => client.setQueryData(queryKey, previous) }
    },
    onError: (_error, _wishes, optimistic) => optimistic?.rollback(),
    onSettled: () => client.invalidateQueries({ queryKey }),
  })
}
