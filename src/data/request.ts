import type { PostgrestError } from '@supabase/supabase-js'
import type { z } from 'zod'
import { postgrestError } from '@/lib/dataError'
import { DataError } from '@/lib/errors'
import { log } from '@/lib/log'
import { retryAfterMs } from '@/lib/reachability'

type Answer<T> = { status: number; statusText: string } & (
  { data: T; error: null } | { data: unknown; error: PostgrestError }
)

/**
 * The data of a table or function request.
 * @throws the signal's reason when it was aborted, else a DataError that names the `action`
 */
export async function answer<T>(
  action: string,
  request: PromiseLike<Answer<T>>,
  signal?: AbortSignal,
): Promise<T> {
  const { data, error, status, statusText } = await request
  signal?.throwIfAborted()
  if (error) throw postgrestError(action, error, status, retryAfterMs(statusText))
  return data
}

/** One row through its schema. @throws DataError `bad_row` when it is not what the schema promises */
export function parseRow<T>(action: string, schema: z.ZodType<T>, row: unknown): T {
  const parsed = schema.safeParse(row)
  if (parsed.success) return parsed.data
  throw new DataError(action, 'bad_row', 200, parsed.error)
}

/** Many rows through their schema. A bad one is left out and told of in the console; the others go on. */
export function parseRows<T>(action: string, schema: z.ZodType<T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row)
    if (parsed.success) return [parsed.data]
    const fields = parsed.error.issues.map(({ path }) => path.join('.'))
    log.warn(`Could not ${action}: a row was left out for its ${fields.join(', ')}`)
    return []
  })
}
