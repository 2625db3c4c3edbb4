import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { film, finishedFilm } from '@/components/generation/video.fixture'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import type { ProjectCard } from '@/data/projects'
import { libraryPhoto } from '@/domain/libraryPhoto.fixture'
import { DEFAULT_MUSIC } from '@/domain/music'
import { planSchema } from '@/domain/plan'
import type { Video } from '@/domain/video'
import { mediaQueries } from '@/hooks/queries/media'
import { photoQueries } from '@/hooks/queries/photos'
import { profileQueries } from '@/hooks/queries/profile'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { useAuthStore } from '@/stores/auth.store'
import { BillingPage } from './BillingPage'
import { MediaPage } from './MediaPage'
import { ProjectPage } from './ProjectPage'
import { ProjectsPage } from './ProjectsPage'
import { QueuePage } from './QueuePage'

// What the pages read is put into the cache. Whatever they ask beyond that meets a server that is down.
const server = setupServer(
  http.get('*/rest/v1/generated_videos', () => HttpResponse.json([])),
  http.all('*', () => HttpResponse.json({ message: 'down' }, { status: 500 })),
)
beforeAll(() => server.listen())
afterAll(() => server.close())
beforeEach(() => {
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})

const LAKE = '22222222-2222-4222-8222-222222222222'
const lake: ProjectCard = {
  id: LAKE,
  userId: ADA,
  title: 'A week at the lake',
  description: 'Summer 2025',
  style: 'classic',
  durationSeconds: 16,
  aspectRatio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'completed',
  rev: 1,
  createdAt: '2025-11-23T12:00:00+00:00',
  updatedAt: '2025-11-23T12:00:00+00:00',
  coverPath: null,
}
const heading = (name: string) => screen.findByRole('heading', { level: 1, name })

describe('the dashboard', () => {
  function open(projects: ProjectCard[]) {
    const client = seededClient()
    client.setQueryData(projectQueries.list(ADA, { page: 0 }).queryKey, { projects, total: projects.length })
    client.setQueryData(videoQueries.queue(ADA).queryKey, [])
    return renderInApp(<ProjectsPage />, { client })
  }
  test('before the first project teaches how a film comes about', async () => {
    open([])
    expect(await heading('Projects')).toBeVisible()
    expect(screen.getByRole('link', { name: 'New project' })).toHaveAttribute('href', '/projects/new')
    expect(screen.getByRole('link', { name: 'Try it with sample photos' })).toHaveAttribute(
      'href',
      '/projects/new?samples=1',
    )
    expect(screen.queryAllByRole('article')).toEqual([])
  })
  test('has an article for each project, in the order they came', () => {
    open([{ ...lake, id: ADA, title: 'Newer' }, lake])
    expect(
      screen.getAllByRole('article').map((card) => within(card).getByRole('heading').textContent),
    ).toEqual(['Newer', 'A week at the lake'])
    expect(screen.getByText('2 projects')).toBeVisible()
  })
  test('that cannot be loaded says why and asks again', async () => {
    renderInApp(<ProjectsPage />)
    expect(await screen.findByRole('alert')).toHaveTextContent('The server had a problem')
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled()
  })
})

