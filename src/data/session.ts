import type { Session } from '@supabase/supabase-js'
import { authError } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { SESSION_STORAGE_KEY, sessionStore } from '@/lib/sessionStore'
import { supabase } from '@/lib/supabase'

/** Who is signed in, as far as the page needs to know. */
export type Person = { userId: string; email: string }

const person = (session: Session | null): Person | null =>
  session && { userId: session.user.id, email: session.user.email ?? '' }

/**
 * Hear who is signed in: once at the start with what this browser remembers, then at every change, also those made
 * in other tabs.
 * The listener runs while supabase-js holds its lock: it must not call the client.
 */
export function onSession(listener: (person: Person | null) => void): () => void {
  const { data } = supabase.auth.onAuthStateChange((_event, session) => listener(person(session)))
  return () => data.subscription.unsubscribe()
}

/** @throws DataError `invalid_credentials`, `email_not_confirmed`, `over_request_rate_limit`, `network`, … */
export async function signIn(email: string, password: string): Promise<void> {
  const { error } = await supabase.auth.signInWithPassword({ email, password })
  if (error) throw authError('sign in', error)
}

export type NewAccount = { displayName: string; email: string; password: string }

/**
 * Create an account.
 * @returns `signed_in`, or `confirm_email` where the project asks for a confirmation first
 * @throws DataError `user_already_exists`, `weak_password`, `email_address_invalid`, …
 */
export async function signUp({
  displayName,
  email,
  password,
}: NewAccount): Promise<'signed_in' | 'confirm_email'> {
  const { data, error } = await supabase.auth.signUp({
    email,
    password,
    options: { data: { display_name: displayName }, emailRedirectTo: location.origin },
  })
  if (error) throw authError('create the account', error)
  if (data.session) return 'signed_in'
  // With confirmation on, Supabase answers for an address that is taken with a made-up user without identities.
  if (data.user?.identities?.length === 0)
    throw new DataError('create the account', 'user_already_exists', 422)
  return 'confirm_email'
}

/**
 * Sign out in this browser, in every tab.
 * [Note: signing out always works here] supabase-js keeps the session when the server cannot be reached or answers
 * 500, and the person would still be signed in on a machine they are leaving. Then the session is taken out of the
 * browser first; asked again, supabase-js has nothing to tell the server and tells every tab.
 */
export async function signOut(): Promise<void> {
  const { error } = await supabase.auth.signOut({ scope: 'local' })
  if (!error) return
  sessionStore.removeItem(SESSION_STORAGE_KEY)
  await supabase.auth.signOut({ scope: 'local' })
}
