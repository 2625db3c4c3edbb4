import { supabase } from '@/lib/supabase'

/**
 * Hear of every change of the session, in every tab, with the token there is then; the first time at once.
 *
 * [Note: nobody waits for a listener] supabase-js waits for what its listeners return, and while it starts or refreshes a
 * token everything else waits for it. A listener that asks the client something and is waited for stops both for good. So
 * this is the one place that listens (the linter refuses others), and it gives supabase-js nothing to wait for.
 *
 * @returns stop
 */
export function onAuthEvent(listener: (accessToken: string | null) => void): () => void {
  const { data } = supabase.auth.onAuthStateChange((_event, session) => {
    listener(session?.access_token ?? null)
  })
  return () => data.subscription.unsubscribe()
}
