import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { Notification } from '@/domain/notification'
import { notificationQueries } from '@/hooks/queries/notifications'
import { notify } from '@/lib/notify'
import { useUiStore } from '@/stores/ui.store'
import { Bell } from './Bell'
import { happened, PROJECT } from '@/domain/notification.fixture'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

/** The rows as the server has them; tests/embedded/notices.test.ts asks the real one the same. */
let rows: Notification[] = []
let written: string[] = []
let isDown = false
/** Writing waits for it. */
let gate: Promise<void> = Promise.resolve()
let isPhone = false
const row = ({ payload, readAt, announcedAt, createdAt, ...rest }: Notification) => ({
  ...rest,
  payload: { project: payload.project, title: payload.title, person: payload.person },
  user_id: ADA,
  read_at: readAt,
  announced_at: announcedAt,
  created_at: createdAt,
})
const PAGE = 20
const down = () => HttpResponse.json({ message: 'down' }, { status: 500 })
/** Whether a row is meant by `id=in.(…)`, `id=eq.…` or `created_at=lte.…`. */
function isMeant({ id, createdAt }: Notification, wanted: URLSearchParams): boolean {
  const ids = wanted.get('id')
  return ids === null ? `lte.${createdAt}` <= (wanted.get('created_at') ?? '') : ids.includes(id)
}
const write = (change: (row: Notification) => Notification[]) =>
  async function answer({ request }: { request: Request }) {
    const wanted = new URL(request.url).searchParams
    written.push(request.method)
    await gate
    if (isDown) return down()
    rows = rows.flatMap((row) => (isMeant(row, wanted) ? change(row) : [row]))
    return new HttpResponse(null, { status: 204 })
  }
const server = setupServer(
  http.head('*/rest/v1/notifications', () => {
    if (isDown) return new HttpResponse(null, { status: 500 })
    const unread = rows.filter(({ readAt }) => readAt === null).length
    return new HttpResponse(null, { headers: { 'content-range': `*/${unread}` } })
  }),
  http.get('*/rest/v1/notifications', ({ request }) => {
    if (isDown) return down()
    const after = /id\.lt\.([\w-]+)/.exec(new URL(request.url).searchParams.get('or') ?? '')?.[1]
    const from = after === undefined ? 0 : rows.findIndex(({ id }) => id === after) + 1
    return HttpResponse.json(rows.slice(from, from + PAGE).map(row))
  }),
  http.patch(
    '*/rest/v1/notifications',
    write((row) => [{ ...row, readAt: '2025-11-23T13:00:00Z' }]),
  ),
  http.delete(
    '*/rest/v1/notifications',
    write(() => []),
  ),
)
beforeAll(async () => {
  server.listen()
  await import('./NoticesPopover') // large, and loaded when it is first opened
}, 30_000)
afterAll(() => server.close())
beforeEach(() => {
  isPhone = false
  const listening = { addEventListener: () => {}, removeEventListener: () => {} }
  vi.stubGlobal('matchMedia', () => ({ matches: !isPhone, ...listening }))
  rows = []
  written = []
  isDown = false
  gate = Promise.resolve()
})
afterEach(() => {
  notify.dismissAll()
  vi.unstubAllGlobals()
})

const bell = (name: string | RegExp) => screen.findByRole('button', { name })
/** The bell beside every page, with what has happened, newest first. */
function show(happenings: Notification[]) {
  rows = happenings
  return renderInApp(<Bell userId={ADA} />, { client: seededClient(), path: '/*' })
}
async function open(happenings: Notification[]) {
  const view = show(happenings)
  const user = userEvent.setup()
  await user.click(await bell(/^Notifications/))
  const dialog = await screen.findByRole('dialog', { name: 'Notifications' })
  return { ...view, user, dialog }
}
const items = () => screen.findAllByRole('listitem')
const texts = async () =>
  (await screen.findAllByRole('link', { name: /Film/ })).map(({ textContent }) => textContent)

describe('the bell', () => {
  test('has the number of unread in its name and none when all is read', async () => {
    show([happened(2), happened(1)])
    expect(await bell('Notifications, 2 unread')).toBeVisible()
  })
  test('shows no number when there is nothing unread', async () => {
    show([happened(1, { readAt: '2025-11-23T12:30:00Z' })])
    expect(await bell('Notifications')).toHaveTextContent(/^Notifications$/)
  })
  test('opens a dialog of the modal map on a phone, so that the back button closes it', async () => {
    isPhone = true
    show([happened(1)])
    await userEvent.click(await bell(/^Notifications/))
    expect(useUiStore.getState().modals).toEqual({ notices: {} })
    expect(screen.queryByRole('dialog')).toBeNull()
    useUiStore.getState().closeModal('notices')
  })
})

