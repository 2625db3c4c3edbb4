import { AuthClient } from '@supabase/supabase-js'
import { authError } from '@/lib/dataError'
import { env } from '@/lib/env'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'

/**
 * Give the signed-in person a new password.
 *
 * [Note: a password is changed aside] The client's own `updateUser` writes the session it started with back when the
 * answer comes, also when the person has signed out, or somebody else in, meanwhile. A client of its own, which keeps
 * nothing, cannot bring anybody back.
 * @throws DataError `same_password`, `weak_password`, `session_not_found`, `network`, …
 */
export async function setPassword(password: string): Promise<void> {
  const { data } = await supabase.auth.getSession()
  if (!data.session) throw new DataError('set the password', 'session_not_found', 401)
  const aside = new AuthClient({
    url: `${env.supabaseUrl}/auth/v1`,
    headers: { apikey: env.supabaseKey },
    storageKey: 'photomemory.aside',
    persistSession: false,
    autoRefreshToken: false,
    detectSessionInUrl: false,
  })
  const { access_token, refresh_token } = data.session
  const opened = await aside.setSession({ access_token, refresh_token })
  if (opened.error) throw authError('set the password', opened.error)
  const { error } = await aside.updateUser({ password })
  if (error) throw authError('set the password', error)
}
