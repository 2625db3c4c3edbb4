import * as z from 'zod/mini'

const claimsSchema = z.object({ sub: z.string() })
let last: { token: string; subject: string | null } | undefined

/** The user id in an access token, unchecked; null where it names none (the public key, something else). */
export function subjectOf(token: string): string | null {
  if (last?.token !== token) last = { token, subject: readSubject(token) }
  return last.subject
}

function readSubject(token: string): string | null {
  const payload = token.split('.')[1]
  if (payload === undefined) return null
  try {
    const json: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')))
    return claimsSchema.safeParse(json).data?.sub ?? null
  } catch {
    return null
  }
}
