import { onlineManager } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { profileQueries } from '@/hooks/queries/profile'
import { useAuthStore } from '@/stores/auth.store'
import { ClosingAccount } from './ClosingAccount'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

/** What the server has, and what it was asked for. */
let server: {
  files: string[]
  closing: string | null
  refuse: boolean
  gone: boolean
  /** Kept elsewhere in the moment between the last question and the last step. */
  keptAtLast: boolean
  asked: string[]
}
beforeEach(() => {
  server = {
    files: ['a.jpg', 'b.jpg'],
    closing: '2025-11-23T12:00:00+00:00',
    refuse: false,
    gone: false,
    keptAtLast: false,
    asked: [],
  }
  vi.stubGlobal('fetch', answer)
  onlineManager.setOnline(true)
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})
afterEach(() => {
  onlineManager.setOnline(true)
})

function answer(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const { pathname } = new URL(input instanceof Request ? input.url : input)
  const name = `${init.method ?? 'GET'} ${pathname.split('/').at(-1)}`
  server.asked.push(name)
  if (server.refuse) return Promise.resolve(Response.json({ message: 'not now' }, { status: 403 }))
  if (server.gone) return Promise.resolve(Response.json(GONE, { status: 401 }))
  switch (name) {
    case 'POST my_files':
      return json(server.files.map((path) => ({ bucket: 'media', path, bytes: 1 })))
    case 'GET users':
      return json(profile())
    case 'DELETE media':
      server.files = []
      return json([])
    case 'POST keep_my_account':
      server.closing = null
      return json(null)
    case 'POST delete_my_account':
      if (server.keptAtLast) server.closing = null
      if (server.closing !== null || !onlyClosing(init)) return json(null)
      return Promise.resolve(Response.json(KEPT, { status: 409 }))
    default:
      return json(null)
  }
}
const onlyClosing = ({ body }: RequestInit) =>
  typeof body === 'string' && Object(JSON.parse(body)).only_closing === true
const KEPT = { code: 'PT409', message: 'account_kept', details: null, hint: null }
const GONE = { code: 'PT401', message: 'account_gone', details: null, hint: null }
const json = (body: unknown) => Promise.resolve(Response.json(body))
const profile = () => [{ closing_since: server.closing }]

function open() {
  const client = seededClient()
  client.setQueryData(profileQueries.me(ADA).queryKey, {
    id: ADA,
    email: 'ada@example.com',
    displayName: 'Ada',
    avatarPath: null,
    language: 'en',
    keepLocation: false,
    subscriptionPlan: 'free',
    totalStorageBytes: 0,
    closingSince: server.closing,
  })
  return renderInApp(<ClosingAccount userId={ADA} />, { client })
}
const isClosingHere = ({ client }: ReturnType<typeof open>) =>
  client.getQueryData(profileQueries.me(ADA).queryKey)?.closingSince !== null
const button = (name: string) => screen.findByRole('button', { name })

test('files go first and the account last; then the page is a stranger’s', async () => {
  const { router } = open()
  await waitFor(() => expect(router.state.location.pathname).toBe('/'))
  const steps = server.asked.filter((name) => !name.endsWith('users'))
  expect(steps).toEqual(['POST my_files', 'DELETE media', 'POST delete_my_account'])
})

test('an account that another device has deleted meanwhile is over here as well', async () => {
  server.gone = true
  const { router } = open()
  await waitFor(() => expect(router.state.location.pathname).toBe('/'))
})

test('what is refused is said, and goes on when asked to', async () => {
  server.refuse = true
  const { router } = open()
  expect(await screen.findByRole('alert')).toHaveTextContent('You are not allowed to do this.')
  server.refuse = false
  await userEvent.click(await button('Go on deleting'))
  await waitFor(() => expect(router.state.location.pathname).toBe('/'))
})

test('without a connection nothing is asked for, and it goes on by itself when there is one', async () => {
  onlineManager.setOnline(false)
  const { router } = open()
  expect(await screen.findByRole('alert')).toHaveTextContent('It goes on as soon as there is one.')
  expect(server.asked).toEqual([])
  act(() => onlineManager.setOnline(true))
  await waitFor(() => expect(router.state.location.pathname).toBe('/'))
})

test('who stops without a connection keeps what is left: the connection, when it is back, deletes nothing', async () => {
  onlineManager.setOnline(false)
  open()
  await userEvent.click(await button('Stop and keep what is left'))
  act(() => onlineManager.setOnline(true))
  await waitFor(() => expect(server.closing).toBeNull())
  expect(server.asked.filter((name) => name !== 'GET users')).toEqual(['POST keep_my_account'])
  expect(server.files).toHaveLength(2)
})

test('an account without a file that another device has kept is not deleted by one that has not heard of it', async () => {
  const view = open()
  server.files = []
  server.closing = null
  await waitFor(() => expect(isClosingHere(view)).toBe(false))
  expect(server.asked).not.toContain('POST delete_my_account')
})

test('nor by one that asks a moment too early: the last step is for accounts that are closing', async () => {
  server.keptAtLast = true
  const view = open()
  await waitFor(() => expect(isClosingHere(view)).toBe(false))
  expect(server.asked).toContain('POST delete_my_account')
  expect(view.router.state.location.pathname).toBe('/here')
})

test('who keeps the account gets their pages back although the profile cannot be fetched', async () => {
  server.refuse = true
  const view = open()
  await screen.findByRole('alert')
  vi.stubGlobal('fetch', (input: RequestInfo | URL, init?: RequestInit) =>
    String(input instanceof Request ? input.url : input).endsWith('keep_my_account')
      ? json(null)
      : answer(input, init),
  )
  await userEvent.click(await button('Stop and keep what is left'))
  await waitFor(() => expect(isClosingHere(view)).toBe(false))
})
