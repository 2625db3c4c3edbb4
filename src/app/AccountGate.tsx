import { lazy, Suspense, type ReactNode } from 'react'
import { useIsAccountClosing } from '@/hooks/useIsAccountClosing'
import { Splash } from './Root'

const ClosingAccount = lazy(async () => ({
  default: (await import('@/components/account/ClosingAccount')).ClosingAccount,
}))

/**
 * Around everything of a signed-in person. An account that is being deleted has no pages any more: whichever device the
 * person opens, it goes on with deleting and shows how far it is.
 */
export function AccountGate({ userId, children }: { userId: string; children: ReactNode }) {
  if (!useIsAccountClosing(userId)) return children
  return (
    <Suspense fallback={<Splash />}>
      <ClosingAccount userId={userId} />
    </Suspense>
  )
}
