import type { ReactNode } from 'react'
import { CrashBoundary } from '@/components/ui/CrashBoundary'
import { FailureScreen } from '@/components/ui/FailureScreen'
import { t } from '@/lib/i18n'

type ErrorBoundaryProps = {
  resetKey: string
  /** Instead of the whole failure screen, for what the page can do without. */
  fallback?: ReactNode
  children: ReactNode
}

/** Around one route. A component that throws costs that page, not the app. A change of `resetKey` (the path) starts afresh. */
export function ErrorBoundary({ resetKey, fallback, children }: ErrorBoundaryProps) {
  return (
    <CrashBoundary
      resetKeys={[resetKey]}
      fallback={(error, retry) =>
        fallback !== undefined ? (
          fallback
        ) : (
          <FailureScreen
            error={error}
            title={t('shell.failureTitle')}
            text={t('shell.failureText')}
            actionLabel={t('shell.tryAgain')}
            onAction={retry}
          />
        )
      }
    >
      {children}
    </CrashBoundary>
  )
}
