import { beforeEach, describe, expect, test, vi } from 'vitest'

const KEY = 'photomemory.ui'
const LAKE = { projectId: '1', title: 'Lake' }
beforeEach(() => {
  localStorage.clear()
  vi.resetModules()
})
const openStore = async () => (await import('./ui.store')).useUiStore

describe('what a person chose about the interface', () => {
  test('is kept, and what is open at the moment is not', async () => {
    const store = await openStore()
    store.getState().setTheme('dark')
    store.getState().setLanguage('de', true)
    store.getState().toggleSidebar('laptop')
    store.getState().toggleSidebar('phone')
    store.getState().openModal('deleteProject', LAKE)
    expect(JSON.parse(localStorage.getItem(KEY) ?? '')).toEqual({
      state: { theme: 'dark', language: 'de', sidebar: { tablet: false, laptop: false } },
      version: 2,
    })
  })
  test('is there again after a reload', async () => {
    localStorage.setItem(
      KEY,
      '{"state":{"theme":"light","sidebar":{"tablet":true,"laptop":false}},"version":2}',
    )
    expect((await openStore()).getState()).toMatchObject({
      theme: 'light',
      sidebar: { tablet: true, laptop: false },
    })
  })
  test('of the first version is taken over', async () => {
    localStorage.setItem(KEY, '{"state":{"theme":"light","sidebarOpen":false},"version":1}')
    expect((await openStore()).getState()).toMatchObject({
      theme: 'light',
      sidebar: { tablet: false, laptop: false },
    })
  })
  test.each([
    '{"state":{"theme":"pink","sidebar":{"tablet":7,"laptop":"no"}},"version":2}',
    '{"state":{"theme":"pink","sidebar":true},"version":2}',
    '{"state":null,"version":1}',
    '{"state":{"theme":[]},"version":99}',
    '{"state"',
  ])('is the default where %s was found', async (found) => {
    localStorage.setItem(KEY, found)
    expect((await openStore()).getState()).toMatchObject({
      theme: 'system',
      sidebar: { tablet: false, laptop: true },
    })
  })
  test('in another tab holds in this one too', async () => {
    const { useUiStore, followOtherTabs } = await import('./ui.store')
    const stop = followOtherTabs()
    const newValue = '{"state":{"theme":"dark","sidebar":{"tablet":false,"laptop":false}},"version":2}'
    localStorage.setItem(KEY, newValue)
    dispatchEvent(new StorageEvent('storage', { key: KEY, newValue, storageArea: localStorage }))
    expect(useUiStore.getState()).toMatchObject({ theme: 'dark', sidebar: { laptop: false } })
    stop()
    localStorage.setItem(KEY, '{"state":{"theme":"light"},"version":2}')
    dispatchEvent(new StorageEvent('storage', { key: KEY, storageArea: localStorage }))
    expect(useUiStore.getState().theme).toBe('dark')
  })
})

describe('the sidebar', () => {
  test('is remembered for tablets and laptops each by itself', async () => {
    const store = await openStore()
    store.getState().setSidebarOpen('tablet', true)
    expect(store.getState().sidebar).toEqual({ tablet: true, laptop: true })
    store.getState().setSidebarOpen('laptop', false)
    store.getState().setSidebarOpen('laptop', false)
    expect(store.getState().sidebar).toEqual({ tablet: true, laptop: false })
  })
  test('of a phone is closed at first, and a dialog while it is open', async () => {
    const store = await openStore()
    expect(store.getState().modals).toEqual({})
    store.getState().toggleSidebar('phone')
    expect(store.getState().modals).toEqual({ navigation: {} })
    store.getState().toggleSidebar('phone')
    expect(store.getState().modals).toEqual({})
  })
})

test('a dialog carries what it needs to know until it is closed, and leaves nothing behind', async () => {
  const store = await openStore()
  store.getState().openModal('deleteProject', LAKE)
  expect(store.getState().modals.deleteProject).toEqual(LAKE)
  store.getState().closeModal('deleteProject')
  expect(store.getState().modals).toEqual({})
})
test('closing what is not open wakes nobody', async () => {
  const store = await openStore()
  const heard = vi.fn<() => void>()
  store.subscribe(heard)
  store.getState().closeModal('deleteProject')
  expect(heard).not.toHaveBeenCalled()
})
