import { QueryErrorResetBoundary } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorBoundary as Boundary } from 'react-error-boundary'
import { FailureScreen } from '@/components/ui/FailureScreen'
import { t } from '@/lib/i18n'

type ErrorBoundaryProps = {
  resetKey: string
  /** Instead of the whole failure screen, for what the page can do without. */
  fallback?: ReactNode
  children: ReactNode
}

/**
 * Around one route. A component that throws costs that page, not the app; "Try again" also forgets the queries'
 * errors, so that it really tries again. A change of `resetKey` (the path) starts afresh.
 */
export function ErrorBoundary({ resetKey, fallback, children }: ErrorBoundaryProps) {
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <Boundary
          resetKeys={[resetKey]}
          onReset={reset}
          fallbackRender={({ error, resetErrorBoundary }) =>
            fallback !== undefined ? (
              fallback
            ) : (
              <FailureScreen
                error={error}
                title={t('shell.failureTitle')}
                text={t('shell.failureText')}
                actionLabel={t('shell.tryAgain')}
                onAction={resetErrorBoundary}
              />
            )
          }
        >
          {children}
        </Boundary>
      )}
    </QueryErrorResetBoundary>
  )
}
