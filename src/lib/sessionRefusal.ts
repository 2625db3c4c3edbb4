/** Said by something on the way, or about how often one asks: nothing of it is about the session. */
const PASSING = [408, 425, 429]

/**
 * The answer to a refresh of the session, where it is one.
 *
 * [Note: only the account server ends a session] supabase-js takes every refusal of a refresh for the end of the session and
 * signs the person out of all tabs: also "too many requests", and the page with which a hotel's network answers everything
 * (403, 511) when a laptop wakes in it. So a refusal counts when it is the account server's, in its words; else it is
 * no answer, and the refresh is tried again.
 * @throws TypeError as `fetch` does without an answer
 */
export async function refreshAnswer(response: Response): Promise<Response> {
  const { ok, status } = response
  if (ok || (!PASSING.includes(status) && (await namesReason(response.clone())))) return response
  throw new TypeError(`The session could not be refreshed (${status})`)
}

async function namesReason(response: Response): Promise<boolean> {
  const said: unknown = await response.json().catch(() => null)
  const { code, error_code: errorCode, error } = Object(said) as Record<string, unknown>
  return [code, errorCode, error].some((reason) => typeof reason === 'string')
}

/** Whether a request asks for a new session by the refresh token. */
export const isRefresh = (address: string): boolean =>
  /\/auth\/v1\/token\?(.*&)?grant_type=refresh_token/.test(address)
