import { onlineManager } from '@tanstack/react-query'
import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, test, vi } from 'vitest'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { ProjectCard, ProjectFilters } from '@/data/projects'
import { DEFAULT_MUSIC } from '@/domain/music'
import { invitationQueries } from '@/hooks/queries/members'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { useAuthStore } from '@/stores/auth.store'
import { ProjectsPage } from './ProjectsPage'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

const EVE = '99999999-9999-4999-8999-999999999999'
const card = (id: string, title: string, change: Partial<ProjectCard> = {}): ProjectCard => ({
  id,
  userId: ADA,
  title,
  description: '',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 1,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
  coverPath: null,
  ...change,
})
const lake = card('22222222-2222-4222-8222-222222222222', 'Lake')
const sea = card('33333333-3333-4333-8333-333333333333', 'Sea', { userId: EVE, status: 'completed' })

beforeEach(() => {
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
  // jsdom has no layout to scroll.
  vi.stubGlobal('scrollTo', () => undefined)
})

/** The dashboard of two projects, and what the server would answer for other filters. */
function open(at = '/projects', answers: [ProjectFilters, ProjectCard[], number?][] = []) {
  const client = seededClient()
  const all: typeof answers = [[{ page: 0 }, [lake, sea]], ...answers]
  for (const [filters, projects, total = projects.length] of all)
    client.setQueryData(projectQueries.list(ADA, filters).queryKey, { projects, total })
  client.setQueryData(videoQueries.queue(ADA).queryKey, [])
  client.setQueryData(invitationQueries.mine(ADA).queryKey, [])
  return renderInApp(<ProjectsPage />, { client, at, path: '/projects' })
}
const titles = () =>
  screen.queryAllByRole('article').map((article) => article.querySelector('h2')?.textContent)
const box = () => screen.getByRole('searchbox', { name: 'Search projects' })
const filter = () => screen.getByRole('combobox', { name: 'Status' })

test('what is typed is searched for when typing rests; it is in the address and makes no history', async () => {
  const { router } = open('/projects', [[{ page: 0, search: 'se' }, [sea]]])
  await userEvent.type(box(), 'se')
  await waitFor(() => expect(router.state.location.search).toBe('?q=se'))
  expect(router.state.historyAction).toBe('REPLACE')
  await waitFor(() => expect(titles()).toEqual(['Sea']))
  expect(screen.getByText('1 project')).toBeVisible()
})

test('an address with a search and a status shows both and what they find; the box follows the address', async () => {
  const { router } = open('/projects?q=la&status=draft', [
    [{ page: 0, search: 'la', status: 'draft' }, [lake]],
    [{ page: 0, status: 'completed' }, [sea]],
  ])
  expect(box()).toHaveValue('la')
  expect(filter()).toHaveValue('draft')
  expect(titles()).toEqual(['Lake'])
  await act(() => router.navigate('/projects?status=completed'))
  expect(box()).toHaveValue('')
  await waitFor(() => expect(titles()).toEqual(['Sea']))
  await userEvent.selectOptions(filter(), 'Any status')
  await waitFor(() => expect(titles()).toEqual(['Lake', 'Sea']))
  expect(router.state.location.search).toBe('')
})

/** The dashboard whose projects are known and whose films are on their way. @returns how the server answers about them */
function openBeforeFilms() {
  // No server is there: earlier tests were told so.
  onlineManager.setOnline(true)
  const client = seededClient()
  client.setQueryData(projectQueries.list(ADA, { page: 0 }).queryKey, { projects: [lake, sea], total: 2 })
  client.setQueryData(invitationQueries.mine(ADA).queryKey, [])
  let answer: (failure: Error | null) => void = () => undefined
  const queryFn = () =>
    new Promise<never[]>((resolve, reject) => {
      answer = (failure) => (failure ? reject(failure) : resolve([]))
    })
  const asked = client.fetchQuery({ queryKey: videoQueries.queue(ADA).queryKey, queryFn, retry: false })
  renderInApp(<ProjectsPage />, { client, at: '/projects', path: '/projects' })
  return { asked, answer: (failure: Error | null) => act(() => answer(failure)) }
}

