import { env } from '@/lib/env'
import { onAuthEvent } from './authEvents'

/** A way to send something while the page is going. Ask for it early, `close` it when it is not needed any more. */
export type LastRequest = {
  /** Leaves at once and survives the page; nobody hears the answer. */
  deleteProject: (projectId: string) => void
  /** Its file stays behind and is found among the leftovers. */
  deleteTrack: (trackId: string) => void
  close: () => void
}

/** See: [Note: lease calls without the client]. */
export function prepareLastRequest(): LastRequest {
  let token: string | null = null
  const close = onAuthEvent((newest) => {
    token = newest
  })
  const deleteRow = (table: 'video_projects' | 'audio_tracks', id: string) => {
    if (token === null) return
    void fetch(`${env.supabaseUrl}/rest/v1/${table}?id=eq.${encodeURIComponent(id)}`, {
      method: 'DELETE',
      headers: { apikey: env.supabaseKey, authorization: `Bearer ${token}` },
      keepalive: true,
    }).catch(() => undefined) // without it the row stays
  }
  return {
    deleteProject: (projectId) => deleteRow('video_projects', projectId),
    deleteTrack: (trackId) => deleteRow('audio_tracks', trackId),
    close,
  }
}
