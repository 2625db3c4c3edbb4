import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { createElement as h, StrictMode, type PropsWithChildren } from 'react'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { positionAt } from '@/domain/position'
import { stubReactPage } from './generation/reactPage'
import { draftWith, prepareInNode, startWorld, type World } from './generation/world'

/** The editor of a project in React, as strict as in development, upon the real database. */
let world: World
let ui: typeof import('@testing-library/react')
let scope: typeof import('@/hooks/editor/useProjectEditor')
let captionKey: typeof import('@/hooks/editor/textSaver').captionKey
let projects: typeof import('@/hooks/queries/projects')
let photos: typeof import('@/hooks/queries/photos')
let conflicts: typeof import('@/hooks/queries/projectConflict')
let submitDraft: typeof import('@/generation/submitDraft').submitDraft
beforeAll(async () => {
  world = await startWorld()
  stubReactPage({ acts: false })
  ui = await import('@testing-library/react')
  scope = await import('@/hooks/editor/useProjectEditor')
  ;({ captionKey } = await import('@/hooks/editor/textSaver'))
  projects = await import('@/hooks/queries/projects')
  photos = await import('@/hooks/queries/photos')
  conflicts = await import('@/hooks/queries/projectConflict')
  ;({ submitDraft } = await import('@/generation/submitDraft'))
})
afterAll(() => world.close())

let userId: string
let projectId: string
let clients: QueryClient[]
beforeEach(async () => {
  world.line.heal()
  await world.server.reset()
  userId = await world.newPerson()
  clients = []
  const { draft, readFile } = draftWith(3)
  const options = {
    signal: new AbortController().signal,
    onProgress: () => undefined,
    prepare: prepareInNode,
  }
  projectId = (await submitDraft(draft, readFile, options)).video.projectId
})
afterEach(async () => {
  ui.cleanup()
  // What React has left to do it does while there is still a page.
  await new Promise(setImmediate)
  await new Promise(setImmediate)
  clients.forEach((client) => client.clear())
})

/** A page of its own on the project: what is on screen, and the editor. */
async function openPage() {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false, staleTime: Infinity }, mutations: { retry: false } },
  })
  clients.push(client)
  const wrapper = ({ children }: PropsWithChildren) =>
    h(
      StrictMode,
      null,
      h(
        QueryClientProvider,
        { client },
        h(scope.EditorScope, { userId, projectId, mayEdit: true, children }),
      ),
    )
  const { result, unmount } = ui.renderHook(
    () => {
      const project = useQuery(projects.projectQueries.detail(userId, projectId)).data
      const list = useQuery(photos.photoQueries.ofProject(userId, projectId)).data
      return { project, photos: list, editor: scope.useProjectEditor() }
    },
    { wrapper },
  )
  await ui.waitFor(() => expect(result.current.photos).toHaveLength(3), { timeout: 15_000 })
  await ui.waitFor(() => expect(result.current.project).toBeDefined(), { timeout: 15_000 })
  const { editor } = result.current
  return {
    client,
    editor,
    unmount,
    seen: () => result.current,
    photo: (at: number) => result.current.photos?.[at] ?? noPhoto(),
    isSaved: () =>
      ui.waitFor(() => expect(scope.saveStatus(editor.store.getState())).toBe('saved'), { timeout: 15_000 }),
  }
}
function noPhoto(): never {
  throw new Error('There is no such photo')
}

async function stored() {
  const [project] = await world.server.sql<{ title: string; description: string; style: string }>(
    `select title, description, style from video_projects where id = '${projectId}'`,
  )
  const rows = await world.server.sql<{ caption: string }>(
    `select caption from photos where project_id = '${projectId}' order by position collate "C", id`,
  )
  return { ...project, captions: rows.map(({ caption }) => caption) }
}

