import { queryOptions } from '@tanstack/react-query'
import { getSubscription, listInvoices } from '@/data/billing'

/** What is paid for, and what was billed. Nothing here is written by the page. */
export const billingQueries = {
  subscription: (userId: string) =>
    queryOptions({
      queryKey: [userId, 'billing', 'subscription'] as const,
      queryFn: ({ signal }) => getSubscription(userId, signal),
    }),
  invoices: (userId: string) =>
    queryOptions({
      queryKey: [userId, 'billing', 'invoices'] as const,
      queryFn: ({ signal }) => listInvoices(userId, signal),
    }),
}
