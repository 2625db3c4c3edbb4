import '@/lib/i18n/signedIn'
import { Outlet } from 'react-router-dom'
import { useUserId } from '@/hooks/useSession'
import { AccountGate } from './AccountGate'
import { ErrorBoundary } from './ErrorBoundary'
import { KeptCache } from './KeptCache'

/** Around a page of a signed-in person that fills the window: no navigation, and nothing in the background but what it does. */
export function NodeShell() {
  const userId = useUserId()
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
