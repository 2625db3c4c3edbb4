import { Outlet } from 'react-router-dom'
import { useBundle } from '@/hooks/useLanguage'
import { useUserId } from '@/hooks/useSession'
import { signedInWords } from '@/lib/i18n/signedIn'
import { AccountGate } from './AccountGate'
import { ErrorBoundary } from './ErrorBoundary'
import { KeptCache } from './KeptCache'

/** Around a page of a signed-in person that fills the window: no navigation, and nothing in the background but what it does. */
export function NodeShell() {
  const userId = useUserId()
  useBundle(signedInWords)
  return (
    <KeptCache userId={userId}>
      <AccountGate userId={userId}>
        <ErrorBoundary resetKey="node">
          <Outlet />
        </ErrorBoundary>
      </AccountGate>
    </KeptCache>
  )
}
