import * as z from 'zod/mini'
import { env } from './env'

/** The session's entry in localStorage. The same name supabase-js would choose itself. */
export const SESSION_STORAGE_KEY = `sb-${new URL(env.supabaseUrl).hostname.split('.')[0]}-auth-token`

/** What supabase-js keeps, as far as this page reads it itself. `expires_at` is in seconds. */
const sessionSchema = z.object({
  access_token: z.string().check(z.minLength(1)),
  refresh_token: z.string().check(z.minLength(1)),
  expires_at: z.number(),
  user: z.object({ id: z.uuid(), email: z.optional(z.string()) }),
})

/** `expiresAt`, of the access token, is in seconds since 1970. */
export type StoredSession = { userId: string; email: string; accessToken: string; expiresAt: number }

/** The session this browser remembers, whether or not it is still good; null when there is none that could be. */
export function storedSession(): StoredSession | null {
  const text = sessionStore.getItem(SESSION_STORAGE_KEY)
  if (text === null) return null
  try {
    const { data } = sessionSchema.safeParse(JSON.parse(text))
    if (!data) return null
    const { user, access_token: accessToken, expires_at: expiresAt } = data
    return { userId: user.id, email: user.email ?? '', accessToken, expiresAt }
  } catch {
    return null
  }
}

/** Can there be a session? Not in a browser that kept none. Says nothing about whether it is still good. */
export const mayRememberSession = (): boolean => sessionStore.getItem(SESSION_STORAGE_KEY) !== null

/**
 * Where supabase-js keeps the session: localStorage, or memory where the browser allows none (the session then ends
 * with the tab). Ours, so that it can be emptied whatever the server says; see [Note: signing out always works here].
 */
const memory = new Map<string, string>()

export const sessionStore = {
  getItem(key: string): string | null {
    try {
      return localStorage.getItem(key) ?? memory.get(key) ?? null
    } catch {
      return memory.get(key) ?? null
    }
  },
  setItem(key: string, value: string): void {
    try {
      localStorage.setItem(key, value)
      memory.delete(key)
    } catch {
      memory.set(key, value)
    }
  },
  removeItem(key: string): void {
    memory.delete(key)
    try {
      localStorage.removeItem(key)
    } catch {
      // There is none, so there is nothing in it.
    }
  },
}
