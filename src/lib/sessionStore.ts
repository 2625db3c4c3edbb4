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
