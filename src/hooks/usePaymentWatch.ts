import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { Subscription } from '@/domain/subscription'
import { billingQueries } from './queries/billing'
import { profileKey } from './queries/profileKey'

const ASK_EVERY_MS = 4_000
/** Whoever has not paid by then will reload the page. */
const PATIENCE_MS = 15 * 60_000

/**
 * The subscription, and the news of a payment that is made in another tab: no change subscription tells of it, so once
 * somebody has left for the checkout the page asks every few seconds while it is looked at, until something has changed.
 */
export function usePaymentWatch(userId: string) {
  const client = useQueryClient()
  // What was there when they left; wrapped, because nothing is a subscription too.
  const [left, setLeft] = useState<{ with: Subscription | null } | null>(null)
  // The same answer is the same object.
  const isNews = (data: Subscription | null | undefined) =>
    left !== null && data !== undefined && data !== left.with
  const subscription = useQuery({
    ...billingQueries.subscription(userId),
    refetchInterval: ({ state }) => (left === null || isNews(state.data) ? false : ASK_EVERY_MS),
  })
  const { data } = subscription
  const hasChanged = isNews(data)
  useEffect(() => {
    if (!hasChanged) return
    void client.invalidateQueries({ queryKey: profileKey(userId) })
    void client.invalidateQueries({ queryKey: billingQueries.invoices(userId).queryKey })
  }, [hasChanged, client, userId])
  useEffect(() => {
    if (left === null) return
    const timer = setTimeout(() => setLeft(null), PATIENCE_MS)
    return () => clearTimeout(timer)
  }, [left])
  return {
    subscription,
    isWaiting: left !== null && !hasChanged,
    onLeave: () => setLeft({ with: data ?? null }),
  }
}
