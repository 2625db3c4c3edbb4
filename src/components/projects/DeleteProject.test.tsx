import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ADA, renderInApp } from '@/components/ui/renderInApp.fixture'
import { DEFAULT_MUSIC } from '@/domain/music'
import type { Project } from '@/domain/project'
import { useProjectsBeingDeleted } from '@/hooks/queries/projects'
import { presentMessages, type Message } from '@/lib/notify'
import { useAuthStore } from '@/stores/auth.store'
import { useUiStore } from '@/stores/ui.store'
import { DeleteProject } from './DeleteProject'
import { DeleteProjectDialog } from './DeleteProjectDialog'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

const lake: Project = {
  id: '22222222-2222-4222-8222-222222222222',
  userId: ADA,
  title: 'Lake',
  description: '',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 1,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
}
let messages: Message[] = []
let stop = () => {}
beforeEach(() => {
  messages = []
  stop = presentMessages((message) => messages.push(message))
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})
afterEach(() => {
  stop()
  useUiStore.getState().closeModal('deleteProject')
})

function Page({ project }: { project: Project }) {
  const data = useUiStore((state) => state.modals.deleteProject)
  const close = () => useUiStore.getState().closeModal('deleteProject')
  return (
    <>
      <p>{`being deleted: ${[...useProjectsBeingDeleted(ADA)].length}`}</p>
      <DeleteProject userId={ADA} project={project} />
      {data && <DeleteProjectDialog data={data} close={close} />}
    </>
  )
}

test('a project is deleted after a question, and only then; the person is led away and can take it back', async () => {
  const { router, client } = renderInApp(<Page project={lake} />, {
    at: `/projects/${lake.id}`,
    path: '/projects/:projectId',
  })
  const ask = async () => {
    await userEvent.click(screen.getByRole('button', { name: 'Delete project' }))
    return within(await screen.findByRole('alertdialog', { name: 'Delete “Lake”?' }))
  }
  await userEvent.click((await ask()).getByRole('button', { name: 'Cancel' }))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  expect(screen.getByText('being deleted: 0')).toBeVisible()

  await userEvent.click((await ask()).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/projects'))
  expect(client.isMutating()).toBe(1)
  await waitFor(() => expect(messages).toHaveLength(1))
  const [message] = messages
  if (message?.kind !== 'success') throw new Error('It is said that the project was deleted')
  expect(message).toMatchObject({ text: '“Lake” was deleted', seconds: 7 })
  message.action?.onClick()
  await waitFor(() => expect(client.isMutating()).toBe(0))
})

test('deleted from a list of projects, the list stays', async () => {
  const { router, client } = renderInApp(<Page project={lake} />)
  await userEvent.click(screen.getByRole('button', { name: 'Delete project' }))
  const question = within(await screen.findByRole('alertdialog'))
  await userEvent.click(question.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(messages).toHaveLength(1))
  expect(router.state.location.pathname).toBe('/here')
  const [message] = messages
  if (message?.kind !== 'success') throw new Error('It is said that the project was deleted')
  message.action?.onClick()
  await waitFor(() => expect(client.isMutating()).toBe(0))
})

test('only its owner is offered to delete it', () => {
  renderInApp(<Page project={{ ...lake, userId: lake.id }} />)
  expect(screen.queryByRole('button', { name: 'Delete project' })).toBeNull()
})
