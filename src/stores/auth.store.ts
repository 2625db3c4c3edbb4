import { create } from 'zustand'
import type { Person } from '@/data/session'

/** `starting`: supabase-js has not yet said whether this browser remembers a session. */
export type SessionState = { status: 'starting' } | { status: 'out' } | ({ status: 'in' } & Person)

type AuthState = {
  session: SessionState
  /** supabase-js said who is signed in. Nothing else may write here, and nothing of it is persisted. */
  sessionHeard: (person: Person | null) => void
}

export const useAuthStore = create<AuthState>()((set, get) => ({
  session: { status: 'starting' },
  sessionHeard: (person) => {
    const { session } = get()
    if (person === null) {
      if (session.status !== 'out') set({ session: { status: 'out' } })
      return
    }
    // A refreshed token of the same person changes nothing on the screen.
    const same = session.status === 'in' && session.userId === person.userId && session.email === person.email
    if (!same) set({ session: { status: 'in', ...person } })
  },
}))
