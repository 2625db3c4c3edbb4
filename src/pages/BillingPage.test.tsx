import { screen, within } from '@testing-library/react'
import { beforeEach, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { Invoice } from '@/domain/invoice'
import type { Subscription } from '@/domain/subscription'
import { billingQueries } from '@/hooks/queries/billing'
import { useAuthStore } from '@/stores/auth.store'
import { BillingPage } from './BillingPage'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

beforeEach(() => useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' }))

function open(subscription: Subscription | null, invoices: Invoice[]) {
  const client = seededClient()
  // The plan has its own test; here nobody asks for it.
  client.setDefaultOptions({ queries: { enabled: false } })
  client.setQueryData(billingQueries.subscription(ADA).queryKey, subscription)
  client.setQueryData(billingQueries.invoices(ADA).queryKey, invoices)
  renderInApp(<BillingPage />, { client })
  return {
    subscription: screen.getByRole('region', { name: 'Subscription' }),
    invoices: screen.getByRole('region', { name: 'Invoices' }),
  }
}
const invoice = (change: Partial<Invoice>): Invoice => ({
  id: '22222222-2222-4222-8222-222222222222',
  number: 'A-1',
  amountCents: 1250,
  currency: 'EUR',
  status: 'paid',
  hostedUrl: null,
  periodStart: '2025-10-01',
  periodEnd: '2025-10-31',
  issuedAt: '2025-10-01T12:00:00+00:00',
  ...change,
})

test('who pays nothing is told so, and that there are no invoices', () => {
  const { subscription, invoices } = open(null, [])
  expect(subscription).toHaveTextContent('You are on the free plan. There is nothing to pay.')
  expect(invoices).toHaveTextContent('No invoices yet.')
})

test('a subscription says until when it is paid, and every invoice its amount, its days and its state', () => {
  const { subscription, invoices } = open(
    { planId: 'pro', status: 'active', periodEnd: '2025-12-01T12:00:00+00:00' },
    [
      invoice({
        id: ADA,
        number: 'A-2',
        status: 'open',
        amountCents: 900,
        currency: 'JPY',
        hostedUrl: 'https://pay.example/2',
      }),
      invoice({}),
    ],
  )
  expect(subscription).toHaveTextContent('Pro · Active')
  expect(subscription).toHaveTextContent('Paid until Dec 1, 2025.')
  const [, open2, paid] = within(invoices).getAllByRole('row')
  expect(open2).toHaveTextContent('¥900')
  expect(open2).toHaveTextContent('To be paid')
  expect(within(invoices).getByRole('link', { name: 'Open invoice A-2' })).toHaveAttribute(
    'href',
    'https://pay.example/2',
  )
  expect(paid).toHaveTextContent('€12.50')
  expect(paid).toHaveTextContent('Oct 1, 2025 – Oct 31, 2025')
  expect(paid).toHaveTextContent('Paid')
})

test('a payment that is due says what that means', () => {
  const { subscription } = open({ planId: 'pro', status: 'past_due', periodEnd: null }, [])
  expect(subscription).toHaveTextContent('Payment due')
  expect(subscription).toHaveTextContent('the limits of the free plan count')
})
