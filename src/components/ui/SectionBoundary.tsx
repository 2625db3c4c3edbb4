import type { ReactNode } from 'react'
import CircleAlert from 'lucide-react/icons/circle-alert'
import { t } from '@/lib/i18n'
import { Button } from './Button'
import { CrashBoundary } from './CrashBoundary'
import { ErrorReport } from './ErrorReport'

type SectionBoundaryProps = {
  /** Which words are shown. */
  section: 'editor' | 'player' | 'part'
  /** A change starts afresh, such as the id of what is shown. */
  resetKeys?: readonly unknown[]
  children: ReactNode
}

/**
 * Around a part of a page that the rest can do without: the editor, the player. When it breaks, what is unsaved is
 * saved, the rest of the page goes on, and in its place stands what happened with a retry that really asks again.
 */
export function SectionBoundary({ section, resetKeys = [], children }: SectionBoundaryProps) {
  return (
    <CrashBoundary
      resetKeys={resetKeys}
      fallback={(error, retry) => (
        <section
          role="alert"
          className="flex flex-col items-start gap-4 rounded-card border border-line bg-surface p-6 shadow-card sm:p-8"
        >
          <h2 className="flex items-center gap-2.5 text-lg font-semibold">
            <CircleAlert aria-hidden className="size-5 shrink-0 text-danger" strokeWidth={1.75} />
            {t(`shell.${section}FailedTitle`)}
          </h2>
          <p className="text-muted">{t(`shell.${section}FailedText`)}</p>
          <Button variant="primary" onClick={retry}>
            {t('shell.tryAgain')}
          </Button>
          <ErrorReport error={error} />
        </section>
      )}
    >
      {children}
    </CrashBoundary>
  )
}
