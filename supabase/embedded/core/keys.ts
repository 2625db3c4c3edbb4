/** The secrets of one embedded project. Made by the adapter that owns the data directory, never shipped. */
export interface Keys {
  /** Public: the page carries it. */
  publishable: string
  /** Passes every row-level security policy. */
  secret: string
  /** Signs access tokens and signed URLs (HS256), at least 32 characters. */
  jwtSecret: string
}

/** The key that the page of an embedded project uses; src/lib/env.ts holds the same literal. */
export const PUBLISHABLE_KEY = 'sb_publishable_embedded'

/** Fresh random secrets. */
export function createKeys(): Keys {
  return { publishable: PUBLISHABLE_KEY, secret: `sb_secret_${randomHex(24)}`, jwtSecret: randomHex(32) }
}

function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (b) =>
    b.toString(16).padStart(2, '0'),
  ).join('')
}
