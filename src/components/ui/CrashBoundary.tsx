import { onlineManager, QueryErrorResetBoundary, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ErrorBoundary } from 'react-error-boundary'
import { sayLastWords } from '@/lib/lastWords'

type CrashBoundaryProps = {
  /** A change of one of these starts afresh. */
  resetKeys: readonly unknown[]
  /** Stands in place of the children while they are broken. */
  fallback: (error: unknown, retry: () => void) => ReactNode
  children: ReactNode
}

/**
 * What all error boundaries of the app share. A crash first saves what can be saved ([Note: last words]).
 *
 * [Note: a retry that really retries] Rendering the same tree again fails the same way when the reason lies in what was
 * loaded. So the answers that nobody is showing now (those of the broken part are among them) are forgotten and asked for
 * again; offline, where there would be nothing instead, only those that failed. What is kept beside the answers and cannot
 * be asked for, such as a person's side of a conflict, stays.
 */
export function CrashBoundary({ resetKeys, fallback, children }: CrashBoundaryProps) {
  const client = useQueryClient()
  const forget = () =>
    void client.resetQueries({
      predicate: (query) =>
        !query.isActive() &&
        typeof query.options.queryFn === 'function' &&
        (onlineManager.isOnline() || query.state.status === 'error'),
    })
  return (
    <QueryErrorResetBoundary>
      {({ reset }) => (
        <ErrorBoundary
          resetKeys={[...resetKeys]}
          onError={() => void sayLastWords()}
          onReset={() => {
            forget()
            reset()
          }}
          fallbackRender={({ error, resetErrorBoundary }) => fallback(error, resetErrorBoundary)}
        >
          {children}
        </ErrorBoundary>
      )}
    </QueryErrorResetBoundary>
  )
}
