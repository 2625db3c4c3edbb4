import { afterEach, expect, test, vi } from 'vitest'
import { create } from 'zustand'
import { showInDevtools } from './devtools'

type Message = { type: string; payload: { type: string }; state: string }

/** The browser extension, as far as a store speaks with it. */
function openExtension() {
  const names: string[] = []
  const seen: unknown[] = []
  let tell: (message: Message) => void = () => undefined
  const connection = {
    init: (state: unknown) => seen.push(state),
    send: (_action: unknown, state: unknown) => seen.push(state),
    subscribe: (listener: (message: Message) => void) => {
      tell = listener
    },
  }
  const connect = ({ name }: { name: string }) => {
    names.push(name)
    return connection
  }
  vi.stubGlobal('__REDUX_DEVTOOLS_EXTENSION__', { connect })
  return {
    names,
    seen,
    travelTo: (state: unknown) =>
      tell({ type: 'DISPATCH', payload: { type: 'JUMP_TO_STATE' }, state: JSON.stringify(state) }),
  }
}
afterEach(() => vi.unstubAllGlobals())

test('a store shows itself by its name to the developer tools', () => {
  const { names, seen } = openExtension()
  const useStore = create<{ count: number }>()(() => ({ count: 0 }))
  showInDevtools('counter', useStore)
  useStore.setState({ count: 1 })
  expect(names).toEqual(['PhotoMemory counter'])
  expect(seen).toEqual([{ count: 0 }, { count: 1 }])
})

test('travelling back in the developer tools is travelling back on the screen', () => {
  const { travelTo } = openExtension()
  const useStore = create<{ count: number }>()(() => ({ count: 0 }))
  showInDevtools('counter', useStore)
  useStore.setState({ count: 1 })
  travelTo({ count: 0 })
  expect(useStore.getState()).toEqual({ count: 0 })
})

test('where there are no developer tools nothing happens', () => {
  const useStore = create<{ count: number }>()(() => ({ count: 0 }))
  showInDevtools('counter', useStore)
  useStore.setState({ count: 1 })
  expect(useStore.getState()).toEqual({ count: 1 })
})
