import { IsRestoringProvider } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useKeptCache } from '@/hooks/useKeptCache'

/** Around everything of a signed-in person: what the device remembers is there before the server is asked. */
export function KeptCache({ userId, children }: { userId: string; children: ReactNode }) {
  const restoring = useKeptCache(userId)
  return <IsRestoringProvider value={restoring}>{children}</IsRestoringProvider>
}
