import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Video, VideoStatus } from '@/domain/video'
import { videoQueries } from './queries/videos'

const NONE: Video[] = []

/**
 * The person's films by state, newest first in each. The lists stay the same objects until a film in the queue
 * changes. `isPending` until the first answer, `error` when it did not come.
 */
export function useGenerationQueue(userId: string) {
  const { data: videos = NONE, isPending, error } = useQuery(videoQueries.queue(userId))
  return useMemo(() => {
    const inState = (status: VideoStatus) => videos.filter((video) => video.status === status)
    return {
      videos,
      queued: inState('queued'),
      processing: inState('processing'),
      completed: inState('completed'),
      failed: inState('failed'),
      cancelled: inState('cancelled'),
      isPending,
      error,
    }
  }, [videos, isPending, error])
}
