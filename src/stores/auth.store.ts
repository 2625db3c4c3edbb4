import { create } from 'zustand'
import type { Person } from '@/data/session'
import type { EmailLink, LinkPurpose } from '@/lib/emailLink'

/** `starting`: supabase-js has not yet said whether this browser remembers a session. */
export type SessionState = { status: 'starting' } | { status: 'out' } | ({ status: 'in' } & Person)

/**
 * The link of an e-mail that led to this page: none, being opened, opened (it signed somebody in), or refused with a code
 * (`otp_expired`, `network`, …); `seen` once a page has said so.
 */
export type LinkState =
  | { status: 'none' }
  | { status: 'opening'; link: EmailLink }
  | { status: 'opened'; purpose: LinkPurpose }
  | { status: 'refused'; link: EmailLink; code: string; seen: boolean }

type AuthState = {
  session: SessionState
  link: LinkState
  /** supabase-js said who is signed in. Nothing else may write here, and nothing of it is persisted. */
  sessionHeard: (person: Person | null) => void
  linkMoved: (link: LinkState) => void
}

export const useAuthStore = create<AuthState>()((set, get) => ({
  session: { status: 'starting' },
  link: { status: 'none' },
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
  linkMoved: (link) => set({ link }),
}))
