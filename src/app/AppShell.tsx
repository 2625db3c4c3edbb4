import { lazy, Suspense } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useBundle, useLanguage } from '@/hooks/useLanguage'
import { useUserId } from '@/hooks/useSession'
import { DEFAULT_LANGUAGE } from '@/lib/i18n/languages'
import { signedInWords } from '@/lib/i18n/signedIn'
import { AccountGate } from './AccountGate'
import { ActivityBar } from './ActivityBar'
import { ErrorBoundary } from './ErrorBoundary'
import { KeptCache } from './KeptCache'
import { ModalRoot } from './ModalRoot'
import { OfflineBanner } from './OfflineBanner'
import { PageArea } from './PageArea'
import { BottomBar, PhoneHeader } from './phoneNavigation'
import { Sidebar } from './Sidebar'

// The engine is large and can arrive after the page; so can keys and what makes the next page faster.
const Background = lazy(async () => ({ default: (await import('./Background')).Background }))
const ShellCommands = lazy(async () => ({ default: (await import('./ShellCommands')).ShellCommands }))
const LinkPrefetch = lazy(async () => ({ default: (await import('./LinkPrefetch')).LinkPrefetch }))
const NewVersionBar = lazy(async () => ({ default: (await import('./NewVersionBar')).NewVersionBar }))

/** Around the pages of a signed-in person: sidebar from tablets up, header and bottom bar on phones. */
export function AppShell() {
  const userId = useUserId()
  const language = useLanguage() ?? DEFAULT_LANGUAGE
  useBundle(signedInWords)
  return (
    <I18nProvider locale={language}>
      <KeptCache userId={userId}>
        <AccountGate userId={userId}>
          <div className="flex min-h-dvh">
            <ActivityBar />
            <Sidebar userId={userId} />
            <div className="flex min-w-0 flex-1 flex-col pb-[calc(4.5rem+env(safe-area-inset-bottom))] md:pb-0">
              <PhoneHeader userId={userId} />
              <OfflineBanner userId={userId} />
              <ErrorBoundary resetKey="version" fallback={null}>
                <Suspense>
                  <NewVersionBar />
                </Suspense>
              </ErrorBoundary>
              <main
                id="main"
                tabIndex={-1}
                className="mx-auto w-full max-w-6xl flex-1 px-5 py-8 md:px-10 md:py-12"
              >
                <PageArea />
              </main>
            </div>
            <BottomBar />
            <ModalRoot />
            <Suspense>
              <Background userId={userId} />
            </Suspense>
            <ErrorBoundary resetKey="commands" fallback={null}>
              <Suspense>
                <ShellCommands userId={userId} />
                <LinkPrefetch userId={userId} />
              </Suspense>
            </ErrorBoundary>
          </div>
        </AccountGate>
      </KeptCache>
    </I18nProvider>
  )
}
