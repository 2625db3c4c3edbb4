import { QueryClientProvider } from '@tanstack/react-query'
import { act, render, screen } from '@testing-library/react'
import { useState } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { afterEach, expect, test, vi } from 'vitest'
import { seededClient } from '@/components/ui/renderInApp.fixture'
import { PageArea, UNNOTICED_MS } from './PageArea'

afterEach(() => {
  vi.useRealTimers()
})

function Typed() {
  const [text, setText] = useState('')
  return <input aria-label="Typed" value={text} onChange={({ target }) => setText(target.value)} />
}

/** On `/projects`; the code of `/media` comes when `arrive` is called. */
function open() {
  let arrived: (page: { Component: () => React.ReactNode }) => void
  const code = new Promise<{ Component: () => React.ReactNode }>((resolve) => {
    arrived = resolve
  })
  const router = createMemoryRouter(
    [
      {
        element: <PageArea />,
        children: [
          { path: '/projects', element: <Typed /> },
          { path: '/media', lazy: () => code },
        ],
      },
    ],
    { initialEntries: ['/projects'] },
  )
  render(
    <QueryClientProvider client={seededClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return { router, arrive: () => act(async () => arrived({ Component: () => <h1>Media library</h1> })) }
}
const skeleton = () => screen.queryByRole('status', { name: 'Loading' })

test('a page whose code takes its time is seen to come, and the one before is out of sight', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { router, arrive } = open()
  act(() => void router.navigate('/media'))
  expect(skeleton()).toBeNull()
  await act(() => vi.advanceTimersByTimeAsync(UNNOTICED_MS))
  expect(skeleton()).toBeInTheDocument()
  expect(screen.getByLabelText('Typed').parentElement).toHaveClass('hidden')
  await arrive()
  expect(await screen.findByRole('heading', { name: 'Media library' })).toBeInTheDocument()
  expect(skeleton()).toBeNull()
})

test('one that is there at once shows nothing in between', async () => {
  const { router, arrive } = open()
  const seen: boolean[] = []
  const observer = new MutationObserver(() => seen.push(skeleton() !== null))
  observer.observe(document.body, { childList: true, subtree: true })
  act(() => void router.navigate('/media'))
  await arrive()
  expect(await screen.findByRole('heading', { name: 'Media library' })).toBeInTheDocument()
  observer.disconnect()
  expect(seen).not.toContain(true)
})

test('a way that is given up leads back to the page as it was', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true })
  const { router } = open()
  const field = screen.getByLabelText('Typed')
  act(() => void router.navigate('/media'))
  await act(() => vi.advanceTimersByTimeAsync(UNNOTICED_MS))
  await act(() => router.navigate('/projects'))
  expect(skeleton()).toBeNull()
  expect(screen.getByLabelText('Typed')).toBe(field)
})
