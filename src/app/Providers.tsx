import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, useEffect, type ReactNode } from 'react'
import { MessagesTopLayer } from '@/components/ui/MessagesTopLayer'
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
      <MessagesTopLayer>
        <ErrorBoundary resetKey="messages" fallback={null}>
          <Suspense>
            <Messages />
          </Suspense>
        </ErrorBoundary>
      </MessagesTopLayer>
    </QueryClientProvider>
  )
}

function AuthSync() {
  useAuthSync()
  return null
}
