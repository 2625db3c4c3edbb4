import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form'
import { safeParse, type z } from 'zod/mini'

/**
 * Has react-hook-form check a form by a schema: each field says the first that is wrong with it. Sent are the values as
 * the schema gives them out. For forms whose fields are not nested.
 */
export function checkedBy<Typed extends FieldValues, Sent>(
  schema: z.core.$ZodType<Sent, Typed>,
): Resolver<Typed, unknown, Sent> {
  return (values) => {
    const { data, error } = safeParse(schema, values)
    if (!error) return { values: data, errors: {} }
    const errors: Record<string, { type: string; message: string }> = {}
    for (const { path, code, message } of error.issues) errors[String(path[0])] ??= { type: code, message }
    return { values: {}, errors: errors as FieldErrors<Typed> }
  }
}
