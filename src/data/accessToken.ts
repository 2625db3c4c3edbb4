import { supabase } from '@/lib/supabase'

/** The signed-in person's token of this moment, refreshed if it was about to expire; null when signed out. */
export async function accessToken(): Promise<string | null> {
  const { data } = await supabase.auth.getSession()
  return data.session?.access_token ?? null
}

/**
 * A new one in place of `refused`, which the server did not take although this device thinks that it is good: clocks
 * differ. Null when signed out.
 */
export async function renewedToken(refused: string | null): Promise<string | null> {
  const token = await accessToken()
  if (token !== refused) return token
  const { data } = await supabase.auth.refreshSession()
  return data.session?.access_token ?? null
}
