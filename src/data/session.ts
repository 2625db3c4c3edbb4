import { authError } from '@/lib/dataError'
import { env } from '@/lib/env'
import { DataError } from '@/lib/errors'
import { SESSION_STORAGE_KEY, sessionStore, storedSession } from '@/lib/sessionStore'
import { supabase } from '@/lib/supabase'
import { onAuthEvent } from './authEvents'

/** Who is signed in, as far as the page needs to know. */
export type Person = { userId: string; email: string }

/** How long an unreachable server may keep a page from starting that knows whose it is. */
const PATIENCE_MS = 2_000
/** Telling the server of a sign-out is a courtesy: what counts has happened here. */
const FAREWELL_MS = 10_000

/** Told of a sign-out in this tab before anything else happens. */
const leaving = new Set<() => void>()

/**
 * Hear who is signed in: once at the start, then at every change, also those made in other tabs.
 *
 * [Note: the stored session is who is signed in] Every request is made with the session that supabase-js keeps in this
 * browser, so that is whom the page shows. Its events, and the browser's own when another tab changed the storage or
 * this page wakes up, only say when to look: an event itself can be late (a refresh that another tab sent off before
 * somebody else signed in here) and would name the wrong person.
 *
 * [Note: offline start] supabase-js speaks first after it has refreshed an expired token, and says "nobody" when the
 * server cannot be reached, half a minute later, although it keeps the session. This page is then still the person's:
 * it opens with what the device remembers. A server that can be asked and refuses the token ends the session, and then
 * the storage is empty.
 */
export function onSession(listener: (person: Person | null) => void): () => void {
  let started = false
  const look = () => {
    started = true
    const session = storedSession()
    listener(session && { userId: session.userId, email: session.email })
  }
  const lookAgain = () => started && look()
  const stopHearing = onAuthEvent(look)
  const patience = setTimeout(() => !started && storedSession() && look(), isOffline() ? 0 : PATIENCE_MS)
  const over = new AbortController()
  const { signal } = over
  const onStorage = ({ key }: StorageEvent) =>
    (key === null || key === SESSION_STORAGE_KEY) && void lookAgain()
  addEventListener('storage', onStorage, { signal })
  // A tab that slept has missed what the others said.
  addEventListener('pageshow', lookAgain, { signal })
  document.addEventListener('visibilitychange', lookAgain, { signal })
  leaving.add(look)
  return () => {
    stopHearing()
    clearTimeout(patience)
    over.abort()
    leaving.delete(look)
  }
}

const isOffline = () => typeof navigator !== 'undefined' && navigator.onLine === false

/** @throws DataError `invalid_credentials`, `email_not_confirmed`, `over_request_rate_limit`, `network`, … */
export async function signIn(email: string, password: string): Promise<void> {
  const { error } = await supabase.auth.signInWithPassword({ email, password })
  if (error) throw authError('sign in', error)
}

export type NewAccount = {
  displayName: string
  email: string
  password: string
  /** BCP 47, the new profile's; English when it is not said. */
  language?: string
}

/**
 * Create an account.
 * @returns `signed_in`, or `confirm_email` where the project asks for a confirmation first
 * @throws DataError `user_already_exists`, `weak_password`, `email_address_invalid`, …
 */
export async function signUp({
  displayName,
  email,
  password,
  language,
}: NewAccount): Promise<'signed_in' | 'confirm_email'> {
  const { data, error } = await supabase.auth.signUp({
    email,
    password,
    options: { data: { display_name: displayName, language }, emailRedirectTo: location.origin },
  })
  if (error) throw authError('create the account', error)
  if (data.session) return 'signed_in'
  // With confirmation on, Supabase answers for an address that is taken with a made-up user without identities.
  if (data.user?.identities?.length === 0)
    throw new DataError('create the account', 'user_already_exists', 422)
  return 'confirm_email'
}

/**
 * Sign out in this browser, in every tab, at once. Resolves when the server was told or could not be told.
 *
 * [Note: signing out always works here] supabase-js tells the server first: it keeps the session when the server answers
 * 500, waits half a minute for one that does not answer at all, and takes away whoever has signed in meanwhile when the
 * answer comes late. A person leaving a machine cannot wait for any of that. So the session is taken out of the browser
 * first, every tab is told the way supabase-js tells it, and the server hears of it afterwards.
 */
export async function signOut(): Promise<void> {
  const session = storedSession()
  forgetSession()
  if (session) await tellServer(session.accessToken)
}

/** The same where the server knows no account any more that could be told of. */
export function forgetSession(): void {
  sessionStore.removeItem(SESSION_STORAGE_KEY)
  for (const look of leaving) look()
  tellTabs()
}

/** The message supabase-js sends itself; its own client in this tab hears it too and lets go of the token. */
function tellTabs(): void {
  const tabs = openTabs()
  tabs?.postMessage({ event: 'SIGNED_OUT', session: null })
  tabs?.close()
}

/** The channel on which the clients of all tabs tell each other of sessions; without it the storage event tells them. */
const openTabs = () =>
  typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(SESSION_STORAGE_KEY)

/**
 * Get a token that works, now that the server answers again. Resolves when there is one, or the server refused it, or it could
 * not be asked after all; does nothing while the one there is works.
 *
 * [Note: a minute of silence] After a refresh that failed, supabase-js does not ask again for a minute, also when the server
 * is back after two seconds. It forgets the failure when another tab says that it got through; so it is told so.
 */
export async function freshenSession(): Promise<void> {
  const session = storedSession()
  if (!session || session.expiresAt * 1000 > Date.now()) return
  const [tabs, heard] = [openTabs(), openTabs()]
  if (tabs && heard) {
    // What was opened later hears later: by then the client has heard it.
    const delivered = new Promise((resolve) => (heard.onmessage = resolve))
    const stored: unknown = JSON.parse(sessionStore.getItem(SESSION_STORAGE_KEY) ?? 'null')
    tabs.postMessage({ event: 'SIGNED_IN', session: stored })
    await delivered
  }
  tabs?.close()
  heard?.close()
  await supabase.auth.getSession()
}

/** Ends the session on the server; the request survives the page. */
async function tellServer(accessToken: string): Promise<void> {
  try {
    await fetch(`${env.supabaseUrl}/auth/v1/logout?scope=local`, {
      method: 'POST',
      headers: { apikey: env.supabaseKey, authorization: `Bearer ${accessToken}` },
      keepalive: true,
      signal: AbortSignal.timeout(FAREWELL_MS),
    })
  } catch {
    // Without the tokens that were here, the session on the server opens nothing to anybody.
  }
}
