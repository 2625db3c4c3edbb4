import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { getFilmsThisMonth, getPlan, getProfile, listPlans } from '@/data/profile'
import type { PlanId } from '@/domain/plan'
import { profileKey } from './profileKey'
import { receiveProfile, updateProfileOptions } from './profileMutations'

export const profileQueries = {
  me: (userId: string) =>
    queryOptions({
      queryKey: profileKey(userId),
      queryFn: async ({ signal, client }) => receiveProfile(client, userId, await getProfile(userId, signal)),
    }),
  plan: (userId: string, planId: PlanId) =>
    queryOptions({
      queryKey: [userId, 'plan', planId] as const,
      queryFn: ({ signal }) => getPlan(planId, signal),
      staleTime: 60 * 60_000,
    }),
  /** All there are, the smallest first. */
  plans: (userId: string) =>
    queryOptions({
      queryKey: [userId, 'plans'] as const,
      queryFn: ({ signal }) => listPlans(signal),
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
export const useUpdateProfile = (userId: string) =>
  useMutation({ ...updateProfileOptions(useQueryClient(), userId), scope: { id: 'profile' } })