describe('the list behind it', () => {
  test('says that all is quiet when nothing has happened', async () => {
    const { dialog } = await open([])
    expect(await within(dialog).findByText('All quiet')).toBeVisible()
    expect(within(dialog).queryByRole('button', { name: 'Mark all as read' })).toBeNull()
  })
  test('has what happened, newest first, and where it leads', async () => {
    await open([happened(3), happened(2), happened(1)])
    expect(await texts()).toEqual([
      'Your film “Film 3” is ready',
      'Your film “Film 2” is ready',
      'Your film “Film 1” is ready',
    ])
    expect(screen.getByRole('link', { name: /Film 2/ })).toHaveAttribute('href', `/projects/${PROJECT}`)
  })
  test('shows older ones when asked', async () => {
    const { user } = await open(Array.from({ length: 25 }, (_, n) => happened(50 - n)))
    expect(await screen.findAllByText(/is ready/)).toHaveLength(20)
    await user.click(screen.getByText('Show older'))
    await waitFor(() => expect(screen.getAllByText(/is ready/)).toHaveLength(25))
    expect(screen.queryByText('Show older')).toBeNull()
  })
  test('marks one as read, at once and on the server', async () => {
    let release: () => void = () => undefined
    gate = new Promise((resolve) => (release = resolve))
    const { user } = await open([happened(2), happened(1)])
    const [first] = await items()
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Mark as read' }))
    await waitFor(() => expect(screen.getByLabelText('Notifications, 1 unread')).toBeInTheDocument())
    expect(within(first as HTMLElement).queryByText('Unread')).toBeNull()
    expect(rows[0]?.readAt).toBeNull()
    release()
    await waitFor(() => expect(rows.map(({ readAt }) => readAt === null)).toEqual([false, true]))
  })
  test('marks all as read up to the newest that is shown', async () => {
    const { user } = await open([happened(2), happened(1)])
    await items()
    await user.click(await bell('Mark all as read'))
    await waitFor(() => expect(screen.queryByText('Unread')).toBeNull())
    await waitFor(() => expect(rows.every(({ readAt }) => readAt !== null)).toBe(true))
  })
  test('takes back what the server did not do', async () => {
    const { user, client } = await open([happened(2), happened(1)])
    const [first] = await items()
    const age = () => client.getQueryState(notificationQueries.feed(ADA).queryKey)?.dataUpdatedAt
    const asked = age()
    isDown = true
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Dismiss' }))
    await waitFor(async () => expect(await items()).toHaveLength(2))
    expect(written).toEqual(['DELETE'])
    expect(screen.getByLabelText('Notifications, 2 unread')).toBeInTheDocument()
    // Nothing came from the server: what is shown is no fresher for it.
    expect(age()).toBe(asked)
  })
  test('leads there without a reload, marks it as read and closes', async () => {
    const { user, router } = await open([happened(1)])
    await user.click(await screen.findByRole('link', { name: /Film 1/ }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(router.state.location.pathname).toBe(`/projects/${PROJECT}`)
    await waitFor(() => expect(rows[0]?.readAt).not.toBeNull())
  })
})

describe('the keyboard', () => {
  test('goes through the rows with the arrows, dismisses with Delete and leaves with Escape', async () => {
    const { user } = await open([happened(3), happened(2), happened(1)])
    const [first, second, third] = await screen.findAllByRole('link', { name: /Film/ })
    first?.focus()
    await user.keyboard('{ArrowDown}')
    expect(second).toHaveFocus()
    await user.keyboard('{End}')
    expect(third).toHaveFocus()
    await user.keyboard('{Home}{Delete}')
    expect(second).toHaveFocus()
    await waitFor(async () => expect(await items()).toHaveLength(2))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(() => expect(screen.getByRole('button', { name: /^Notifications/ })).toHaveFocus())
  })
  test('is left in the dialog when the last row goes', async () => {
    const { user, dialog } = await open([happened(1)])
    ;(await screen.findByRole('link', { name: /Film 1/ })).focus()
    await user.keyboard('{Delete}')
    expect(await within(dialog).findByText('All quiet')).toBeVisible()
    expect(dialog).toHaveFocus()
  })
})
