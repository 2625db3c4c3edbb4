import { lazy, Suspense } from 'react'

const GuestLanguage = lazy(async () => ({ default: (await import('./GuestLanguage')).GuestLanguage }))

/** Nobody needs it to read the page: it comes after it. */
export const LazyGuestLanguage = () => (
  <Suspense>
    <GuestLanguage />
  </Suspense>
)
