import { env } from '@/lib/env'
import { onAuthEvent } from './authEvents'

/** A way to send something while the page is going. Ask for it early, `close` it when it is not needed any more. */
export type LastRequest = {
  /** Leaves at once and survives the page; nobody hears the answer. */
  deleteProject: (projectId: string) => void
  /** Its file stays behind and is found among the leftovers. */
  deleteTrack: (trackId: string) => void
  /** Their files stay behind, as a track's. */
  deleteMedia: (photoIds: readonly string[]) => void
  close: () => void
}

/** A request's address must stay short. */
const ROWS_PER_REQUEST = 50

/** See: [Note: lease calls without the client]. */
export function prepareLastRequest(): LastRequest {
  let token: string | null = null
  const close = onAuthEvent((newest) => {
    token = newest
  })
  const deleteRows = (table: 'video_projects' | 'audio_tracks' | 'media_items', ids: readonly string[]) => {
    if (token === null) return
    void fetch(`${env.supabaseUrl}/rest/v1/${table}?id=in.(${ids.map(encodeURIComponent).join()})`, {
      method: 'DELETE',
      headers: { apikey: env.supabaseKey, authorization: `Bearer ${token}` },
      keepalive: true,
    }).catch(() => undefined) // without it the row stays
  }
  return {
    deleteProject: (projectId) => deleteRows('video_projects', [projectId]),
    deleteTrack: (trackId) => deleteRows('audio_tracks', [trackId]),
    deleteMedia: (photoIds) => {
      for (let first = 0; first < photoIds.length; first += ROWS_PER_REQUEST)
        deleteRows('media_items', photoIds.slice(first, first + ROWS_PER_REQUEST))
    },
    close,
  }
}
