import './quietSocket.fixture'
import { useIsRestoring, type QueryClient } from '@tanstack/react-query'
import { configure, fireEvent, screen, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { vi } from 'vitest'
import type { ProjectCard } from '@/data/projects'
import { DEFAULT_MUSIC } from '@/domain/music'
import { DEFAULT_SETTINGS, type Video } from '@/domain/video'
import { cacheSync } from '@/hooks/cacheSync'
import { memberQueries } from '@/hooks/queries/members'
import { photoQueries } from '@/hooks/queries/photos'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { useConnectionStatus } from '@/hooks/useRealtimeSync'
import { makeQueryClient } from '@/lib/queryClient'
import { NewProjectPage } from '@/pages/NewProjectPage'
import { ProjectPage } from '@/pages/ProjectPage'
import { ProjectsPage } from '@/pages/ProjectsPage'
import { useAuthStore } from '@/stores/auth.store'
import { openWatched, type Renders } from './renderCounts.fixture'

// A thousand cards in jsdom take their time.
configure({ asyncUtilTimeout: 60_000 })

export const ADA = '11111111-1111-4111-8111-111111111111'
const id = (kind: number, n: number) =>
  `${String(kind).padStart(8, '0')}-2222-4222-8222-${String(n).padStart(12, '0')}`
const project = (n: number): ProjectCard => ({
  id: id(1, n),
  userId: ADA,
  title: `Project ${n}`,
  description: '',
  style: 'classic',
  durationSeconds: 60,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'processing',
  rev: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-01-01T00:00:00Z',
  coverPath: null,
})
/** The film of project `n`, at this percentage. */
export const film = (n: number, percent: number): Video => ({
  id: id(2, n),
  projectId: id(1, n),
  userId: ADA,
  cut: 'main',
  requestKey: id(3, n),
  status: 'processing',
  progressPercentage: percent,
  stage: 'rendering',
  errorCode: null,
  errorMessage: null,
  attempt: 1,
  maxAttempts: 5,
  runAfter: '2026-01-01T00:00:00Z',
  queuedAt: '2026-01-01T00:00:00Z',
  worker: null,
  leaseUntil: null,
  estimatedCompletionAt: null,
  settings: DEFAULT_SETTINGS,
  storagePath: null,
  thumbnailPath: null,
  mimeType: null,
  width: null,
  height: null,
  durationSeconds: null,
  bytes: null,
  skippedPhotoIds: [],
  rev: percent + 1,
  createdAt: '2026-01-01T00:00:00Z',
  finishedAt: null,
})

/** A server that has nothing new to say. */
export function quietWorld(): void {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json([])))
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: true }))
  vi.spyOn(console, 'info').mockImplementation(() => undefined)
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
}

/** What the scene puts into the cache is all there is; nothing is asked for. */
function quietClient(): QueryClient {
  const client = makeQueryClient()
  client.setDefaultOptions({ queries: { enabled: false }, mutations: { retry: false } })
  return client
}

/** Wait until something has rendered, and then nothing for a moment. @returns everything that rendered meanwhile */
async function untilRest(take: () => Renders): Promise<Renders> {
  const sum: Renders = { commits: 0, page: {}, around: {} }
  const look = () => {
    const { commits, page, around } = take()
    sum.commits += commits
    for (const [into, from] of [
      [sum.page, page],
      [sum.around, around],
    ] as const)
      for (const [name, times] of Object.entries(from)) into[name] = (into[name] ?? 0) + times
    if (commits > 0 || sum.commits === 0) throw new Error('It still renders')
  }
  await waitFor(look, { interval: 300 })
  return sum
}

/** Everything that opens a page by itself has happened: what the device remembers is there, and the socket is up. */
function Settled() {
  const isRestoring = useIsRestoring()
  const connection = useConnectionStatus()
  return <i data-testid={!isRestoring && connection === 'live' ? 'settled' : 'opening'} />
}
const open = async (client: QueryClient, address: string, path: string, page: ReactNode) => {
  const element = (
    <>
      {page}
      <Settled />
    </>
  )
  const watched = openWatched(client, address, { path, element })
  await waitFor(() => {
    if (!document.querySelector('[data-testid=settled]')) throw new Error('It is still opening')
  })
  await untilRest(watched.take)
  return watched
}

function typeInto(box: HTMLElement, take: () => Renders): { first: Renders; next: Renders } {
  fireEvent.focus(box)
  take()
  fireEvent.change(box, { target: { value: 'A' } })
  const first = take()
  fireEvent.change(box, { target: { value: 'Ab' } })
  return { first, next: take() }
}

const openProject = async () => {
  const client = quietClient()
  client.setQueryData(projectQueries.detail(ADA, id(1, 1)).queryKey, project(1))
  client.setQueryData(photoQueries.ofProject(ADA, id(1, 1)).queryKey, [])
  client.setQueryData(videoQueries.ofProject(ADA, id(1, 1)).queryKey, [])
  client.setQueryData(memberQueries.ofProject(ADA, id(1, 1)).queryKey, [])
  return open(client, `/projects/${id(1, 1)}`, '/projects/:projectId', <ProjectPage />)
}

/** Two letters in the title of a saved project: the first makes it unsaved, the second is like any other. */
export async function typeInProject() {
  const { take, close } = await openProject()
  const renders = typeInto(screen.getByRole('textbox', { name: 'Title' }), take)
  close()
  return renders
}

/** The same in a draft. */
export async function typeInDraft() {
  const { take, close } = await open(quietClient(), '/projects/new', '/projects/new', <NewProjectPage />)
  const renders = typeInto(await screen.findByRole('textbox', { name: 'Title' }), take)
  close()
  return renders
}

/** The dialog for sharing, opened over a project. */
export async function openDialog(): Promise<Renders> {
  const { take, close } = await openProject()
  fireEvent.click(screen.getByRole('button', { name: 'Share' }))
  await screen.findByRole('dialog')
  const renders = await untilRest(take)
  close()
  return renders
}

/** A dashboard of `count` projects, of each of which a film is being made; `hear` is the socket. */
export async function openDashboard(count: number) {
  const client = quietClient()
  const numbers = Array.from({ length: count }, (_, n) => n)
  client.setQueryData(projectQueries.list(ADA, { page: 0 }).queryKey, {
    projects: numbers.map(project),
    total: count,
  })
  client.setQueryData(
    videoQueries.queue(ADA).queryKey,
    numbers.map((n) => film(n, 10)),
  )
  const { take, close } = await open(client, '/projects', '/projects', <ProjectsPage />)
  const { onChange, stop } = cacheSync(client, ADA)
  return {
    take,
    hear: (video: Video) => onChange({ table: 'generated_videos', id: video.id, deleted: false, video }),
    close: () => {
      stop()
      close()
    },
  }
}

/** One step of one film among `count`. */
export async function oneStepAmong(count: number): Promise<Renders> {
  const { take, hear, close } = await openDashboard(count)
  hear(film(7, 11))
  const renders = await untilRest(take)
  close()
  return renders
}
