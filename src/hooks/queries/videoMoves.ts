import { useMutation, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { moveGeneration } from '@/data/videos'
import { inLine, type Video } from '@/domain/video'
import { changeKeepingAge } from './changeKeepingAge'
import { patchVideo, queueKey } from './videoCache'

/** `beforeId`: the film it is to be made right before; null: after all that wait. */
export type VideoMove = { videoId: string; beforeId: string | null }

/**
 * Change the order in which a person's films are made. Shown at once. Not kept for later: by the time there is a connection
 * again the line is another one.
 */
export function useMoveVideo(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ videoId, beforeId }: VideoMove) => moveGeneration(videoId, beforeId),
    onMutate: async (move) => {
      await client.cancelQueries({ queryKey: queueKey(userId) })
      showMove(client, userId, move)
    },
    onSuccess: (moved) => {
      for (const video of moved) patchVideo(client, userId, video)
    },
    // A refusal shows what is true; the row has the revision it had.
    onError: () => client.invalidateQueries({ queryKey: queueKey(userId) }),
    scope: { id: 'queue order' },
  })
}

/** The same exchange of places as in the database. See: [Note: places in line] */
function showMove(client: QueryClient, userId: string, move: VideoMove): void {
  changeKeepingAge<Video[]>(client, queueKey(userId), (videos) => {
    const places = placesAfter(inLine(videos), move)
    return videos.map((video) => {
      const queuedAt = places.get(video.id)
      return queuedAt === undefined || queuedAt === video.queuedAt ? video : { ...video, queuedAt }
    })
  })
}

/** Whose place is which after a move. @param line those that wait, in order */
export function placesAfter(
  line: readonly Pick<Video, 'id' | 'queuedAt'>[],
  { videoId, beforeId }: VideoMove,
): Map<string, string> {
  const moved = line.find(({ id }) => id === videoId)
  const rest = line.filter(({ id }) => id !== videoId)
  const at = beforeId === null ? rest.length : rest.findIndex(({ id }) => id === beforeId)
  if (!moved || at === -1) return new Map()
  return new Map(rest.toSpliced(at, 0, moved).map(({ id }, index) => [id, line[index]?.queuedAt ?? '']))
}
