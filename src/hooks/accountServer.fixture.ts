import { vi } from 'vitest'
import { SESSION_STORAGE_KEY } from '@/lib/sessionStore'

export type TestAccount = { id: string; email: string; secret: string }
export const ADA: TestAccount = {
  id: 'aaaaaaaa-1111-4111-8111-111111111111',
  email: 'ada@example.com',
  secret: 'The secret of Ada',
}
export const EVE: TestAccount = {
  id: 'eeeeeeee-2222-4222-8222-222222222222',
  email: 'eve@example.com',
  secret: 'The secret of Eve',
}
const ACCOUNTS = [ADA, EVE]
/** Of an access token. */
const LIFETIME_S = 3600
const REUSE_MS = 10_000

type Answer = { status: number; body: unknown }
const json = (status: number, body: unknown): Answer => ({ status, body })

/**
 * An account server in memory, in place of `fetch`: it answers as Supabase does, but when and how is up to the test. Every
 * answer can be held back, so that it comes late; see tests/embedded for the real one.
 */
export function fakeAccountServer() {
  const refreshTokens = new Map<string, TestAccount>()
  /** What became of refresh tokens that were used. */
  const used = new Map<string, { at: number; child: string }>()
  const held: (() => void)[] = []
  const requests: string[] = []
  const wrong: string[] = []
  let count = 0
  const server = {
    /** `METHOD path` of every request, in order. */
    requests,
    /** Requests for somebody's row in the name of somebody else: there must be none. */
    wrong,
    /** Answers that wait to be released. */
    held,
    /** Whether the next answer is held back. */
    holds: (): boolean => false,
    /** Whether the next request is refused with 500; signing in and refreshing never are. */
    fails: (): boolean => false,
    /** Whether a request for this path gets no answer. */
    isCut: (_path: string): boolean => false,
    /** Whether a request for this path is done and its answer gets lost. */
    isLost: (_path: string): boolean => false,
    /** What something between page and server answers instead of it; null: nothing is in between. */
    between: (_path: string): Response | null => null,
    /** Refresh tokens are good once, as a hosted project's: again for ten seconds, or while the one after is unused. */
    rotates: false,
    release: (index: number) => held.splice(index, 1)[0]?.(),
    releaseAll: () => {
      while (held.length > 0) held.shift()?.()
    },
    /** Refresh tokens given out so far open nothing any more. */
    revokeAll: () => refreshTokens.clear(),
    /** Put a session into this browser as if somebody had signed in `age` seconds ago. */
    remember: (account: TestAccount, age = 0) => {
      const session = newSession(account, -age)
      localStorage.setItem(SESSION_STORAGE_KEY, JSON.stringify(session.body))
    },
  }

  function newSession(account: TestAccount, moved = 0): Answer {
    const expiresAt = Math.floor(Date.now() / 1000) + LIFETIME_S + moved
    const claims = { sub: account.id, exp: expiresAt, role: 'authenticated', n: ++count }
    const refreshToken = `refresh-${count}`
    refreshTokens.set(refreshToken, account)
    return json(200, {
      access_token: ['e30', btoa(JSON.stringify(claims)).replace(/=+$/, ''), 'c2ln'].join('.'),
      refresh_token: refreshToken,
      token_type: 'bearer',
      expires_in: LIFETIME_S,
      expires_at: expiresAt,
      user: userOf(account),
    })
  }

  function rotated(account: TestAccount, token: string): Answer {
    const before = used.get(token)
    if (before && used.has(before.child) && Date.now() - before.at > REUSE_MS)
      return json(400, { code: 'refresh_token_already_used', message: 'Invalid Refresh Token: Already Used' })
    const session = newSession(account)
    if (!before) used.set(token, { at: Date.now(), child: `refresh-${count}` })
    return session
  }

  function answer(method: string, url: URL, init: RequestInit): Answer {
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : {}
    if (url.pathname === '/auth/v1/token') {
      const { email, refresh_token } = Object(body) as { email?: string; refresh_token?: string }
      const account =
        url.searchParams.get('grant_type') === 'password'
          ? ACCOUNTS.find((known) => known.email === email)
          : refreshTokens.get(refresh_token ?? '')
      if (account && server.rotates && refresh_token !== undefined) return rotated(account, refresh_token)
      if (account) return newSession(account)
      return json(400, { code: 'refresh_token_not_found', message: 'Invalid Refresh Token' })
    }
    if (server.fails()) return json(500, { message: 'no database' })
    const asked = subjectIn(new Headers(init.headers).get('authorization'))
    if (url.pathname === '/auth/v1/user') {
      const account = ACCOUNTS.find(({ id }) => id === asked)
      return account ? json(200, userOf(account)) : json(403, { code: 'bad_jwt', message: 'bad token' })
    }
    if (url.pathname !== '/rest/v1/users') return json(204, null)
    const wanted = url.searchParams.get('id')?.replace('eq.', '')
    if (asked !== null && asked !== wanted)
      wrong.push(`${method} the row of ${wanted} in the name of ${asked}`)
    const row = ACCOUNTS.find(({ id }) => id === wanted && id === asked)
    if (!row) return json(406, { code: 'PGRST116', message: 'no rows' })
    return json(200, rowOf(row))
  }

  async function fetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
    const url = new URL(input instanceof Request ? input.url : input)
    const method = init.method ?? 'GET'
    init.signal?.throwIfAborted()
    requests.push(`${method} ${url.pathname}`)
    if (server.isCut(url.pathname)) throw new TypeError('Failed to fetch')
    const stranger = server.between(url.pathname)
    if (stranger) return stranger
    const { status, body } = answer(method, url, init)
    if (server.isLost(url.pathname)) throw new TypeError('Failed to fetch')
    if (server.holds()) await wait(init.signal ?? null)
    return new Response(status === 204 ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': 'application/json' },
    })
  }

  function wait(signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      held.push(resolve)
      signal?.addEventListener('abort', () => reject(signal.reason))
    })
  }

  vi.stubGlobal('fetch', fetch)
  return server
}
export type AccountServer = ReturnType<typeof fakeAccountServer>

const userOf = ({ id, email }: TestAccount) => ({
  id,
  email,
  aud: 'authenticated',
  app_metadata: {},
  user_metadata: {},
  created_at: '',
})

const rowOf = ({ id, email, secret }: TestAccount) => ({
  id,
  email,
  display_name: secret,
  avatar_path: null,
  language: 'en',
  keep_location: false,
  subscription_plan: 'free',
  total_storage_bytes: 0,
  closing_since: null,
})

function subjectIn(authorization: string | null): string | null {
  const payload = authorization?.split('.')[1]
  if (payload === undefined) return null
  const claims: unknown = JSON.parse(atob(payload))
  return String(Object(claims).sub)
}
