import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { projectServer } from '@/components/editor/openEditor.fixture'
import { finishedFilm } from '@/components/generation/video.fixture'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { DEFAULT_MUSIC } from '@/domain/music'
import { lake, placed } from '@/hooks/editor/editorDesk.fixture'
import { EditorScope, useProjectEditor } from '@/hooks/editor/useProjectEditor'
import { photoQueries } from '@/hooks/queries/photos'
import { projectQueries } from '@/hooks/queries/projects'
import { videoQueries } from '@/hooks/queries/videos'
import { t } from '@/lib/i18n'
import { presentMessages } from '@/lib/notify'
import { ProjectFilms } from './ProjectFilms'

beforeAll(() => projectServer.listen())
afterAll(() => projectServer.close())
afterEach(() => projectServer.resetHandlers())

function TitleBeingTyped() {
  const { texts } = useProjectEditor()
  return <input aria-label="Beside" onChange={({ target }) => texts.put('title', target.value, lake.title)} />
}

function open(mayEdit = true) {
  const client = seededClient()
  client.setQueryData(projectQueries.detail(ADA, lake.id).queryKey, lake)
  client.setQueryData(photoQueries.ofProject(ADA, lake.id).queryKey, [placed(1)])
  const films = (videos: ReturnType<typeof finishedFilm>[]) =>
    act(async () => {
      client.setQueryData(videoQueries.ofProject(ADA, lake.id).queryKey, videos)
    })
  renderInApp(
    <EditorScope userId={ADA} projectId={lake.id} mayEdit={mayEdit}>
      <ProjectFilms userId={ADA} project={lake}>
        <TitleBeingTyped />
      </ProjectFilms>
    </EditorScope>,
    { client },
  )
  return { films }
}

test('what stands between the films is the same before and after they have arrived', async () => {
  const { films } = open()
  const beside = screen.getByRole('textbox', { name: 'Beside' })
  act(() => beside.focus())
  await screen.findByRole('alert')
  await films([])
  await screen.findByRole('button', { name: 'Generate video' })
  expect(beside).toHaveFocus()
  await films([finishedFilm({ projectId: lake.id })])
  await screen.findByRole('list', { name: 'History' })
  expect(beside).toHaveFocus()
})

test('F26: photos that could not be read are named under the film that lacks them', async () => {
  const { films } = open()
  const left = placed(1)
  await films([finishedFilm({ projectId: lake.id, skippedPhotoIds: [left.id] })])
  const name = left.media.originalFilename
  expect(await screen.findByText(`A photo could not be read and is not in this film: ${name}.`)).toBeVisible()
  const gone = '99999999-9999-4999-8999-999999999999'
  await films([finishedFilm({ projectId: lake.id, skippedPhotoIds: [left.id, gone], rev: 10 })])
  expect(await screen.findByText(/^2 photos could not be read/)).toHaveTextContent(
    `${name} and a photo that has been removed since`,
  )
})

test('a film is asked for when what was just typed is saved, and not before', async () => {
  const user = userEvent.setup()
  let save: () => void = () => undefined
  const mayBeSaved = new Promise<void>((resolve) => {
    save = resolve
  })
  const done: string[] = []
  projectServer.use(
    http.patch('*/rest/v1/video_projects', async ({ request }) => {
      await mayBeSaved
      done.push('saved')
      return HttpResponse.json([{ ...row, ...wishSchema.parse(await request.json()) }])
    }),
    http.post('*/rest/v1/rpc/enqueue_generation', () => {
      done.push('asked for')
      return HttpResponse.json({ message: 'no_photos' }, { status: 409 })
    }),
  )
  const { films } = open()
  await films([])
  await user.type(screen.getByRole('textbox', { name: 'Beside' }), 'Sea')
  const generate = await screen.findByRole('button', { name: 'Generate video' })
  await user.click(generate)
  expect(generate).toHaveAttribute('aria-disabled', 'true')
  save()
  await waitFor(() => expect(done).toContain('asked for'))
  expect(done.indexOf('asked for')).toBe(done.length - 1)
})

test('no film is asked for while a change could not be saved', async () => {
  const user = userEvent.setup()
  const told: string[] = []
  let wasAsked = false
  projectServer.use(
    http.post('*/rest/v1/rpc/enqueue_generation', () => {
      wasAsked = true
      return HttpResponse.json({ message: 'no_photos' }, { status: 409 })
    }),
  )
  const stop = presentMessages((message) => void ('text' in message && told.push(message.text)))
  const { films } = open()
  await films([])
  await user.type(screen.getByRole('textbox', { name: 'Beside' }), ' ')
  await user.click(await screen.findByRole('button', { name: 'Generate video' }))
  await waitFor(() => expect(told.at(-1)).toBe(t('editor.saveFirst')))
  expect(wasAsked).toBe(false)
  stop()
})

test('a viewer is not offered to make a film', async () => {
  const { films } = open(false)
  await films([])
  expect(await screen.findByText('Nobody has made a film of these photos yet.')).toBeVisible()
  expect(screen.queryByRole('button')).toBeNull()
})

const wishSchema = z.record(z.string(), z.unknown())
const row = {
  id: lake.id,
  user_id: ADA,
  title: lake.title,
  description: '',
  style: 'classic',
  duration_seconds: 30,
  aspect_ratio: '16:9',
  music: DEFAULT_MUSIC,
  status: 'draft',
  rev: 2,
  created_at: lake.createdAt,
  updated_at: lake.updatedAt,
}