describe('a project', () => {
  function open(videos: Video[], id = LAKE) {
    const client = seededClient()
    client.setQueryData(projectQueries.detail(ADA, LAKE).queryKey, lake)
    client.setQueryData(photoQueries.ofProject(ADA, LAKE).queryKey, [photo])
    client.setQueryData(videoQueries.ofProject(ADA, LAKE).queryKey, videos)
    for (const video of videos) {
      if (video.storagePath === null) continue
      const { queryKey } = videoQueries.files(ADA, video, 'a-week-at-the-lake-2025-11-23.mp4')
      client.setQueryData(queryKey, { play: `/${video.storagePath}`, download: '/download', poster: null })
    }
    return renderInApp(<ProjectPage />, { client, at: `/projects/${id}`, path: '/projects/:projectId' })
  }

  test('without a film offers to make one', async () => {
    open([])
    expect(await heading('A week at the lake')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Generate video' })).toBeEnabled()
    expect(within(screen.getByRole('list', { name: 'Photos' })).getAllByRole('listitem')).toHaveLength(1)
  })
  test('whose film is being made shows its progress and can be cancelled', async () => {
    const { client } = open([film({ progressPercentage: 40 })])
    const bar = await screen.findByRole('progressbar', { name: 'Generation progress' })
    expect(bar).toHaveAttribute('aria-valuenow', '40')
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeEnabled()
    expect(screen.queryByRole('button', { name: 'Generate video' })).toBeNull()
    act(() => {
      client.setQueryData(videoQueries.ofProject(ADA, LAKE).queryKey, [
        film({ progressPercentage: 70, rev: 2 }),
      ])
    })
    await waitFor(() => expect(bar).toHaveAttribute('aria-valuenow', '70'))
  })
  test('whose film failed says why and offers another try', async () => {
    open([film({ status: 'failed', errorCode: 'photo_unreadable' })])
    expect(await screen.findByText('A photo of this film could not be read.')).toBeVisible()
    expect(screen.getByRole('button', { name: 'Retry' })).toBeEnabled()
  })
  test('plays its newest film; an older one of the history takes its place', async () => {
    const newest = finishedFilm({ storagePath: 'ada/lake/new.mp4' })
    const older = finishedFilm({
      id: ADA,
      storagePath: 'ada/lake/old.mp4',
      finishedAt: '2025-11-23T09:00:00Z',
    })
    open([newest, film({ id: LAKE, status: 'cancelled' }), older])
    const source = () => screen.getByLabelText('Film “A week at the lake”').getAttribute('src')
    await waitFor(() => expect(source()).toBe('/ada/lake/new.mp4'))
    const history = screen.getByRole('list', { name: 'History' })
    expect(within(history).getAllByRole('listitem')).toHaveLength(3)
    await userEvent.click(within(history).getByRole('button', { name: /^Play the film/ }))
    await waitFor(() => expect(source()).toBe('/ada/lake/old.mp4'))
  })
  test('that nobody knows, or a mistyped address, says so without asking the server', async () => {
    open([], 'not-an-id')
    expect(await heading('There is nothing here')).toBeVisible()
    expect(screen.getByRole('link', { name: 'Back to your projects' })).toHaveAttribute('href', '/projects')
  })
})

const EARLIER = '99999999-9999-4999-8999-999999999999'

test('the queue has what is being made, what waits in its order, and what became of the rest', async () => {
  const client = seededClient()
  client.setQueryData(projectQueries.detail(ADA, LAKE).queryKey, lake)
  client.setQueryData(videoQueries.queue(ADA).queryKey, [
    film({ id: ADA, status: 'queued', stage: null, attempt: 0, progressPercentage: 0 }),
    film({
      id: EARLIER,
      status: 'queued',
      stage: null,
      attempt: 0,
      progressPercentage: 0,
      cut: 'short',
      queuedAt: '2025-11-23T09:00:00+00:00',
    }),
    film(),
    finishedFilm({ id: LAKE, thumbnailPath: null }),
  ])
  renderInApp(<QueuePage />, { client })
  expect(await heading('Generation queue')).toBeVisible()
  const live = within(screen.getByRole('list', { name: 'Being made' })).getAllByRole('progressbar')
  expect(live.map((bar) => bar.getAttribute('aria-valuetext'))).toEqual(['50%, Making the film'])
  const line = within(screen.getByRole('list', { name: 'Waiting' })).getAllByRole('listitem')
  expect(line.map((item) => item.textContent)).toEqual([
    expect.stringContaining('short · Next'),
    expect.stringContaining('2 of 2'),
  ])
  expect(within(screen.getByRole('list', { name: 'Recent' })).getAllByRole('listitem')).toHaveLength(1)
})

test('the plan says what it allows and what is used of it', async () => {
  const client = seededClient()
  const plan = planSchema.parse({
    id: 'free',
    monthly_videos: 30,
    max_storage_bytes: 2 * 1024 ** 3,
    max_photos: 200,
    max_duration_seconds: 1800,
    max_active_jobs: 3,
  })
  client.setQueryData(profileQueries.me(ADA).queryKey, {
    id: ADA,
    email: 'ada@example.com',
    displayName: 'Ada',
    avatarPath: null,
    language: 'en',
    keepLocation: false,
    subscriptionPlan: 'free',
    totalStorageBytes: 1024 ** 3,
    closingSince: null,
  })
  client.setQueryData(profileQueries.plan(ADA, 'free').queryKey, plan)
  client.setQueryData(profileQueries.filmsThisMonth(ADA).queryKey, 12)
  renderInApp(<BillingPage />, { client })
  expect(await heading('Plan and usage')).toBeVisible()
  expect(screen.getByRole('meter', { name: 'Films this month' })).toHaveAttribute(
    'aria-valuetext',
    '12 of 30',
  )
  expect(screen.getByRole('meter', { name: 'Storage' })).toHaveAttribute('aria-valuetext', '1 GB of 2 GB')
})

test('the library shows every photo by its name, and says so while there is none', async () => {
  const client = seededClient()
  client.setQueryData(mediaQueries.library(ADA).queryKey, [libraryPhoto('lake.jpg')])
  client.setQueryData(mediaQueries.url(ADA, 'media', 'ada/lake.jpg').queryKey, '/lake.jpg')
  const { unmount } = renderInApp(<MediaPage />, { client })
  expect(await heading('Media library')).toBeVisible()
  expect(screen.getByRole('img', { name: 'lake.jpg' })).toHaveAttribute('src', '/lake.jpg')
  unmount()
  client.setQueryData(mediaQueries.library(ADA).queryKey, [])
  renderInApp(<MediaPage />, { client })
  expect(await screen.findByRole('heading', { name: 'No photos yet' })).toBeVisible()
})

const photo = {
  id: '55555555-5555-4555-8555-555555555555',
  projectId: LAKE,
  mediaItemId: '66666666-6666-4666-8666-666666666666',
  position: 'a0',
  rev: 1,
  caption: '',
  choice: 'auto' as const,
  direction: { focus: null, holdSeconds: null, entrance: null, card: null },
  media: {
    id: '66666666-6666-4666-8666-666666666666',
    userId: ADA,
    storagePath: 'ada/photo.jpg',
    thumbnailPath: 'ada/lake.jpg',
    originalFilename: 'lake.jpg',
    mimeType: 'image/jpeg',
    bytes: 1000,
    width: 40,
    height: 30,
    takenAt: null,
    utcOffsetMinutes: null,
    contentHash: 'c'.repeat(64),
    analysis: null,
    createdAt: '2025-11-23T12:00:00+00:00',
  },
}
