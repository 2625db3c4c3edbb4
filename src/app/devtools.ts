import { useAuthStore } from '@/stores/auth.store'
import { useMessagesStore } from '@/stores/messages.store'
import { useUiStore } from '@/stores/ui.store'
import { useVideoStore } from '@/stores/video.store'

type Connection = {
  init: (state: unknown) => void
  send: (action: { type: string }, state: unknown) => void
}
declare global {
  interface Window {
    /** Of the browser extension "Redux DevTools", where it is installed. */
    __REDUX_DEVTOOLS_EXTENSION__?: { connect: (options: { name: string }) => Connection }
  }
}

const stores = { auth: useAuthStore, messages: useMessagesStore, ui: useUiStore, video: useVideoStore }

/**
 * Show the stores in Redux DevTools, each under its name, every change with the fields it changed. For looking only: what
 * the stores are is decided by their actions. src/main.tsx loads this while developing, so that nothing of it is in the product.
 * @returns stop
 */
export function showStoresInDevtools(): () => void {
  const extension = window.__REDUX_DEVTOOLS_EXTENSION__
  if (!extension) return () => undefined
  const stops = Object.entries(stores).map(([name, store]) => {
    const connection = extension.connect({ name })
    connection.init(store.getState())
    return store.subscribe((state: object, before: object) => {
      const old = new Map(Object.entries(before))
      const changed = Object.entries(state).filter(([field, value]) => old.get(field) !== value)
      connection.send({ type: changed.map(([field]) => field).join(', ') }, state)
    })
  })
  return () => stops.forEach((stop) => stop())
}
