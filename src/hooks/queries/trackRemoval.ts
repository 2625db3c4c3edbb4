import { mutationOptions, type QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { removeTrack } from '@/data/audioTracks'
import type { AudioTrack } from '@/domain/audioTrack'
import { t } from '@/lib/i18n'
import { changeKeepingAge } from './changeKeepingAge'
import { mutationKey, refetchAfterLast } from './mutationKey'
import { profileKey } from './profileKey'
import { unlessUndone } from './undoable'

export const trackKey = (userId: string, trackId: string | null) => [userId, 'tracks', trackId] as const
export const ownTracksKey = (userId: string) => [userId, 'tracks', 'own'] as const

export const trackRemovalSchema = z.object({ trackId: z.uuid(), storagePath: z.string().min(1) })
type TrackRemoval = z.output<typeof trackRemovalSchema>

function dropTrack(client: QueryClient, userId: string, trackId: string): void {
  client.removeQueries({ queryKey: trackKey(userId, trackId), exact: true })
  changeKeepingAge<AudioTrack[]>(client, ownTracksKey(userId), (tracks) =>
    tracks.filter(({ id }) => id !== trackId),
  )
}

/** Sent when the time for undoing is over. See: useRemoveTrack. */
export const removeTrackOptions = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: mutationKey(userId, 'track.remove'),
    mutationFn: ({ trackId, storagePath }: TrackRemoval) => removeTrack({ id: trackId, storagePath }),
    onSuccess: (_nothing, { trackId }) => dropTrack(client, userId, trackId),
    // The profile says how much room is used.
    onSettled: () => refetchAfterLast(client, userId, 'track', [ownTracksKey(userId), profileKey(userId)]),
  })

/** See: [Note: deleting can be taken back]. */
export const undoableTrackRemoval = (client: QueryClient, userId: string) =>
  mutationOptions({
    mutationKey: [userId, 'undo', 'track.remove'],
    networkMode: 'always',
    mutationFn: ({ trackId, storagePath, name }: TrackRemoval & { name: string }): Promise<void> =>
      unlessUndone(userId, {
        id: trackId,
        text: t('accountData.musicRemoved', { name }),
        leaving: (last) => {
          last.deleteTrack(trackId)
          dropTrack(client, userId, trackId)
        },
        now: () => {
          const removing = client.getMutationCache().build(client, removeTrackOptions(client, userId))
          void removing.execute({ trackId, storagePath }).catch(() => undefined) // said by the mutation cache
        },
      }),
  })
