import { supabase } from '@/lib/supabase'

/** The signed-in person's token of this moment, refreshed if it was about to expire; null when signed out. */
export async function accessToken(): Promise<string | null> {
  const { data } = await supabase.auth.getSession()
  return data.session?.access_token ?? null
}

/**
 * Hear of every new token, at once with the one there is. Needed where supabase-js cannot be asked: a worker, and the
 * last breath of a page.
 */
export function onAccessToken(listener: (token: string | null) => void): () => void {
  // The listener must not call the client: supabase-js holds its lock while it runs.
  const { data } = supabase.auth.onAuthStateChange((_event, session) =>
    listener(session?.access_token ?? null),
  )
  return () => data.subscription.unsubscribe()
}
