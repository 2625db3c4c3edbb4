import { QueryClientProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { Toaster } from 'sonner'
import { useAuthSync } from '@/hooks/useAuthSync'
import { t } from '@/lib/i18n'
import { queryClient } from '@/lib/queryClient'
import { useTheme } from '@/stores/ui.store'
import { useAppliedTheme } from './useAppliedTheme'

export function Providers({ children }: { children: ReactNode }) {
  const theme = useTheme()
  useAppliedTheme(theme)
  return (
    <QueryClientProvider client={queryClient}>
      <AuthSync />
      {children}
      <Toaster
        theme={theme}
        position="top-center"
        closeButton
        visibleToasts={3}
        containerAriaLabel={t('shell.messages')}
        toastOptions={{ className: 'toast' }}
      />
    </QueryClientProvider>
  )
}

function AuthSync() {
  useAuthSync()
  return null
}
