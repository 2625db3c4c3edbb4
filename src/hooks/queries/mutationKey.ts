import type { MutationFilters, QueryClient } from '@tanstack/react-query'

/** Everything a person can ask for that is kept while offline and sent later. Each is harmless to repeat. */
export type Verb =
  | 'project.update'
  | 'project.delete'
  | 'photo.caption'
  | 'photo.choose'
  | 'photo.direct'
  | 'photo.move'
  | 'photo.remove'
  | 'photo.restore'
  | 'video.generate'
  | 'video.cancel'
  | 'member.invite'
  | 'member.withdraw'
  | 'member.accept'
  | 'member.decline'
  | 'member.role'
  | 'member.remove'
  | 'profile.update'
  | 'track.remove'
  | 'media.remove'
export type Noun = Verb extends `${infer N}.${string}` ? N : never

/** The key of a mutation that may be kept and sent later, by another page load: it never changes its meaning. */
export const mutationKey = (userId: string, verb: Verb) => [userId, 'mutation', verb] as const

/** What is under way of one noun, sent or waiting to be. */
export const underWay = (userId: string, noun: Noun): MutationFilters => ({
  mutationKey: [userId, 'mutation'],
  status: 'pending',
  predicate: ({ options }) => String(options.mutationKey?.[2]).startsWith(`${noun}.`),
})

/**
 * Ask again for what a noun's mutations changed, when the one that is just settling is the last of them: while another
 * is under way its own settling will ask.
 */
export function refetchAfterLast(
  client: QueryClient,
  userId: string,
  noun: Noun,
  queryKeys: readonly (readonly unknown[])[],
): void {
  if (client.isMutating(underWay(userId, noun)) > 1) return
  for (const queryKey of queryKeys) void client.invalidateQueries({ queryKey })
}
