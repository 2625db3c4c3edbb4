import { queryOptions, skipToken } from '@tanstack/react-query'
import { findTrack } from '@/data/audioTracks'
import type { Music } from '@/domain/music'

/**
 * The track that is to be heard; null when it is gone, nothing at all for any other music. A track never changes, but one
 * that cannot be read may be readable a moment later, once the project that plays it is saved: null is asked again.
 */
export const trackQuery = (userId: string, music: Music | undefined) => {
  const trackId = music?.kind === 'track' ? music.trackId : null
  return queryOptions({
    queryKey: [userId, 'tracks', trackId],
    queryFn: trackId === null ? skipToken : ({ signal }) => findTrack(trackId, signal),
    staleTime: ({ state }) => (state.data ? Infinity : 0),
  })
}
