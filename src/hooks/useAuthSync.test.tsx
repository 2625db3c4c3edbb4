import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { act, renderHook, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import type { PropsWithChildren } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { signIn, signOut } from '@/data/session'
import { notify, presentMessages, type Message } from '@/lib/notify'
import { SESSION_STORAGE_KEY } from '@/lib/sessionStore'
import { useAuthStore } from '@/stores/auth.store'
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
beforeEach(() => useAuthStore.setState({ session: { status: 'starting' } }))
afterEach(async () => {
  await signOut()
  localStorage.clear()
})
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

test('a browser that remembers nobody is out at once, and in as whom supabase-js says', async () => {
  const { result } = openApp()
  expect(result.current).toEqual({ status: 'out' })
  await act(() => signIn('ada@example.com', 'correct horse'))
  await waitFor(() => expect(result.current).toEqual({ status: 'in', userId: ADA, email: 'ada@example.com' }))
})

test('a browser that remembers somebody does not know before supabase-js has said so', async () => {
  await signIn('ada@example.com', 'correct horse')
  const { result } = openApp()
  expect(result.current).toEqual({ status: 'starting' })
  await waitFor(() => expect(result.current).toMatchObject({ status: 'in', userId: ADA }))
})

test('a forged entry in storage lets nobody in', async () => {
  localStorage.setItem(SESSION_STORAGE_KEY, '{"user":{"id":"1"},"isAuthenticated":true}')
  const { result } = openApp()
  await waitFor(() => expect(result.current).toEqual({ status: 'out' }))
})

test('signing out works although the server answers 500, and takes everything read along', async () => {
  const { result, client } = openApp()
  await act(() => signIn('ada@example.com', 'correct horse'))
  await waitFor(() => expect(result.current.status).toBe('in'))
  expect(localStorage.getItem(SESSION_STORAGE_KEY)).not.toBeNull()
  client.setQueryData([ADA, 'projects'], ['a secret'])
  notify.success('Your film “Our secret” is ready')
  await act(() => signOut())
  expect(result.current).toEqual({ status: 'out' })
  expect(localStorage.getItem(SESSION_STORAGE_KEY)).toBeNull()
  expect(client.getQueryCache().getAll()).toEqual([])
  const messages: Message[] = []
  presentMessages((message) => messages.push(message))()
  expect(messages).toEqual([{ kind: 'dismissAll' }])
})
