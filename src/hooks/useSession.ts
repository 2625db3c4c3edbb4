import { useAuthStore, type SessionState } from '@/stores/auth.store'

/** Starting, out, or in as somebody. */
export const useSession = (): SessionState => useAuthStore((state) => state.session)

/** The address the person signed in with; empty where nobody is. */
export const useEmail = (): string =>
  useAuthStore(({ session }) => (session.status === 'in' ? session.email : ''))

/** @throws Error outside the guarded routes, where nobody may be signed in */
export function useUserId(): string {
  const session = useSession()
  if (session.status !== 'in') throw new Error('useUserId was called where nobody is signed in')
  return session.userId
}
