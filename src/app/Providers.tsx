import { QueryClientProvider } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { useAuthSync } from '@/hooks/useAuthSync'
import { queryClient } from '@/lib/queryClient'
import { useTheme } from '@/stores/ui.store'
import { ErrorBoundary } from './ErrorBoundary'
import { useAppliedTheme } from './useAppliedTheme'

const Messages = lazy(async () => ({ default: (await import('@/components/ui/Messages')).Messages }))

export function Providers({ children }: { children: ReactNode }) {
  useAppliedTheme(useTheme())
  return (
    <QueryClientProvider client={queryClient}>
      <ErrorBoundary resetKey="app">
        <AuthSync />
        {children}
      </ErrorBoundary>
      <ErrorBoundary resetKey="messages" fallback={null}>
        <Suspense>
          <Messages />
        </Suspense>
      </ErrorBoundary>
    </QueryClientProvider>
  )
}

function AuthSync() {
  useAuthSync()
  return null
}
