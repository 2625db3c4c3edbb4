import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { useAuthSync } from '@/hooks/useAuthSync'
import { addCacheAsSource } from '@/lib/personalWords'
import { watchMissingCode } from '@/lib/newVersion'
import { queryClient } from '@/lib/queryClient'
import { addSessionAsSource } from '@/lib/sessionWords'
import { followOtherTabs, useTheme } from '@/stores/ui.store'
import { ErrorBoundary } from './ErrorBoundary'
import { watchUncaught } from './uncaught'
import { useAppliedTheme } from './useAppliedTheme'

const Messages = lazy(async () => ({ default: (await import('@/components/ui/Messages')).Messages }))

export function Providers({ children }: { children: ReactNode }) {
  useAppliedTheme(useTheme())
  useEffect(watchUncaught, [])
  useEffect(watchMissingCode, [])
  useEffect(followOtherTabs, [])
  useEffect(() => addCacheAsSource(queryClient), [])
  useEffect(addSessionAsSource, [])
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary resetKey="app">
        <AuthSync />
        {children}
      </ErrorBoundary>
      {/* An open dialog neither hides the messages nor takes a click on them for one outside of it (react-aria). There before
          what draws them: a dialog that a page opens with would hide their place for good. */}
      <div data-react-aria-top-layer>
        <ErrorBoundary resetKey="messages" fallback={null}>
          <Suspense>
            <Messages />
          </Suspense>
        </ErrorBoundary>
      </div>
    </QueryClientProvider>
  )
}

function AuthSync() {
  useAuthSync()
  return null
}
