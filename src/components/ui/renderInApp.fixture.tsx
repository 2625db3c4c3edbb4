import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { render } from '@testing-library/react'
import type { ReactNode } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router-dom'
import { makeQueryClient } from '@/lib/queryClient'

export const ADA = '11111111-1111-4111-8111-111111111111'

/** A client whose answers are put in by the test and never asked for again. */
export function seededClient(): QueryClient {
  const client = makeQueryClient()
  client.setDefaultOptions({ queries: { staleTime: Infinity, retry: false }, mutations: { retry: false } })
  return client
}

/** Show something as a page of the app, `/here` in the address; every other address is a page that says its own. */
export function renderInApp(ui: ReactNode, { client = seededClient(), at = '/here', path = '/here' } = {}) {
  window.history.pushState(null, '', at)
  const router = createBrowserRouter([
    { path, element: ui },
    { path: '*', element: <p>another page</p> },
  ])
  const view = render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
  return { ...view, router, client }
}
