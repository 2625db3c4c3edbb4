import { createBrowserRouter } from 'react-router-dom'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { useUiStore } from '@/stores/ui.store'
import { keepModalsInHistory, LONGEST_TRAVEL_MS } from './modalHistory'

const GRANDMA = { projectId: '1', title: 'Grandma 80th' }
const { openModal, closeModal } = useUiStore.getState()
const openNames = () => Object.keys(useUiStore.getState().modals)

let router: ReturnType<typeof createBrowserRouter>
let stop: () => void
/** How often the router heard of anything: each time it would render the page. */
let heard: number

function start() {
  ;({ router, stop } = keepModalsInHistory(() => createBrowserRouter([{ path: '*', element: null }])))
  heard = 0
  router.subscribe(() => heard++)
}
function quit() {
  stop()
  router.dispose()
}
beforeEach(async () => {
  useUiStore.setState({ modals: {} })
  start()
  await router.navigate('/projects')
  await router.navigate('/projects/1')
})
afterEach(quit)

/** Until nothing is under way in the history: travelling takes it several turns. */
async function settled() {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0))
}
async function go(steps: number) {
  history.go(steps)
  await settled()
}
async function opened() {
  openModal('deleteProject', GRANDMA)
  await settled()
}
const at = () => [location.pathname, router.state.location.pathname]

test('back closes a dialog and stays on the page, which is not rendered for it', async () => {
  heard = 0
  await opened()
  await go(-1)
  expect(openNames()).toEqual([])
  expect(at()).toEqual(['/projects/1', '/projects/1'])
  expect(heard).toBe(0)
  await go(-1)
  expect(at()).toEqual(['/projects', '/projects'])
})

test('a dialog closed in another way takes its entry along: back leads to the page before', async () => {
  await opened()
  closeModal('deleteProject')
  await settled()
  expect(at()).toEqual(['/projects/1', '/projects/1'])
  await go(-1)
  expect(at()).toEqual(['/projects', '/projects'])
})

test('back closes the topmost of two dialogs, then the other', async () => {
  await opened()
  openModal('shareProject', GRANDMA)
  await settled()
  await go(-1)
  expect(openNames()).toEqual(['deleteProject'])
  await go(-1)
  expect(openNames()).toEqual([])
  expect(location.pathname).toBe('/projects/1')
})

test('one dialog in place of another has one entry', async () => {
  await opened()
  closeModal('deleteProject')
  openModal('shareProject', GRANDMA)
  await settled()
  expect(openNames()).toEqual(['shareProject'])
  closeModal('shareProject')
  await settled()
  await go(-1)
  expect(at()).toEqual(['/projects', '/projects'])
})

test('a dialog that leads to another page is closed there, and back steps over what it left behind', async () => {
  await opened()
  await router.navigate('/media')
  await settled()
  expect(openNames()).toEqual([])
  await go(-1)
  expect(at()).toEqual(['/projects/1', '/projects/1'])
  expect(openNames()).toEqual([])
  await go(1)
  expect(at()).toEqual(['/media', '/media'])
  await go(-1)
  await go(-1)
  expect(at()).toEqual(['/projects', '/projects'])
})

test('closing a dialog and going to another page at once ends on that page', async () => {
  await opened()
  closeModal('deleteProject')
  await router.navigate('/media')
  await settled()
  expect(at()).toEqual(['/media', '/media'])
  await go(-1)
  expect(at()).toEqual(['/projects/1', '/projects/1'])
})

// Here the push ends the travelling; what Chromium does instead is in tests/e2e/shell.spec.ts.
test('a page pushed while the browser is travelling stays, and back works after it', async () => {
  await opened()
  const travel = vi.spyOn(history, 'go')
  closeModal('deleteProject')
  while (travel.mock.calls.length === 0) await new Promise((resolve) => setTimeout(resolve, 0))
  await router.navigate('/media')
  await new Promise((resolve) => setTimeout(resolve, LONGEST_TRAVEL_MS))
  expect(at()).toEqual(['/media', '/media'])
  await go(-1)
  expect(at()).toEqual(['/projects/1', '/projects/1'])
})

test('the page before closes the dialog of the page that was left', async () => {
  await opened()
  await go(-2)
  expect(openNames()).toEqual([])
  expect(at()).toEqual(['/projects', '/projects'])
})

test('forward does not stay on the entry of a dialog that was closed', async () => {
  await opened()
  await go(-1)
  await go(1)
  expect(openNames()).toEqual([])
  await go(-1)
  expect(at()).toEqual(['/projects', '/projects'])
})

test('a reload with an open dialog leaves no dead entry', async () => {
  await opened()
  quit()
  useUiStore.setState({ modals: {} })
  start()
  await settled()
  expect(at()).toEqual(['/projects/1', '/projects/1'])
  await go(-1)
  expect(at()).toEqual(['/projects', '/projects'])
})

test('another filter of the same page leaves its dialog open, and back still closes it', async () => {
  await opened()
  await router.navigate('/projects/1?q=lake', { replace: true })
  await settled()
  expect(openNames()).toEqual(['deleteProject'])
  await go(-1)
  expect(openNames()).toEqual([])
  expect(location.pathname).toBe('/projects/1')
  await go(-1)
  expect(at()).toEqual(['/projects', '/projects'])
})

test('what history holds of somebody else is no dialog', async () => {
  history.pushState({ modals: 'broken', idx: 'x' }, '')
  await opened()
  await go(-1)
  expect(openNames()).toEqual([])
})
