import { SupabaseClient } from '@supabase/supabase-js'
import type { Database } from './database.gen'
import { env } from './env'
import { pagePerson } from './pagePerson'
import { watchedFetch } from './reachability'
import { isRefresh, refreshAnswer } from './sessionRefusal'
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
    const send = this.fetch ?? fetch
    // Read by `from`, `rpc` and `storage`, in the moment in which something is asked for.
    const askNow = { get: () => askingAs(pagePerson(), send) }
    Object.defineProperty(this, 'fetch', askNow)
    Object.defineProperty(this.rest, 'fetch', askNow)
  }
}

/** Whose page it was when a request was asked for. The client waits for a token before it sends it. */
const ASKED_BY = Symbol('asked by')
type Person = ReturnType<typeof pagePerson>
type Asked = RequestInit & { [ASKED_BY]?: Person }

function askingAs(person: Person, send: typeof fetch): typeof fetch {
  return (input: RequestInfo | URL, init?: RequestInit) => {
    const asked: Asked = { ...init, [ASKED_BY]: person }
    return send(input, asked)
  }
}

/**
 * See [Note: one page, one person]. supabase-js asks with the public key alone when it has no usable token, for example
 * while the server cannot refresh one. Row-level security would answer such a request with "nothing there", and the
 * page would show a person's projects as gone. And right after somebody else signed in, here or in another tab, it sends in
 * their name what was asked for the one before. Either request is worse than none: it fails as if there were no connection.
 */
async function fetchAsPerson(input: RequestInfo | URL, init: Asked = {}): Promise<Response> {
  const person = pagePerson()
  const address = input instanceof Request ? input.url : String(input)
  if (person !== undefined && /\/(rest|storage)\/v1\//.test(address)) {
    const bearer = new Headers(init.headers).get('authorization')?.replace(/^Bearer /i, '') ?? ''
    const asker = ASKED_BY in init ? init[ASKED_BY] : person
    if (asker !== person || subjectOf(bearer) !== person)
      throw new TypeError('Not sent: the session is not usable at the moment')
  }
  const response = await watchedFetch(input, init)
  return isRefresh(address) ? refreshAnswer(response) : response
}

/** The one client of the page. Only src/data calls it. */
export const supabase = new Client()