test('the list waits for what stands above it: films that come later push nothing down', async () => {
  const { asked, answer } = openBeforeFilms()
  expect(screen.getByText('2 projects')).toBeVisible()
  expect(titles()).toEqual([])
  answer(null)
  await asked
  await waitFor(() => expect(titles()).toEqual(['Lake', 'Sea']))
})

test('the list is there also when nothing can be said about films', async () => {
  const { asked, answer } = openBeforeFilms()
  expect(titles()).toEqual([])
  answer(new Error('The API is away'))
  await expect(asked).rejects.toThrow('away')
  await waitFor(() => expect(titles()).toEqual(['Lake', 'Sea']))
})

test('what no project has is said, with the way back to all', async () => {
  open('/projects?q=moon', [[{ page: 0, search: 'moon' }, []]])
  expect(await screen.findByRole('heading', { name: 'No project matches' })).toBeVisible()
  await userEvent.click(screen.getByRole('link', { name: 'Show all projects' }))
  await waitFor(() => expect(titles()).toEqual(['Lake', 'Sea']))
})

test('the order and the way of showing are in the address too', async () => {
  const { router } = open('/projects?q=a', [
    [{ page: 0, search: 'a' }, [lake, sea]],
    [{ page: 0, search: 'a', sort: 'title' }, [sea, lake]],
  ])
  await userEvent.selectOptions(screen.getByRole('combobox', { name: 'Sort by' }), 'Title A–Z')
  await waitFor(() => expect(titles()).toEqual(['Sea', 'Lake']))
  await userEvent.click(screen.getByRole('radio', { name: 'List' }))
  expect(router.state.location.search).toBe('?q=a&sort=title&view=list')
  expect(screen.getByRole('radio', { name: 'List' })).toBeChecked()
})

test('each project says which of how many it is', () => {
  open('/projects?q=a', [[{ page: 0, search: 'a' }, [lake, sea], 60]])
  const [first] = screen.getAllByRole('article')
  expect(first).toHaveAttribute('aria-posinset', '1')
  expect(first).toHaveAttribute('aria-setsize', '60')
  expect(screen.getByText('60 projects')).toBeVisible()
})

test('arrow keys go from title to title, F2 renames in place and Escape leaves the title', async () => {
  open()
  screen.getByRole('link', { name: 'Lake' }).focus()
  await userEvent.keyboard('{ArrowRight}')
  expect(screen.getByRole('link', { name: 'Sea' })).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}{F2}')
  const field = screen.getByRole('textbox', { name: 'New title of “Lake”' })
  expect(field).toHaveFocus()
  await userEvent.keyboard('Pond{Escape}')
  expect(await screen.findByRole('link', { name: 'Lake' })).toHaveFocus()
})

test('only what is one’s own can be renamed, copied and deleted', () => {
  open()
  expect(screen.getByRole('button', { name: 'Actions for “Lake”' })).toBeVisible()
  expect(screen.queryByRole('button', { name: 'Actions for “Sea”' })).toBeNull()
})

test('a project of somebody else is marked as shared', () => {
  open()
  const [mine, theirs] = screen.getAllByRole('article')
  expect(mine).not.toHaveTextContent('Shared with you')
  expect(theirs).toHaveTextContent('Shared with you')
})

test('a project that is being deleted is neither shown nor counted, and is there again when that is undone', async () => {
  const { client } = open()
  let undo = () => {}
  const promise = new Promise<void>((resolve) => (undo = resolve))
  const deleting = client.getMutationCache().build(client, {
    mutationKey: [ADA, 'undo', 'project.delete'],
    networkMode: 'always',
    mutationFn: (_deletion: { projectId: string }) => promise,
  })
  act(() => void deleting.execute({ projectId: lake.id }))
  await waitFor(() => expect(titles()).toEqual(['Sea']))
  expect(screen.getByText('1 project')).toBeVisible()
  act(() => undo())
  await waitFor(() => expect(titles()).toEqual(['Lake', 'Sea']))
})
