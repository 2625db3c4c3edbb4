import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import type { PropsWithChildren } from 'react'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { signIn, signOut } from '@/data/session'
import { SESSION_STORAGE_KEY } from '@/lib/supabase'
import { useAuthSync } from './useAuthSync'
import { useSession } from './useSession'

const ADA = '11111111-1111-4111-8111-111111111111'
// An account server that lets everybody in and cannot let anybody out; tests/embedded has the one that can.
const server = setupServer(
  http.post('*/auth/v1/token', () =>
    HttpResponse.json({
      access_token: 'header.eyJzdWIiOiIxIn0.signature',
      refresh_token: 'refresh',
      token_type: 'bearer',
      expires_in: 3600,
      user: {
        id: ADA,
        email: 'ada@example.com',
        aud: 'authenticated',
        app_metadata: {},
        user_metadata: {},
        created_at: '',
      },
    }),
  ),
  http.post('*/auth/v1/logout', () => HttpResponse.json({ message: 'no database' }, { status: 500 })),
)
beforeAll(() => server.listen())
afterEach(() => localStorage.clear())
afterAll(() => server.close())

function openApp() {
  const client = new QueryClient()
  const wrapper = ({ children }: PropsWithChildren) => (
    <QueryClientProvider client={client}>{children}</QueryClientProvider>
  )
  const { result } = renderHook(
    () => {
      useAuthSync()
      return useSession()
    },
    { wrapper },
  )
  return { result, client }
}

test('the session is unknown, then out, then in as whom supabase-js says', async () => {
  const { result } = openApp()
  expect(result.current).toEqual({ status: 'starting' })
  await waitFor(() => expect(result.current).toEqual({ status: 'out' }))
  await act(() => signIn('ada@example.com', 'correct horse'))
  expect(result.current).toEqual({ status: 'in', userId: ADA, email: 'ada@example.com' })
})

test('signing out works although the server answers 500, and takes everything read along', async () => {
  const { result, client } = openApp()
  await act(() => signIn('ada@example.com', 'correct horse'))
  expect(localStorage.getItem(SESSION_STORAGE_KEY)).not.toBeNull()
  client.setQueryData([ADA, 'projects'], ['a secret'])
  await act(() => signOut())
  expect(result.current).toEqual({ status: 'out' })
  expect(localStorage.getItem(SESSION_STORAGE_KEY)).toBeNull()
  expect(client.getQueryCache().getAll()).toEqual([])
})
