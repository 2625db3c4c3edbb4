import { onlineManager } from '@tanstack/react-query'
import { env } from './env'

/** A server that has not begun to answer after this long will not. */
const NO_ANSWER_MS = 30_000
const PROBE_MS = 5_000
const FIRST_PAUSE_MS = 1_000
const LONGEST_PAUSE_MS = 15_000

/**
 * [Note: online means that the API answers] `navigator.onLine` is true on a café's network that leads nowhere and false
 * on a laptop in a train whose embedded Supabase answers well. So it is only a hint to look: offline is when a request
 * got no answer and a question right after it got none either; online again is when one did. React Query's
 * `onlineManager` keeps what was found, for everybody. Any answer counts, also a refusal.
 */
let looking = false
let lookSoon: (() => void) | null = null

/** A request got no answer, or the browser says that something changed: find out. */
export function lookAround(): void {
  lookSoon?.()
  // Nobody listens in a worker, or in a test of the data room alone.
  if (!looking && onlineManager.hasListeners()) void lookUntilAnswered()
}

async function lookUntilAnswered(): Promise<void> {
  looking = true
  let pause = FIRST_PAUSE_MS
  while (!(await apiAnswers())) {
    onlineManager.setOnline(false)
    const hurried = await pauseOrHint(pause)
    pause = hurried ? FIRST_PAUSE_MS : Math.min(pause * 2, LONGEST_PAUSE_MS)
  }
  looking = false
  onlineManager.setOnline(true)
}

const apiAnswers = () =>
  fetch(`${env.supabaseUrl}/auth/v1/health`, {
    headers: { apikey: env.supabaseKey },
    cache: 'no-store',
    signal: AbortSignal.timeout(PROBE_MS),
  }).then(
    () => true,
    () => false,
  )

/** @returns whether a hint ended the pause */
function pauseOrHint(milliseconds: number): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (hurried: boolean) => {
      clearTimeout(timer)
      lookSoon = null
      resolve(hurried)
    }
    const timer = setTimeout(() => end(false), milliseconds)
    lookSoon = () => end(true)
  })
}

/** Let React Query know what is really reachable, instead of what the browser says. Called once, by the page. */
export function watchReachability(): void {
  onlineManager.setEventListener(() => {
    addEventListener('online', lookAround)
    addEventListener('offline', lookAround)
    return () => {
      removeEventListener('online', lookAround)
      removeEventListener('offline', lookAround)
    }
  })
  if (typeof navigator !== 'undefined' && !navigator.onLine) void lookUntilAnswered()
}

/** Where a response's `Retry-After` travels, see `watchedFetch`. */
const RETRY_AFTER = /retry-after=(\d+)/

/** Milliseconds the server asked to wait, out of the status text of a response of `watchedFetch`; null when it did not. */
export function retryAfterMs(statusText: string): number | null {
  const seconds = RETRY_AFTER.exec(statusText)?.[1]
  return seconds === undefined ? null : Number(seconds) * 1000
}

/**
 * `fetch` for the Supabase client: a request without an answer makes the page look whether the API is there at all, and
 * one that hangs ends.
 *
 * [Note: Retry-After] Of a refused request the client hands on the body and the status line, not the headers: the
 * seconds are added to the status text. Readable where the API shares the page's origin or exposes the header.
 */
export async function watchedFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  try {
    return withRetryAfter(await answerWithin(input, init))
  } catch (error) {
    if (!init.signal?.aborted) lookAround()
    throw error
  }
}

async function answerWithin(input: RequestInfo | URL, init: RequestInit): Promise<Response> {
  // A file on its way up takes as long as it takes; only short questions can be said to hang.
  const isShort = init.body === undefined || init.body === null || typeof init.body === 'string'
  if (!isShort) return fetch(input, init)
  const hang = new AbortController()
  const timer = setTimeout(() => hang.abort(new TypeError('No answer')), NO_ANSWER_MS)
  const signal = init.signal ? AbortSignal.any([init.signal, hang.signal]) : hang.signal
  // Cleared with the first byte: a long answer may take its time.
  return fetch(input, { ...init, signal }).finally(() => clearTimeout(timer))
}

function withRetryAfter(response: Response): Response {
  const value = response.headers.get('retry-after')
  if (value === null || (response.status !== 429 && response.status !== 503)) return response
  const seconds = /^\d+$/.test(value) ? Number(value) : Math.ceil((Date.parse(value) - Date.now()) / 1000)
  if (!(seconds >= 0)) return response
  const { status, statusText, headers, body } = response
  return new Response(body, { status, headers, statusText: `${statusText} retry-after=${seconds}`.trim() })
}
