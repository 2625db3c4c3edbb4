import { lazy, Suspense, type ReactNode } from 'react'
import { ErrorBoundary } from './ErrorBoundary'

// Nobody waits for these: what they bring along (the feed of changes, the list of notices) comes after the page.
const LazyBell = lazy(async () => ({ default: (await import('@/components/notices/Bell')).Bell }))
const LazyPerson = lazy(async () => ({ default: (await import('./PersonLink')).PersonLink }))
const LazyStatus = lazy(async () => ({ default: (await import('./ConnectionStatus')).ConnectionStatus }))

/** A part of the shell that the page can do without, also when its code cannot be loaded. It leaves its place free meanwhile. */
function Part({ place, children }: { place: string; children: ReactNode }) {
  return (
    <ErrorBoundary resetKey="part" fallback={null}>
      <Suspense fallback={<span aria-hidden className={place} />}>{children}</Suspense>
    </ErrorBoundary>
  )
}

/** The bell of the sidebar, with its word, or of the phone's header. */
export function ShellBell({ userId, hasWords }: { userId: string; hasWords: boolean }) {
  return (
    <Part place="min-h-11 w-13">
      <LazyBell userId={userId} wordClassName={hasWords ? '' : 'sr-only'} />
    </Part>
  )
}

/** The person's own face, which leads to their profile. */
export function ShellPerson({ userId, hasWords }: { userId: string; hasWords: boolean }) {
  return (
    <Part place="min-h-11 w-13">
      <LazyPerson userId={userId} hasWords={hasWords} />
    </Part>
  )
}

/** Whether changes arrive by themselves. */
export function ShellStatus({ hasWords }: { hasWords: boolean }) {
  return (
    <Part place="min-h-9 w-13">
      <LazyStatus hasWords={hasWords} />
    </Part>
  )
}
