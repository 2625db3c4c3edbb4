import { devtools } from 'zustand/middleware'
import { createStore, type StoreApi } from 'zustand/vanilla'

/**
 * Show a store under `name` in the Redux DevTools of the browser: every change, and travelling back to it.
 *
 * [Note: a mirror for the developer tools] A mirror of the store speaks with them, so that the store itself is the same
 * in development and for people, where nothing of this is in the build.
 */
export function showInDevtools<State>(name: string, store: StoreApi<State>): void {
  if (!import.meta.env.DEV) return
  const mirror = createStore<State>()(devtools(() => store.getState(), { name: `PhotoMemory ${name}` }))
  store.subscribe((state) => {
    if (state !== mirror.getState()) mirror.setState(state, true)
  })
  mirror.subscribe((state) => {
    if (state !== store.getState()) store.setState(state, true)
  })
}
