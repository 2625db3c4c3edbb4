import { errors, jwtVerify } from 'jose'
import type { Keys } from './keys'

/** Who asks: the verified payload of an access token, or just a role for somebody who has only an API key. */
export interface Claims {
  role: string
  sub?: string
  exp?: number
  [claim: string]: unknown
}

/** The token is not (or no longer) ours. `message` is what a hosted project answers. */
export class InvalidToken extends Error {
  override name = 'InvalidToken'
}

const requestRoles = new Set(['anon', 'authenticated', 'service_role'])

/**
 * Reads an access token or API key. No token and the publishable key are the anonymous person.
 * @throws InvalidToken when it is expired, forged or names a role that requests may not take
 */
export async function readClaims(token: string | undefined, keys: Keys): Promise<Claims> {
  if (!token || token === keys.publishable) return { role: 'anon' }
  if (token === keys.secret) return { role: 'service_role' }
  const payload = await verify(token, keys)
  const role = payload['role']
  if (typeof role !== 'string' || !requestRoles.has(role)) throw new InvalidToken('unknown role')
  const { sub, exp, ...rest } = payload
  return { ...rest, role, ...(sub !== undefined && { sub }), ...(exp !== undefined && { exp }) }
}

async function verify(token: string, keys: Keys) {
  try {
    const secret = new TextEncoder().encode(keys.jwtSecret)
    return (await jwtVerify(token, secret, { algorithms: ['HS256'] })).payload
  } catch (error) {
    if (error instanceof errors.JOSEError) throw new InvalidToken(error.message, { cause: error })
    throw error
  }
}
