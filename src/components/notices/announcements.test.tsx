import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { happened, PROJECT } from '@/domain/notification.fixture'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { Notification } from '@/domain/notification'
import { notificationQueries } from '@/hooks/queries/notifications'
import { presentMessages, type Message, type ToldMessage } from '@/lib/notify'
import { useNoticesStore } from '@/stores/notices.store'
import { useAnnouncements } from '@/hooks/useAnnouncements'
import { useReadOnSight } from '@/hooks/useReadOnSight'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

/** Whether this tab wins the claim; tests/embedded/notices.test.ts races for it on the real database. */
let wins = true
let read: string[] = []
const server = setupServer(
  http.patch('*/rest/v1/notifications', async ({ request }) => {
    const ids = new URL(request.url).searchParams.get('id') ?? ''
    if ('read_at' in Object(await request.json())) {
      read.push(ids)
      return new HttpResponse(null, { status: 204 })
    }
    const rows = wins ? news.filter(({ id }) => ids.includes(id)) : []
    return HttpResponse.json(
      rows.map(({ id, kind, payload, createdAt }) => rowOf(id, kind, payload, createdAt)),
    )
  }),
  http.all('*', () => HttpResponse.json({ message: 'down' }, { status: 500 })),
)
const rowOf = (id: string, kind: string, payload: Notification['payload'], createdAt: string) => ({
  id,
  kind,
  payload: { ...payload, error_code: payload.errorCode },
  read_at: null,
  announced_at: createdAt,
  created_at: createdAt,
})

let news: Notification[] = []
let told: ToldMessage[] = []
let stop: () => void
beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => {
  wins = true
  read = []
  told = []
  stop = presentMessages((message: Message) => {
    if ('text' in message) told.push(message)
  })
})
afterEach(() => {
  stop()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
  useNoticesStore.setState({ wanting: [] })
})

function Background() {
  useAnnouncements(ADA)
  useReadOnSight(ADA)
  return <p>the page</p>
}
/** A page at an address; then these things happen. */
function open(happenings: Notification[], at = '/here') {
  news = happenings
  const client = seededClient()
  const { queryKey } = notificationQueries.feed(ADA)
  const feed = (notifications: Notification[]) => ({
    pages: [{ notifications, next: null }],
    pageParams: [null],
  })
  client.setQueryData(queryKey, feed([]))
  const view = renderInApp(<Background />, { client, at, path: at })
  client.setQueryData(queryKey, feed(happenings), { updatedAt: Date.now() + 1 })
  return { ...view, client, queryKey }
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 200))

describe('over the page', () => {
  test('a film that is ready is told once, and its action goes there without a reload and marks it as read', async () => {
    const { router } = open([happened(1)])
    await waitFor(() => expect(told).toHaveLength(1))
    expect(told[0]).toMatchObject({ kind: 'success', text: 'Your film “Film 1” is ready' })
    expect(told[0]?.action?.label).toBe('Watch it')
    told[0]?.action?.onClick()
    expect(await screen.findByText('another page')).toBeVisible()
    expect(router.state.location.pathname).toBe(`/projects/${PROJECT}`)
    await waitFor(() => expect(read.join()).toContain(happened(1).id))
    expect(told).toHaveLength(1)
  })
  test('a film that failed is told with the reason, an invitation with where to answer', async () => {
    const failed = { project: PROJECT, title: 'Lake', errorCode: 'photo_unreadable' }
    const invited = { project: PROJECT, title: 'Lake', person: 'Grace', errorCode: undefined }
    open([
      happened(2, { kind: 'project_invited', payload: invited }),
      happened(1, { kind: 'video_failed', payload: failed }),
    ])
    await waitFor(() => expect(told).toHaveLength(2))
    expect(told.map(({ kind, text, detail, action }) => [kind, text, detail, action?.label])).toEqual([
      ['info', 'Grace invites you to “Lake”', 'You could look at it and watch its films.', 'Answer'],
      ['error', '“Lake” could not be made', 'A photo of this film could not be read.', 'Look at it'],
    ])
  })
  test('nothing is told by a tab that another was faster than', async () => {
    wins = false
    open([happened(1)])
    await settled()
    expect(told).toEqual([])
  })
  test('many things at once are counted instead of piled up', async () => {
    open([happened(4), happened(3), happened(2), happened(1)])
    await waitFor(() => expect(told).toHaveLength(1))
    expect(told[0]?.text).toBe('4 new notifications. You find them at the bell.')
  })
  test('the page of the film says it itself: nothing is told there, and the bell need not', async () => {
    open([happened(1)], `/projects/${PROJECT}`)
    await waitFor(() => expect(read.join()).toContain(happened(1).id))
    await settled()
    expect(told).toEqual([])
  })
})

describe('a hidden page', () => {
  type Shown = { title: string; onclick: (() => void) | null }
  let shown: Shown[] = []
  beforeEach(() => {
    shown = []
    class FakeNotification implements Shown {
      static permission = 'granted'
      onclick = null
      title: string
      constructor(title: string) {
        this.title = title
        shown.push(this)
      }
      close() {}
    }
    vi.stubGlobal('Notification', FakeNotification)
    vi.stubGlobal('isSecureContext', true)
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden')
  })

  test('lets the system tell of a film when the person wants it; a click comes back to the film', async () => {
    useNoticesStore.getState().systemNotificationsWanted(ADA, true)
    const focus = vi.spyOn(window, 'focus').mockReturnValue()
    const { router } = open([happened(1)])
    await waitFor(() => expect(shown).toHaveLength(1))
    expect(shown[0]?.title).toBe('Your film “Film 1” is ready')
    expect(told).toEqual([])
    shown[0]?.onclick?.()
    expect(focus).toHaveBeenCalledOnce()
    expect(await screen.findByText('another page')).toBeVisible()
    expect(router.state.location.pathname).toBe(`/projects/${PROJECT}`)
  })
  test.each([
    ['nobody asked for it', () => undefined, happened(1)],
    [
      'another person of this browser asked for it',
      () => useNoticesStore.getState().systemNotificationsWanted(PROJECT, true),
      happened(1),
    ],
    [
      'it is not about a film',
      () => useNoticesStore.getState().systemNotificationsWanted(ADA, true),
      happened(1, { kind: 'member_left' }),
    ],
  ])('keeps it for the page when %s', async (_why, prepare, happening) => {
    prepare()
    open([happening])
    await waitFor(() => expect(told).toHaveLength(1))
    expect(shown).toEqual([])
  })
})
