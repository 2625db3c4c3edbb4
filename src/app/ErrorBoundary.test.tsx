import { QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { seededClient } from '@/components/ui/renderInApp.fixture'
import { ErrorBoundary } from './ErrorBoundary'

function Page({ ask }: { ask: () => Promise<string> }) {
  const { data } = useSuspenseQuery({ queryKey: ['page'], queryFn: ask })
  return <p>{data}</p>
}
function open(ask: () => Promise<string>) {
  const client = seededClient()
  const at = (key: string) => (
    <QueryClientProvider client={client}>
      <nav>navigation</nav>
      <ErrorBoundary resetKey={key}>
        <Suspense>
          <Page ask={ask} />
        </Suspense>
      </ErrorBoundary>
    </QueryClientProvider>
  )
  // React tells of every caught error; here they are wanted.
  const { rerender } = render(at('/one'), { onCaughtError: () => undefined })
  return { go: (key: string) => rerender(at(key)) }
}

test('a page that breaks costs itself and not the app, and trying again really asks again', async () => {
  const ask = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('broken'))
    .mockResolvedValue('well')
  open(ask)
  expect(await screen.findByRole('alert')).toHaveTextContent('This page stopped working')
  expect(screen.getByText('navigation')).toBeVisible()
  await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('well')).toBeVisible()
  expect(ask).toHaveBeenCalledTimes(2)
})

test('another page starts afresh', async () => {
  const ask = vi
    .fn<() => Promise<string>>()
    .mockRejectedValueOnce(new Error('broken'))
    .mockResolvedValue('well')
  const { go } = open(ask)
  await screen.findByRole('alert')
  go('/two')
  expect(await screen.findByText('well')).toBeVisible()
})

test('the report can be copied', async () => {
  const user = userEvent.setup()
  open(() => Promise.reject(new Error('broken by ada@example.com')))
  await screen.findByRole('alert')
  await user.click(screen.getByText('Technical report'))
  await user.click(screen.getByRole('button', { name: 'Copy report' }))
  expect(await screen.findByRole('button', { name: 'Copied' })).toBeVisible()
  const copied = await navigator.clipboard.readText()
  expect(copied).toContain('Error: broken by <e-mail>')
})
