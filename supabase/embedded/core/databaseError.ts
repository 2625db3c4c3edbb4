/** The fields of a Postgres error that clients may see. `code` is the five-character SQLSTATE. */
export interface DatabaseError {
  code: string
  message: string
  details: string | null
  hint: string | null
}

/** The Postgres error inside `error`, or null when it is something else (then it is a fault of ours). */
export function asDatabaseError(error: unknown): DatabaseError | null {
  if (!(error instanceof Error) || !('code' in error)) return null
  const { code } = error
  if (typeof code !== 'string' || !/^[0-9A-Z]{5}$/.test(code)) return null
  return { code, message: error.message, details: text(error, 'detail'), hint: text(error, 'hint') }
}

function text(error: Error, key: 'detail' | 'hint'): string | null {
  const value: unknown = Reflect.get(error, key)
  return typeof value === 'string' ? value : null
}

/** First match wins; what no line names is the client's fault (400). Source: PostgREST's pgErrorStatus. */
const statusBySqlState: [RegExp, number][] = [
  [/^(08|53(?!400)|57P01)/, 503],
  [/^(0L|0P|28)/, 403],
  [/^(23503|23505)/, 409],
  [/^25006/, 405],
  [/^P0001/, 400],
  [/^(42883|42P01)/, 404],
  [/^(09|25|2D|38|39|3B|40|42P17|53|54|55|57|58|F0|HV|P0|XX)/, 500],
]

/** The HTTP status PostgREST gives an error; `PTxxx`, raised by our functions, names its own. */
export function httpStatus(code: string, role: string): number {
  const own = /^PT([2-5]\d\d)$/.exec(code)?.[1]
  if (own !== undefined) return Number(own)
  if (code === '42501') return role === 'anon' ? 401 : 403
  return statusBySqlState.find(([pattern]) => pattern.test(code))?.[1] ?? 400
}

/**
 * What is printed of a fault: a database error's code and sentence. Its details quote whole rows of people, and the error
 * itself carries the statement with its values.
 */
export function printable(error: unknown): unknown {
  const refusal = asDatabaseError(error)
  return refusal ? `${refusal.code}: ${refusal.message}` : error
}

/** The answer to a REST request that Postgres refused: `{ code, message, details, hint }`. */
export function databaseErrorResponse(error: DatabaseError, role: string): Response {
  const status = httpStatus(error.code, role)
  if (status >= 500) console.error('[embedded supabase]', `${error.code}: ${error.message}`)
  return Response.json(error, { status })
}
