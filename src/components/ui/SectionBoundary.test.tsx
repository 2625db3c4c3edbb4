import { QueryClientProvider, useSuspenseQuery } from '@tanstack/react-query'
import { render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense } from 'react'
import { expect, test, vi } from 'vitest'
import { seededClient } from './renderInApp.fixture'
import { SectionBoundary } from './SectionBoundary'

type Ask = () => Promise<string>
function Film({ id, ask }: { id: string; ask: Ask }) {
  const { data } = useSuspenseQuery({ queryKey: ['film', id], queryFn: ask })
  return <p>{data}</p>
}
function open(section: 'editor' | 'player', ask: Ask) {
  const client = seededClient()
  const page = (id: string) => (
    <QueryClientProvider client={client}>
      <h1>The page</h1>
      <SectionBoundary section={section} resetKeys={[id]}>
        <Suspense>
          <Film id={id} ask={ask} />
        </Suspense>
      </SectionBoundary>
    </QueryClientProvider>
  )
  // React tells of every caught error; here they are wanted.
  const { rerender } = render(page('1'), { onCaughtError: () => undefined })
  return { show: (id: string) => rerender(page(id)) }
}
const brokenOnce = () => vi.fn<Ask>().mockRejectedValueOnce(new Error('broken')).mockResolvedValue('plays')

test.each([
  ['editor', /The editor stopped working/],
  ['player', /Your film itself is safe/],
] as const)(
  'the %s that breaks says so in its place, with a report, and the page goes on',
  async (section, words) => {
    open(section, brokenOnce())
    const alert = await screen.findByRole('alert')
    expect(alert).toHaveTextContent(words)
    expect(within(alert).getByText('Technical report')).toBeVisible()
    expect(screen.getByRole('heading', { level: 1, name: 'The page' })).toBeVisible()
  },
)

test('trying again asks again', async () => {
  const ask = brokenOnce()
  open('player', ask)
  await userEvent.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('plays')).toBeVisible()
  expect(ask).toHaveBeenCalledTimes(2)
})

test('another film is not held back by the one that failed', async () => {
  const { show } = open('player', brokenOnce())
  await screen.findByRole('alert')
  show('2')
  expect(await screen.findByText('plays')).toBeVisible()
})
