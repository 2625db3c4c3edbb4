import '@/app/theme.css'
import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { beforeEach, expect, test } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { MediaLibrary } from '@/components/media/MediaLibrary'
import { ProjectFeed } from '@/components/projects/ProjectFeed'
import { PROJECTS_PER_PAGE, type ProjectCard } from '@/data/projects'
import type { LibraryPhoto } from '@/domain/libraryPhoto'
import { libraryPhoto } from '@/domain/libraryPhoto.fixture'
import { DEFAULT_MUSIC } from '@/domain/music'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { useProjectPages } from '@/hooks/useProjectPages'
import { makeQueryClient } from '@/lib/queryClient'
import { useLibraryStore } from '@/stores/library.store'

const ADA = '11111111-1111-4111-8111-111111111111'
const COUNT = 10_000
/** Of everything a page of the list has, however long the list is. */
const ELEMENTS_AT_MOST = 2_500
/** A busy machine is slow, not wrong. */
const PATIENCE = { timeout: 15_000 }

beforeEach(async () => {
  useLibraryStore.getState().clear()
  await page.viewport(1280, 800)
})

function show(client: QueryClient, ui: ReactNode) {
  const router = createMemoryRouter([{ path: '*', element: ui }])
  return render(
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))

/** Flicks through the page from top to bottom. @returns the most elements and rows there were at any moment */
async function flick(rows: string, by: number) {
  let [elements, shown] = [0, 0]
  for (let y = 0; y < document.documentElement.scrollHeight; y += by) {
    scrollTo(0, y)
    await frame()
    elements = Math.max(elements, document.getElementsByTagName('*').length)
    shown = Math.max(shown, document.querySelectorAll(rows).length)
  }
  return { elements, shown }
}

const card = (n: number): ProjectCard => ({
  id: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  userId: ADA,
  title: `Project ${n}`,
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
})

function Feed() {
  const [seen, setSeen] = useState<readonly [number, number]>([0, 0])
  const onSeen = useCallback((places: readonly [number, number]) => setSeen(places), [])
  const pages = useProjectPages(ADA, {}, seen)
  return <ProjectFeed userId={ADA} view="grid" total={pages.total ?? 0} pages={pages} onSeen={onSeen} />
}

function clientOf10000(): QueryClient {
  const client = makeQueryClient()
  client.setDefaultOptions({ queries: { staleTime: Infinity, retry: false } })
  client.setQueryData(videoQueries.queue(ADA).queryKey, [])
  for (let at = 0; at < COUNT; at += PROJECTS_PER_PAGE) {
    const projects = Array.from({ length: Math.min(PROJECTS_PER_PAGE, COUNT - at) }, (_, n) => card(at + n))
    const { queryKey } = projectQueries.list(ADA, { page: at / PROJECTS_PER_PAGE })
    client.setQueryData(queryKey, { projects, total: COUNT })
  }
  return client
}

test('of ten thousand projects those on the screen are in the document, and the keyboard reaches the last', async () => {
  await show(clientOf10000(), <Feed />)
  const link = (n: number) => page.getByRole('link', { name: `Project ${n}`, exact: true })
  await expect.element(link(0), PATIENCE).toBeVisible()
  const { elements, shown } = await flick('article', 9_000)
  expect(shown).toBeGreaterThan(6)
  expect(shown).toBeLessThan(60)
  expect(elements).toBeLessThan(ELEMENTS_AT_MOST)

  scrollTo(0, 0)
  await expect.element(link(0), PATIENCE).toBeVisible()
  link(0).element().focus()
  await userEvent.keyboard('{End}')
  await expect.element(link(COUNT - 1), PATIENCE).toHaveFocus()
  await expect
    .element(page.getByRole('article', { name: 'Project 9999' }), PATIENCE)
    .toHaveAttribute('aria-posinset', '10000')
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(link(COUNT - 2), PATIENCE).toHaveFocus()
  await userEvent.keyboard('{Home}')
  await expect.element(link(0), PATIENCE).toHaveFocus()
})

const photos: LibraryPhoto[] = Array.from({ length: COUNT }, (_, n) =>
  libraryPhoto(`IMG_${n}.jpg`, {
    thumbnailPath: null,
    takenAt: new Date(Date.UTC(2025, 10, 1) - n * 3_600_000).toISOString().slice(0, 19),
  }),
)
const cell = (n: number) => page.getByRole('gridcell', { name: `IMG_${n}.jpg,` })
const chosen = () => useLibraryStore.getState().selected.size

test('of ten thousand photos those on the screen are in the document', async () => {
  await show(makeQueryClient(), <MediaLibrary userId={ADA} photos={photos} />)
  await expect.element(cell(0), PATIENCE).toBeVisible()
  const { elements, shown } = await flick('[role=gridcell]', 6_000)
  expect(shown).toBeGreaterThan(20)
  expect(shown).toBeLessThan(200)
  expect(elements).toBeLessThan(ELEMENTS_AT_MOST)
})

test('photos are chosen by click, Shift, keyboard and lasso', async () => {
  await show(makeQueryClient(), <MediaLibrary userId={ADA} photos={photos} />)
  await userEvent.click(cell(1))
  await expect.element(cell(1), PATIENCE).toHaveAttribute('aria-selected', 'true')
  await userEvent.click(cell(4), { modifiers: ['Shift'] })
  expect(chosen()).toBe(4)
  await userEvent.keyboard('{Escape}')
  expect(chosen()).toBe(0)
  await expect.element(cell(4), PATIENCE).toHaveFocus()
  await userEvent.keyboard(' {Shift>}{ArrowRight}{ArrowRight}{/Shift}')
  expect(chosen()).toBe(3)
  await userEvent.keyboard('{Control>}a{/Control}')
  expect(chosen()).toBe(COUNT)
  await userEvent.keyboard('{Escape}')

  const [from, to] = [cell(0), cell(2)].map((one) => one.element().getBoundingClientRect())
  if (!from || !to) throw new Error('no cells')
  const pointer = (type: string, x: number, y: number) =>
    new PointerEvent(type, { bubbles: true, clientX: x, clientY: y, button: 0, pointerType: 'mouse' })
  cell(0)
    .element()
    .dispatchEvent(pointer('pointerdown', from.left + 20, from.top + 20))
  dispatchEvent(pointer('pointermove', to.left + 20, to.top + 30))
  await expect.poll(() => document.querySelector('[data-lasso]')).not.toBeNull()
  dispatchEvent(pointer('pointerup', to.left + 20, to.top + 30))
  expect(chosen()).toBe(3)
  await expect.poll(() => document.querySelector('[data-lasso]')).toBeNull()
})
