import { queryOptions } from '@tanstack/react-query'
import { listPhotos } from '@/data/photos'

export const photoQueries = {
  all: (userId: string) => [userId, 'photos'] as const,
  /** The placements of a project with their files, in the person's order. */
  ofProject: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: [...photoQueries.all(userId), projectId] as const,
      queryFn: ({ signal }) => listPhotos(projectId, signal),
    }),
}
