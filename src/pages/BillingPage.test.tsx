import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { Invoice } from '@/domain/invoice'
import type { Subscription } from '@/domain/subscription'
import { planSchema } from '@/domain/plan'
import { billingQueries } from '@/hooks/queries/billing'
import { profileQueries } from '@/hooks/queries/profile'
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

describe('changing the plan', () => {
  afterEach(() => vi.unstubAllEnvs())
  const configure = () => {
    vi.stubEnv('VITE_CHECKOUT_URL_PRO', 'https://buy.example/pro')
    vi.stubEnv('VITE_BILLING_PORTAL_URL', 'https://billing.example/login')
  }
  const limits = {
    max_photos: 200,
    max_duration_seconds: 1800,
    max_active_jobs: 3,
    max_storage_bytes: 1024 ** 3,
  }
  function openShop(subscription: Subscription | null) {
    const client = seededClient()
    client.setDefaultOptions({ queries: { enabled: false } })
    client.setQueryData(billingQueries.subscription(ADA).queryKey, subscription)
    client.setQueryData(billingQueries.invoices(ADA).queryKey, [])
    client.setQueryData(profileQueries.me(ADA).queryKey, {
      id: ADA,
      email: 'ada@example.com',
      displayName: 'Ada',
      avatarPath: null,
      language: 'en',
      keepLocation: false,
      subscriptionPlan: 'free',
      totalStorageBytes: 0,
      closingSince: null,
    })
    const plans = (['free', 'pro', 'enterprise'] as const).map((id, index) =>
      planSchema.parse({ id, monthly_videos: 30 * 10 ** index, ...limits }),
    )
    client.setQueryData(profileQueries.plans(ADA).queryKey, plans)
    renderInApp(<BillingPage />, { client })
    return client
  }
  const shop = () => screen.queryByRole('region', { name: 'Change your plan' })

  test('is not there in a build without payment links', () => {
    openShop(null)
    expect(shop()).toBeNull()
  })

  test('offers what has a link, which knows the account and its e-mail, in a tab of its own', () => {
    configure()
    openShop(null)
    const links = screen.getAllByRole('link', { name: /^Choose / })
    expect(links.map((link) => link.textContent)).toEqual(['Choose Pro'])
    expect(links[0]).toHaveAttribute(
      'href',
      `https://buy.example/pro?client_reference_id=${ADA}&prefilled_email=ada%40example.com`,
    )
    expect(links[0]).toHaveAttribute('target', '_blank')
    expect(screen.queryByRole('link', { name: 'Manage your subscription' })).toBeNull()
  })

  test.each(['active', 'past_due'] as const)(
    'who has one that is %s is not sold a second: they change it at the provider',
    (status) => {
      configure()
      openShop({ planId: 'pro', status, periodEnd: null })
      expect(screen.queryByRole('link', { name: 'Choose Pro' })).toBeNull()
      expect(screen.getByRole('link', { name: 'Manage your subscription' })).toHaveAttribute(
        'href',
        'https://billing.example/login?prefilled_email=ada%40example.com',
      )
    },
  )

  test('who had one can buy again, and still find what was billed', () => {
    configure()
    openShop({ planId: 'pro', status: 'canceled', periodEnd: null })
    expect(screen.getByRole('link', { name: 'Choose Pro' })).toBeVisible()
    expect(screen.getByRole('link', { name: 'Manage your subscription' })).toBeVisible()
  })

  test('waits for the payment once somebody has left for it, and says so until there is news', async () => {
    configure()
    const client = openShop(null)
    await userEvent.click(screen.getByRole('link', { name: 'Choose Pro' }))
    expect(screen.getByText(/^Waiting for news of your payment/)).toBeVisible()
    act(() => {
      const bought = { planId: 'pro', status: 'active', periodEnd: null } as const
      client.setQueryData(billingQueries.subscription(ADA).queryKey, bought)
    })
    await waitFor(() => expect(screen.queryByText(/^Waiting for news/)).toBeNull())
    expect(screen.getByRole('region', { name: 'Subscription' })).toHaveTextContent('Pro · Active')
  })
})
