import { authError } from '@/lib/dataError'
import { supabase } from '@/lib/supabase'

/**
 * End every session of the person but this browser's. A device that is signed in elsewhere finds out when its token is
 * renewed, which is within an hour; until then it can go on.
 * @throws DataError `network`, `session_expired`, …
 */
export async function endOtherSessions(): Promise<void> {
  const { error } = await supabase.auth.signOut({ scope: 'others' })
  if (error) throw authError('sign out the other devices', error)
}