test('what is typed is in the database when the page says so, and undo takes it back there too', async () => {
  const page = await openPage()
  page.editor.texts.put('title', 'Sea', 'A test film')
  page.editor.texts.put('style', 'vintage', 'classic')
  page.editor.texts.put(captionKey(page.photo(1).id), 'Dusk', 'Caption 2')
  await page.isSaved()
  expect(await stored()).toMatchObject({
    title: 'Sea',
    style: 'vintage',
    captions: ['Caption 1', 'Dusk', 'Caption 3'],
  })
  page.editor.steps.undo()
  page.editor.steps.undo()
  await page.isSaved()
  expect(await stored()).toMatchObject({
    title: 'A test film',
    style: 'classic',
    captions: ['Caption 1', 'Caption 2', 'Caption 3'],
  })
  page.editor.steps.redo()
  await page.isSaved()
  const { title, captions } = await stored()
  expect([title === 'Sea', captions[1] === 'Dusk'].filter(Boolean)).toHaveLength(1)
})

test('whoever leaves the page while typing has it saved', async () => {
  const page = await openPage()
  page.editor.texts.put('title', 'Left in a hurry', 'A test film')
  page.unmount()
  await ui.waitFor(async () => expect(await stored()).toMatchObject({ title: 'Left in a hurry' }), {
    timeout: 15_000,
  })
})

test('photos are moved, removed and brought back, each with its caption to its place', async () => {
  const page = await openPage()
  const [first, , third] = [page.photo(0), page.photo(1), page.photo(2)]
  page.editor.photos.move(third, positionAt(page.seen().photos ?? [], third.id, 0))
  await page.isSaved()
  expect((await stored()).captions).toEqual(['Caption 3', 'Caption 1', 'Caption 2'])

  page.editor.photos.remove(first)
  expect((await stored()).captions).toHaveLength(3)
  await page.editor.flush()
  expect((await stored()).captions).toEqual(['Caption 3', 'Caption 2'])

  page.editor.steps.undo()
  await page.isSaved()
  expect((await stored()).captions).toEqual(['Caption 3', 'Caption 1', 'Caption 2'])
  page.editor.steps.undo()
  await page.isSaved()
  expect((await stored()).captions).toEqual(['Caption 1', 'Caption 2', 'Caption 3'])
})

test('two pages side by side: different fields of one project are both kept', async () => {
  const [left, right] = [await openPage(), await openPage()]
  expect(left.editor.store).not.toBe(right.editor.store)
  left.editor.texts.put('title', 'From the left', 'A test film')
  await left.editor.flush()
  right.editor.texts.put('description', 'From the right', '')
  await right.editor.flush()
  expect(await stored()).toMatchObject({ title: 'From the left', description: 'From the right' })
  await right.isSaved()
  await ui.waitFor(() =>
    expect(right.seen().project).toMatchObject({ title: 'From the left', description: 'From the right' }),
  )
  expect(left.editor.store.getState().history.past).toHaveLength(1)
  expect(right.editor.store.getState().history.past).toHaveLength(1)
})

test('the same field changed unseen by both: theirs is shown, mine waits for the choice, nothing is overwritten', async () => {
  const [left, right] = [await openPage(), await openPage()]
  left.editor.texts.put('title', 'From the left', 'A test film')
  await left.editor.flush()
  right.editor.texts.put('title', 'From the right', 'A test film')
  await right.editor.flush()
  expect(await stored()).toMatchObject({ title: 'From the left' })
  await right.isSaved()
  await ui.waitFor(() => expect(right.seen().project?.title).toBe('From the left'))
  const { queryKey } = conflicts.projectConflictQuery(userId, projectId)
  expect(right.client.getQueryData(queryKey)).toEqual({ title: 'From the right' })
})

test('a save that is cut off stays on screen as not saved, and arrives with the next try', async () => {
  const page = await openPage()
  world.line.goOffline()
  page.editor.texts.put('title', 'Sea', 'A test film')
  await page.editor.flush()
  const { store } = page.editor
  expect(scope.saveStatus(store.getState())).toBe('failed')
  expect(store.getState().unsaved.get('title')?.raw).toBe('Sea')
  await ui.waitFor(() => expect(page.seen().project?.title).toBe('A test film'))
  world.line.heal()
  await page.editor.flush()
  await page.isSaved()
  expect(await stored()).toMatchObject({ title: 'Sea' })
})
