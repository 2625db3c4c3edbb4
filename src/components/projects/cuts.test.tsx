import { act, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { projectServer } from '@/components/editor/openEditor.fixture'
import { NewCutDialog } from '@/components/generation/NewCutDialog'
import { QueueItem } from '@/components/generation/QueueItem'
import { film, finishedFilm } from '@/components/generation/video.fixture'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { DEFAULT_SETTINGS, type Video } from '@/domain/video'
import { lake, placed } from '@/hooks/editor/editorDesk.fixture'
import { EditorScope } from '@/hooks/editor/useProjectEditor'
import { photoQueries } from '@/hooks/queries/photos'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { useModal } from '@/hooks/useModal'
import { useAuthStore } from '@/stores/auth.store'
import { useUiStore } from '@/stores/ui.store'
import { ProjectFilms } from './ProjectFilms'

// A busy machine is slow, not wrong.
vi.setConfig({ testTimeout: 30_000 })

let asked: unknown[] = []
beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())
beforeEach(() => {
  asked = []
  projectServer.use(
    http.post('*/storage/v1/object/sign/videos', async ({ request }) => {
      const { paths } = z.object({ paths: z.array(z.string()) }).parse(await request.json())
      return HttpResponse.json(paths.map((path) => ({ path, error: null, signedURL: `/sign/${path}` })))
    }),
    http.post('*/storage/v1/object/sign/videos/*', () => HttpResponse.json({ signedURL: '/sign/film' })),
    http.post('*/rest/v1/rpc/enqueue_generation', async ({ request }) => {
      asked.push(await request.json())
      // Never answered: what is wished for is shown as queued.
      return new Promise<never>(() => undefined)
    }),
  )
  useAuthStore.getState().sessionHeard({ userId: ADA, email: 'ada@example.com' })
})
afterEach(() => {
  projectServer.resetHandlers()
  act(() => useUiStore.getState().closeModal('newCut'))
})

const tall = { ...DEFAULT_SETTINGS, cut: '30s-9x16', durationSeconds: 30, aspectRatio: '9:16' } as const
const id = (number: number) => `55555555-5555-4555-8555-${String(number).padStart(12, '0')}`
const cutOf = (facts: Partial<Video>) => ({ projectId: lake.id, cut: tall.cut, settings: tall, ...facts })

function Dialogs() {
  const { data, close } = useModal('newCut')
  return data ? <NewCutDialog data={data} close={close} /> : null
}

function open(videos: Video[], mayEdit = true) {
  const client = seededClient()
  client.setQueryData(projectQueries.detail(ADA, lake.id).queryKey, lake)
  client.setQueryData(photoQueries.ofProject(ADA, lake.id).queryKey, [placed(1)])
  client.setQueryData(videoQueries.ofProject(ADA, lake.id).queryKey, videos)
  return renderInApp(
    <EditorScope userId={ADA} projectId={lake.id} mayEdit={mayEdit}>
      <ProjectFilms userId={ADA} project={lake} />
      <Dialogs />
    </EditorScope>,
    { client },
  )
}
const newCut = () => userEvent.click(screen.getByRole('button', { name: 'New cut' }))
const dialog = () => screen.findByRole('dialog', { name: 'New cut' })
const make = () => userEvent.click(screen.getByRole('button', { name: 'Make this cut' }))

test('a cut of another length and shape is asked for, as fine as the film, and is queued beside it', async () => {
  const settings = { ...DEFAULT_SETTINGS, resolution: '720p' } as const
  open([finishedFilm({ projectId: lake.id, settings })])
  await newCut()
  const inside = within(await dialog())
  expect(inside.getByRole('radio', { name: 'Tall 9:16' })).toBeChecked()
  await userEvent.click(inside.getByRole('button', { name: '15 s' }))
  await userEvent.click(inside.getByRole('radio', { name: 'Square 1:1' }))
  await make()
  expect(screen.queryByRole('dialog')).toBeNull()
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked).toMatchObject([
    {
      project: lake.id,
      settings: {
        cut: '15s-1x1',
        durationSeconds: 15,
        aspectRatio: '1:1',
        resolution: '720p',
        format: 'everywhere',
        fps: 30,
      },
    },
  ])
  expect(await screen.findByText('15 s · 1:1')).toBeVisible()
  expect(screen.getByRole('progressbar', { name: 'Generation progress' })).toBeVisible()
})

