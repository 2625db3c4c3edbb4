import { env } from '@/lib/env'
import { onAuthEvent } from './authEvents'

/** A way to send something while the page is going. Ask for it early, `close` it when it is not needed any more. */
export type LastRequest = {
  /** Leaves at once and survives the page; nobody hears the answer. */
  deleteProject: (projectId: string) => void
  close: () => void
}

/** See: [Note: lease calls without the client]. */
export function prepareLastRequest(): LastRequest {
  let token: string | null = null
  const close = onAuthEvent((newest) => {
    token = newest
  })
  return {
    deleteProject: (projectId) => {
      if (token === null) return
      void fetch(`${env.supabaseUrl}/rest/v1/video_projects?id=eq.${encodeURIComponent(projectId)}`, {
        method: 'DELETE',
        headers: { apikey: env.supabaseKey, authorization: `Bearer ${token}` },
        keepalive: true,
      }).catch(() => undefined) // without it the project stays
    },
    close,
  }
}
