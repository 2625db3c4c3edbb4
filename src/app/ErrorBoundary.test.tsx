import {
  onlineManager,
  QueryClientProvider,
  QueryObserver,
  useQuery,
  useSuspenseQuery,
} from '@tanstack/react-query'
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Suspense, useEffect } from 'react'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { seededClient } from '@/components/ui/renderInApp.fixture'
import { SectionBoundary } from '@/components/ui/SectionBoundary'
import { projectConflictQuery } from '@/hooks/queries/projectConflict'
import { onLastWords } from '@/lib/lastWords'
import { ErrorBoundary } from './ErrorBoundary'

// React tells of every caught error; here they are wanted.
const QUIET = { onCaughtError: () => undefined }
afterEach(() => onlineManager.setOnline(true))

type Ask = () => Promise<string>
/** Fails once, then answers. */
const brokenOnce = () => vi.fn<Ask>().mockRejectedValueOnce(new Error('broken')).mockResolvedValue('well')

function Page({ ask }: { ask: Ask }) {
  const { data } = useSuspenseQuery({ queryKey: ['page'], queryFn: ask })
  return <p>{data}</p>
}
function open(ask: Ask) {
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
  const { rerender } = render(at('/one'), QUIET)
  return { go: (key: string) => rerender(at(key)) }
}
const tryAgain = async () => userEvent.click(await screen.findByRole('button', { name: 'Try again' }))

test('a page that breaks costs itself and not the app, and trying again really asks again', async () => {
  const ask = brokenOnce()
  open(ask)
  expect(await screen.findByRole('alert')).toHaveTextContent('This page stopped working')
  expect(screen.getByText('navigation')).toBeVisible()
  await tryAgain()
  expect(await screen.findByText('well')).toBeVisible()
  expect(ask).toHaveBeenCalledTimes(2)
})

test('another page starts afresh', async () => {
  const { go } = open(brokenOnce())
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

describe('an answer that breaks the page', () => {
  /** Shows a list, and breaks on an answer that is none. */
  function Strict({ ask }: { ask: () => Promise<unknown> }) {
    const { data } = useQuery({ queryKey: ['list'], queryFn: ask })
    if (data === undefined) return <p>loading</p>
    if (!Array.isArray(data)) throw new Error('not a list')
    return <p>{data.length} things</p>
  }
  function openStrict() {
    const client = seededClient()
    client.setQueryData(['list'], 'nonsense')
    client.setQueryData(['other'], 'seen before')
    const ask = vi.fn<() => Promise<unknown>>().mockResolvedValue([1, 2])
    render(
      <QueryClientProvider client={client}>
        <ErrorBoundary resetKey="/">
          <Strict ask={ask} />
        </ErrorBoundary>
      </QueryClientProvider>,
      QUIET,
    )
    return { client, ask }
  }

  test('is asked for again instead of breaking it again', async () => {
    const { ask } = openStrict()
    await tryAgain()
    expect(await screen.findByText('2 things')).toBeVisible()
    expect(ask).toHaveBeenCalledOnce()
  })

  test('takes nothing along that cannot be asked for again, such as what waits for a choice', async () => {
    const { client } = openStrict()
    const conflict = projectConflictQuery('ada', 'lake')
    client.setQueryData(conflict.queryKey, { title: 'Mine' })
    new QueryObserver(client, conflict).subscribe(() => undefined)()
    await tryAgain()
    expect(await screen.findByText('2 things')).toBeVisible()
    expect(client.getQueryData(conflict.queryKey)).toEqual({ title: 'Mine' })
  })

  test('is kept while there is nobody to ask: offline, what is remembered is all there is', async () => {
    const { client, ask } = openStrict()
    onlineManager.setOnline(false)
    await tryAgain()
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(ask).not.toHaveBeenCalled()
    expect(client.getQueryData(['other'])).toBe('seen before')
  })
})

describe('before anything is given up', () => {
  const Broken = () => {
    throw new Error('broken')
  }
  const inClient = (ui: React.ReactNode) =>
    render(<QueryClientProvider client={seededClient()}>{ui}</QueryClientProvider>, QUIET)

  test.each([
    [
      'a page',
      <ErrorBoundary key="page" resetKey="/">
        <Broken />
      </ErrorBoundary>,
    ],
    [
      'a part of a page',
      <SectionBoundary key="part" section="part">
        <Broken />
      </SectionBoundary>,
    ],
  ])('%s that breaks saves what is unsaved, whoever fails at it', async (_what, ui) => {
    const warn = vi.spyOn(console, 'warn').mockReturnValue(undefined)
    const failing = vi.fn<() => Promise<void>>().mockRejectedValue(new Error('disk full'))
    const save = vi.fn<() => Promise<void>>().mockResolvedValue(undefined)
    const stops = [onLastWords(failing), onLastWords(save)]
    inClient(ui)
    await vi.waitFor(() => expect(save).toHaveBeenCalledOnce())
    expect(failing).toHaveBeenCalledOnce()
    await vi.waitFor(() => expect(warn).toHaveBeenCalled())
    stops.forEach((stop) => stop())
  })

  test('what runs in the background is stopped when the whole app breaks, not when a page does', async () => {
    const stop = vi.fn<() => void>()
    function Runner() {
      useEffect(() => stop, [])
      return null
    }
    function App({ page, shell }: { page: boolean; shell: boolean }) {
      return (
        <ErrorBoundary resetKey="app">
          <Runner />
          {shell && <Broken />}
          <ErrorBoundary resetKey="/">{page && <Broken />}</ErrorBoundary>
        </ErrorBoundary>
      )
    }
    const client = seededClient()
    const show = (ui: React.ReactNode) => <QueryClientProvider client={client}>{ui}</QueryClientProvider>
    const { rerender } = render(show(<App page={false} shell={false} />), QUIET)
    rerender(show(<App page shell={false} />))
    expect(await screen.findByRole('alert')).toBeVisible()
    expect(stop).not.toHaveBeenCalled()
    rerender(show(<App page shell />))
    expect(stop).toHaveBeenCalledOnce()
  })
})