test('several cuts wait at once, each under its own name, also while the film itself is being made', async () => {
  open([film({ projectId: lake.id })])
  await newCut()
  await make()
  await screen.findByText('30 s · 9:16')
  await newCut()
  await userEvent.click(within(await dialog()).getByRole('radio', { name: 'Small file' }))
  await make()
  await screen.findByText('30 s · 9:16 · Small file')
  expect(screen.getAllByRole('progressbar', { name: 'Generation progress' })).toHaveLength(3)
})

test('the same cut is not asked for while it is being made', async () => {
  open([film(cutOf({ id: id(1) }))])
  await newCut()
  await dialog()
  await make()
  const refusal = await within(screen.getByRole('dialog')).findByRole('alert')
  expect(refusal).toHaveTextContent('already being made')
  expect(asked).toEqual([])
})

test('an odd length cannot be asked for, and the dialog says which can', async () => {
  open([])
  await newCut()
  const length = within(await dialog()).getByRole('spinbutton', { name: 'Duration' })
  await userEvent.clear(length)
  await userEvent.type(length, '3')
  expect(screen.getByText('Choose between 5 seconds and 30 minutes.')).toBeVisible()
  await userEvent.keyboard('{Enter}')
  expect(screen.getByRole('dialog')).toBeVisible()
  expect(asked).toEqual([])
})

test('the history tells cuts apart, and the chosen one plays', async () => {
  open([
    finishedFilm(cutOf({ id: id(1), width: 1080, height: 1920 })),
    finishedFilm({ id: id(2), projectId: lake.id }),
  ])
  const items = within(screen.getByRole('list', { name: 'History' })).getAllByRole('listitem')
  expect(items[0]).toHaveTextContent(/30 s · 9:16.*shown above/)
  expect(items[1]).not.toHaveTextContent(/9:16|shown above/)
  await userEvent.click(within(items[1] ?? document.body).getByRole('button', { name: /^Play the film of/ }))
  expect(items[1]).toHaveTextContent(/shown above/)
  expect(screen.getByRole('button', { name: /^Play the cut 30 s · 9:16 of/ })).toBeVisible()
})

test('the film itself is made again as it is, not as the cut that was made last', async () => {
  const small = { ...tall, cut: '30s-9x16-small', format: 'small', resolution: '4k', fps: 60 } as const
  const main = { resolution: '720p', format: 'everywhere', fps: 24 } as const
  open([
    finishedFilm(cutOf({ id: id(1), cut: small.cut, settings: small })),
    finishedFilm({ id: id(2), projectId: lake.id, settings: main }),
  ])
  await userEvent.click(await screen.findByRole('button', { name: 'Generate video' }))
  await waitFor(() => expect(asked).toHaveLength(1))
  expect(asked).toMatchObject([{ settings: main }])
  expect(JSON.stringify(asked)).not.toContain('cut')
})

test('the queue names the cut', () => {
  const client = seededClient()
  client.setQueryData(projectQueries.detail(ADA, lake.id).queryKey, lake)
  renderInApp(<QueueItem userId={ADA} video={film(cutOf({ status: 'queued' }))} />, { client })
  expect(screen.getByText(/^30 s · 9:16 · Queued · /)).toBeVisible()
})

test('a viewer is not offered a cut', () => {
  open([finishedFilm({ projectId: lake.id })], false)
  expect(screen.queryByRole('button', { name: 'New cut' })).toBeNull()
})
