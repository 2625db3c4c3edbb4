import '@/lib/i18n/signedIn'
import { lazy, Suspense } from 'react'
import { Outlet, useLocation } from 'react-router-dom'
import { useUserId } from '@/hooks/useSession'
import { AccountGate } from './AccountGate'
import { ActivityBar } from './ActivityBar'
import { ErrorBoundary } from './ErrorBoundary'
import { KeptCache } from './KeptCache'
import { ModalRoot } from './ModalRoot'
import { OfflineBanner } from './OfflineBanner'
import { BottomBar, PhoneHeader } from './phoneNavigation'
import { Sidebar } from './Sidebar'

// The engine is large and can arrive after the page.
const Background = lazy(async () => ({ default: (await import('./Background')).Background }))

/** Around the pages of a signed-in person: sidebar from tablets up, header and bottom bar on phones. */
export function AppShell() {
  const { pathname } = useLocation()
  const userId = useUserId()
  return (
    <KeptCache userId={userId}>
      <AccountGate userId={userId}>
        <div className="flex min-h-dvh">
          <ActivityBar />
          <Sidebar userId={userId} />
          <div className="flex min-w-0 flex-1 flex-col pb-[calc(4.5rem+env(safe-area-inset-bottom))] md:pb-0">
            <PhoneHeader userId={userId} />
            <OfflineBanner userId={userId} />
            <main
              id="main"
              tabIndex={-1}
              className="mx-auto w-full max-w-6xl flex-1 px-5 py-8 md:px-10 md:py-12"
            >
              <ErrorBoundary resetKey={pathname}>
                <Outlet />
              </ErrorBoundary>
            </main>
          </div>
          <BottomBar />
          <ModalRoot />
          <Suspense>
            <Background userId={userId} />
          </Suspense>
        </div>
      </AccountGate>
    </KeptCache>
  )
}
