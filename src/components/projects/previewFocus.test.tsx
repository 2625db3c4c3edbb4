import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { projectServer } from '@/components/editor/openEditor.fixture'
import { ADA, renderInApp, seededClient } from '@/components/ui/renderInApp.fixture'
import { lake, placed } from '@/hooks/editor/editorDesk.fixture'
import { EditorScope } from '@/hooks/editor/useProjectEditor'
import { photoQueries } from '@/hooks/queries/photos'
import { videoQueries } from '@/hooks/queries/videos'
import { ProjectFilms } from './ProjectFilms'

/** jsdom has no workers: this one never has a picture. */
class SilentWorker extends EventTarget {
  postMessage(): void {}
  terminate(): void {}
}

beforeAll(() => {
  projectServer.listen()
  vi.stubGlobal('Worker', SilentWorker)
  Object.defineProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen', {
    value: () => ({}),
    configurable: true,
  })
})
afterEach(() => projectServer.resetHandlers())
afterAll(() => {
  Reflect.deleteProperty(HTMLCanvasElement.prototype, 'transferControlToOffscreen')
  vi.unstubAllGlobals()
  projectServer.close()
})

test('the focus goes to the preview’s picture when it opens, and back to its button when it closes', async () => {
  const client = seededClient()
  client.setQueryData(photoQueries.ofProject(ADA, lake.id).queryKey, [placed(1)])
  client.setQueryData(videoQueries.ofProject(ADA, lake.id).queryKey, [])
  renderInApp(
    <EditorScope userId={ADA} projectId={lake.id} mayEdit>
      <ProjectFilms userId={ADA} project={lake} />
    </EditorScope>,
    { client },
  )
  await userEvent.click(screen.getByRole('button', { name: 'Preview' }))
  const close = await screen.findByRole('button', { name: 'Close preview' }, { timeout: 20_000 })
  await waitFor(() => expect(screen.getByRole('button', { name: `Preview of ${lake.title}` })).toHaveFocus())
  await userEvent.click(close)
  expect(screen.getByRole('button', { name: 'Preview' })).toHaveFocus()
})
