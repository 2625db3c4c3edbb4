import { env } from './env'

/** The session's entry in localStorage. The same name supabase-js would choose itself. */
export const SESSION_STORAGE_KEY = `sb-${new URL(env.supabaseUrl).hostname.split('.')[0]}-auth-token`

/**
 * Can there be a session? Not in a browser that kept none, unless a link in an e-mail has just brought one. Says
 * nothing about whether it is still good: only supabase-js does.
 */
export function mayRememberSession(): boolean {
  const brought = /[?#&](code|access_token|error_code|token_hash)=/.test(location.search + location.hash)
  return brought || sessionStore.getItem(SESSION_STORAGE_KEY) !== null
}

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
