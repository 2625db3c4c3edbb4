import { queryOptions, skipToken, useMutation, useMutationState, useQueryClient } from '@tanstack/react-query'
import { useMemo } from 'react'
import { findTrack, listOwnTracks } from '@/data/audioTracks'
import type { Music } from '@/domain/music'
import { ownTracksKey, trackKey, trackRemovalSchema, undoableTrackRemoval } from './trackRemoval'

/**
 * The track that is to be heard; null when it is gone, nothing at all for any other music. A track never changes, but one
 * that cannot be read may be readable a moment later, once the project that plays it is saved: null is asked again.
 */
export const trackQuery = (userId: string, music: Music | undefined) => {
  const trackId = music?.kind === 'track' ? music.trackId : null
  return queryOptions({
    queryKey: trackKey(userId, trackId),
    queryFn: trackId === null ? skipToken : ({ signal }) => findTrack(trackId, signal),
    staleTime: ({ state }) => (state.data ? Infinity : 0),
  })
}

/** All music of the person's own, newest first. */
export const ownTracksQuery = (userId: string) =>
  queryOptions({ queryKey: ownTracksKey(userId), queryFn: ({ signal }) => listOwnTracks(userId, signal) })

/** Delete a track with its file: hidden at once, with a message to take it back. */
export function useRemoveTrack(userId: string) {
  const client = useQueryClient()
  return useMutation(undoableTrackRemoval(client, userId))
}

/** The tracks that are being deleted: they are still there and not shown. */
export function useTracksBeingRemoved(userId: string): ReadonlySet<string> {
  const asked = useMutationState({
    filters: {
      status: 'pending',
      predicate: ({ options: { mutationKey } }) =>
        mutationKey?.[0] === userId && mutationKey[2] === 'track.remove',
    },
    select: ({ state }) => trackRemovalSchema.safeParse(state.variables).data?.trackId,
  })
  return useMemo(() => new Set(asked.filter((id) => id !== undefined)), [asked])
}
