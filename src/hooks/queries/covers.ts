import { queryOptions } from '@tanstack/react-query'
import { findCover } from '@/data/cover'

/** A picture for a project where nothing else of it is loaded: its path in bucket `media`. */
export const coverQuery = (userId: string, projectId: string) =>
  queryOptions({
    queryKey: [userId, 'cover', projectId] as const,
    queryFn: ({ signal }) => findCover(projectId, signal),
    staleTime: Infinity,
    meta: { quiet: true },
  })
