import { beforeEach, describe, expect, test, vi } from 'vitest'

beforeEach(() => {
  localStorage.clear()
  vi.resetModules()
})
const openStore = async () => (await import('./ui.store')).useUiStore

describe('what a person chose about the interface', () => {
  test('is kept, and what is open at the moment is not', async () => {
    const store = await openStore()
    store.getState().setTheme('dark')
    store.getState().toggleSidebar()
    store.getState().openModal('deleteProject', { projectId: '1', title: 'Lake' })
    expect(JSON.parse(localStorage.getItem('photomemory.ui') ?? '')).toEqual({
      state: { theme: 'dark', sidebarOpen: false },
      version: 1,
    })
  })
  test('is there again after a reload', async () => {
    localStorage.setItem('photomemory.ui', '{"state":{"theme":"light","sidebarOpen":false},"version":1}')
    expect((await openStore()).getState()).toMatchObject({ theme: 'light', sidebarOpen: false })
  })
  test.each([
    '{"state":{"theme":"pink","sidebarOpen":7},"version":1}',
    '{"state":null,"version":1}',
    '{"state"',
  ])('is the default where %s was found', async (found) => {
    localStorage.setItem('photomemory.ui', found)
    expect((await openStore()).getState()).toMatchObject({ theme: 'system', sidebarOpen: true })
  })
})

test('a dialog carries what it needs to know until it is closed', async () => {
  const store = await openStore()
  store.getState().openModal('deleteProject', { projectId: '1', title: 'Lake' })
  expect(store.getState().modals.deleteProject).toEqual({ projectId: '1', title: 'Lake' })
  store.getState().closeModal('deleteProject')
  expect(store.getState().modals).toEqual({})
})
