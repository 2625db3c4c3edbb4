import { supabase } from '@/lib/supabase'

/** The signed-in person's token of this moment, refreshed if it was about to expire; null when signed out. */
export async function accessToken(): Promise<string | null> {
  const { data } = await supabase.auth.getSession()
  return data.session?.access_token ?? null
}
