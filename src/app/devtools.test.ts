import { afterEach, expect, test, vi } from 'vitest'
import { useUiStore } from '@/stores/ui.store'
import { showStoresInDevtools } from './devtools'

afterEach(() => {
  delete window.__REDUX_DEVTOOLS_EXTENSION__
})

test('every store is shown in the devtools by its name, and what each change changed', () => {
  const init = vi.fn<(state: unknown) => void>()
  const send = vi.fn<(action: { type: string }, state: unknown) => void>()
  const connect = vi.fn<(options: { name: string }) => { init: typeof init; send: typeof send }>(() => ({
    init,
    send,
  }))
  window.__REDUX_DEVTOOLS_EXTENSION__ = { connect }
  const stop = showStoresInDevtools()
  expect(connect.mock.calls.map(([{ name }]) => name)).toEqual(['auth', 'messages', 'ui', 'video'])
  expect(init).toHaveBeenCalledTimes(4)
  useUiStore.getState().setTheme('dark')
  expect(send).toHaveBeenLastCalledWith({ type: 'theme' }, expect.objectContaining({ theme: 'dark' }))
  stop()
  useUiStore.getState().setTheme('system')
  expect(send).toHaveBeenCalledOnce()
})

test('without devtools nothing is done', () => {
  expect(showStoresInDevtools()).not.toThrow()
})
