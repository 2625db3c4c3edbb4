import { SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.gen'
import { env } from './env'
import { pagePerson } from './pagePerson'
import { watchedFetch } from './reachability'
import { SESSION_STORAGE_KEY, sessionStore } from './sessionStore'
import { subjectOf } from './tokenSubject'

/**
 * [Note: one rule for asking again] The client would by itself ask three times more for a table it could not read, up to
 * seven seconds, before each of our own attempts, and say nothing meanwhile. `canHeal` decides alone.
 */
class Client extends SupabaseClient<Database> {
  constructor() {
    super(env.supabaseUrl, env.supabaseKey, {
      // Links in e-mails are read by src/data/emailLinks.
      auth: { storageKey: SESSION_STORAGE_KEY, storage: sessionStore, detectSessionInUrl: false },
      global: { fetch: fetchAsPerson },
    })
    this.rest.retry = false
  }
}

/**
 * See [Note: one page, one person]. supabase-js asks with the public key alone when it has no usable token, for example
 * while the server cannot refresh one. Row-level security would answer such a request with "nothing there", and the
 * page would show a person's projects as gone. And right after somebody else signed in in another tab, it asks in their
 * name before this page has heard of it. Either request is worse than none: it fails as if there were no connection.
 */
async function fetchAsPerson(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const person = pagePerson()
  const address = input instanceof Request ? input.url : String(input)
  if (typeof person === 'string' && /\/(rest|storage)\/v1\//.test(address)) {
    const bearer = new Headers(init.headers).get('authorization')?.replace(/^Bearer /i, '') ?? ''
    if (subjectOf(bearer) !== person) throw new TypeError('Not sent: the session is not usable at the moment')
  }
  return watchedFetch(input, init)
}

/** The one client of the page. Only src/data calls it. */
export const supabase = new Client()
