import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { findFilms, findProjects } from '@/data/finds'

/** What the palette looks for. Short-lived, and never a reason for a message: it says itself when nothing came. */
const passing = { staleTime: 30_000, gcTime: 60_000, meta: { quiet: true } } as const

export const findQueries = {
  /** Projects whose title may be meant by `search`; the ones changed last while it is empty. */
  projects: (userId: string, search: string) =>
    queryOptions({
      queryKey: [userId, 'finds', 'projects', search] as const,
      queryFn: ({ signal }) => findProjects(search, signal),
      placeholderData: keepPreviousData,
      ...passing,
    }),
  /** The finished films of these projects. */
  films: (userId: string, projectIds: readonly string[]) =>
    queryOptions({
      queryKey: [userId, 'finds', 'films', projectIds.toSorted()] as const,
      queryFn: ({ signal }) => findFilms(projectIds, signal),
      enabled: projectIds.length > 0,
      placeholderData: keepPreviousData,
      ...passing,
    }),
}
