import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { Project } from '@/domain/project'
import type { SomeWishes } from '@/domain/wishes'
import { keepAtHand } from '@/hooks/queries/keepAtHand'
import { projectConflictQuery } from '@/hooks/queries/projectConflict'
import { projectQueries } from '@/hooks/queries/projects'
import { useAuthStore } from '@/stores/auth.store'
import { useUiStore } from '@/stores/ui.store'
import { ConflictDialog } from './ConflictDialog'
import { ConflictNotice } from './ConflictNotice'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

const theirs: Project = {
  id: '22222222-2222-4222-8222-222222222222',
  userId: ADA,
  title: 'Theirs',
  description: '',
  style: 'vintage',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 5,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
}
let sent: unknown[] = []
const server = setupServer(
  http.patch('*/rest/v1/video_projects', async ({ request }) => {
    const body: unknown = await request.json()
    sent.push(body)
    const { id, userId, durationSeconds, aspectRatio, createdAt, updatedAt, ...rest } = theirs
    return HttpResponse.json([
      {
        ...rest,
        id,
        user_id: userId,
        duration_seconds: durationSeconds,
        aspect_ratio: aspectRatio,
        created_at: createdAt,
        updated_at: updatedAt,
        ...Object(body),
        rev: 6,
      },
    ])
  }),
)
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterAll(() => server.close())
beforeEach(() => {
  sent = []
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})
afterEach(() => useUiStore.getState().closeModal('projectConflict'))

function Dialogs() {
  const data = useUiStore((state) => state.modals.projectConflict)
  const close = () => useUiStore.getState().closeModal('projectConflict')
  return data ? <ConflictDialog data={data} close={close} /> : null
}
function open(mine: SomeWishes) {
  const client = seededClient()
  client.setQueryData(projectQueries.detail(ADA, theirs.id).queryKey, theirs)
  keepAtHand(client, projectConflictQuery(ADA, theirs.id).queryKey, mine)
  useUiStore.getState().openModal('projectConflict', { projectId: theirs.id, title: theirs.title })
  renderInApp(
    <>
      <ConflictNotice userId={ADA} project={theirs} />
      <Dialogs />
    </>,
    { client },
  )
  return { client, mine: () => client.getQueryData(projectConflictQuery(ADA, theirs.id).queryKey) }
}
const dialog = () => screen.findByRole('dialog', { name: 'Which version of “Theirs” do you want to keep?' })

test('both versions of what differs are side by side, and nothing else', async () => {
  open({ title: 'Mine', description: 'A long week', style: 'vintage', durationSeconds: 90 })
  const fields = within(await dialog())
  expect(fields.getAllByRole('term').map((term) => term.textContent)).toEqual([
    'Title',
    'Description',
    'Duration',
  ])
  const [title, description, duration] = fields.getAllByRole('definition').map((field) => field.textContent)
  expect(title).toBe('YoursMineTheirsTheirs')
  expect(description).toBe('YoursA long weekTheirsEmpty')
  expect(duration).toBe('Yours1 min 30 secTheirs1 min')
})

test('theirs is kept without a word to the server', async () => {
  const { mine } = open({ title: 'Mine' })
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Keep theirs' }))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(mine()).toBeUndefined()
  expect(sent).toEqual([])
})

test('mine is saved upon theirs, which the person has seen', async () => {
  const { mine, client } = open({ title: 'Mine' })
  await userEvent.click(within(await dialog()).getByRole('button', { name: 'Keep yours' }))
  await waitFor(() => expect(sent).toEqual([{ title: 'Mine', rev: 5 }]))
  expect(mine()).toBeUndefined()
  await waitFor(() =>
    expect(client.getQueryData(projectQueries.detail(ADA, theirs.id).queryKey)).toMatchObject({
      title: 'Mine',
      rev: 6,
    }),
  )
})

test('closed without a choice it waits on the page of the project', async () => {
  const { mine } = open({ title: 'Mine' })
  await dialog()
  await userEvent.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(mine()).toEqual({ title: 'Mine' })
  await userEvent.click(screen.getByRole('button', { name: 'Compare and choose' }))
  expect(await dialog()).toBeVisible()
})

test('when both want the same by now there is nothing to ask', async () => {
  const { mine } = open({ title: 'Theirs' })
  await waitFor(() => expect(useUiStore.getState().modals.projectConflict).toBeUndefined())
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(screen.queryByRole('button', { name: 'Compare and choose' })).toBeNull()
  // Else the next change of the title would bring the question back.
  expect(mine()).toBeUndefined()
})
