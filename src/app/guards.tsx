import { Navigate, Outlet, useLocation, useSearchParams } from 'react-router-dom'
import { useSession } from '@/hooks/useSession'
import { paths, returnPath } from '@/lib/paths'
import { useAuthStore } from '@/stores/auth.store'
import { Splash } from './Root'

/** Pages of a signed-in person. Others sign in first and come back to where they wanted to go. */
export function SignedInOnly() {
  const session = useSession()
  const { pathname, search, hash } = useLocation()
  if (useUnseenLinkProblem()) return <Navigate to={paths.linkProblem} replace />
  switch (session.status) {
    case 'starting':
      return <Splash />
    case 'out':
      return <Navigate to={paths.signIn(pathname + search + hash)} replace />
    case 'in':
      return <Outlet key={session.userId} />
    default:
      return session satisfies never
  }
}

/** Home and the two forms. Who is signed in has no use for them and goes on, after signing in to where `next` says. */
export function SignedOutOnly() {
  const session = useSession()
  const [search] = useSearchParams()
  if (useUnseenLinkProblem()) return <Navigate to={paths.linkProblem} replace />
  switch (session.status) {
    case 'starting':
      return <Splash />
    case 'in':
      return <Navigate to={returnPath(search.get('next'))} replace />
    case 'out':
      return <Outlet />
    default:
      return session satisfies never
  }
}

/** A link from an e-mail led here and was refused on the way. */
const useUnseenLinkProblem = () => useAuthStore(({ link }) => link.status === 'refused' && !link.seen)
