import type { createBrowserRouter } from 'react-router-dom'
import { array, catch as orElse, number, object, optional, string } from 'zod/mini'
import { useUiStore, type ModalName, type Modals } from '@/stores/ui.store'

type Router = Pick<ReturnType<typeof createBrowserRouter>, 'state' | 'subscribe'>

/** What the router keeps with an entry, and beside it the dialogs that are open there, the topmost last. */
const entrySchema = orElse(
  object({
    key: orElse(string(), 'default'),
    idx: optional(number()),
    modals: orElse(array(string()), []),
  }),
  { key: 'default', modals: [] },
)
const readEntry = () => entrySchema.parse(history.state ?? {})
const addressOf = ({ pathname, search, hash }: { pathname: string; search: string; hash: string }) =>
  pathname + search + hash

/** Longer than any browser takes from one entry to the next within a page, milliseconds. */
export const LONGEST_TRAVEL_MS = 500

/**
 * [Note: dialogs in the history] An open dialog has an entry of its own, with the address and the router's state of the page
 * below it, so that the back button (on phones the gesture) closes it. The router never hears of these entries: it would
 * render the page. Closed in another way, a dialog takes its entry with it. An entry whose dialog is not open any more (after a
 * reload, under a page that a dialog led to, or reached with the forward button) is stepped over, the way one was going.
 *
 * Travelling takes the browser a moment. A page pushed in that moment ends it in some browsers; in Chromium the page would be
 * lost [ran], and is put back on arrival.
 *
 * @param makeRouter is called after this listens to the history: listeners of one window are called in the order in which they
 * came, whatever they say of capturing [ran in Chromium 156]
 */
export function keepModalsInHistory<R extends Router>(makeRouter: () => R): { router: R; stop: () => void } {
  window.addEventListener('popstate', onPop)
  const router = makeRouter()
  /** The token of this opening of each open dialog, in the order of opening. */
  const open = new Map<ModalName, string>()
  /** Entries of closed dialogs with a page above them. */
  const passedOver = new Set<string>()
  let here = readEntry()
  let shown = router.state.location
  let isTravelling = false
  let overtaken: (() => void) | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let patience: ReturnType<typeof setTimeout> | undefined

  const isOpen = (wanted: string) => [...open.values()].includes(wanted)
  const travel = (steps: 1 | -1) => {
    isTravelling = true
    history.go(steps)
  }
  const mark = (how: 'pushState' | 'replaceState', modals: string[]) => {
    history[how]({ ...Object(history.state), modals }, '')
    here = readEntry()
  }
  /** A page that is on its way comes first: its entry may take the dialog's place. */
  const settleSoon = () => {
    clearTimeout(timer)
    timer = setTimeout(settle, 0)
  }

  function settle() {
    if (isTravelling || router.state.navigation.state !== 'idle') return
    here = readEntry()
    const top = here.modals.at(-1)
    const isDead = top !== undefined && !isOpen(top)
    const [next, ...later] = [...open.values()].filter((token) => !here.modals.includes(token))
    if (next === undefined) return isDead ? travel(-1) : undefined
    // One dialog in place of another has its entry too.
    if (isDead) mark('replaceState', [...here.modals.slice(0, -1), next])
    else mark('pushState', [...here.modals, next])
    for (const token of later) mark('pushState', [...here.modals, token])
  }

  function onModals(modals: Partial<Modals>) {
    for (const name of open.keys()) if (!(name in modals)) open.delete(name)
    // Keys of an object literal come back as strings; the map has no others.
    for (const name of Object.keys(modals) as ModalName[])
      if (!open.has(name)) open.set(name, crypto.randomUUID())
    settleSoon()
  }

  function onPop(event: PopStateEvent) {
    const was = here
    here = readEntry()
    isTravelling = false
    clearTimeout(patience)
    if (overtaken) {
      event.stopImmediatePropagation()
      overtaken()
      overtaken = null
      here = readEntry()
      return settleSoon()
    }
    const top = here.modals.at(-1)
    if (top !== undefined && !isOpen(top)) {
      event.stopImmediatePropagation()
      const isForward =
        here.idx === was.idx ? here.modals.length > was.modals.length : (here.idx ?? 0) > (was.idx ?? 0)
      return travel(isForward && passedOver.has(top) ? 1 : -1)
    }
    const { closeModal } = useUiStore.getState()
    for (const [name, token] of open)
      if (was.modals.includes(token) && !here.modals.includes(token)) closeModal(name)
    const isDialogsOnly = was.modals.length > 0 || here.modals.length > 0
    const isShown = here.key === shown.key && addressOf(location) === addressOf(shown)
    if (isDialogsOnly && isShown) event.stopImmediatePropagation()
  }

  function onRouter({ location: next, historyAction }: Router['state']) {
    if (next === shown) return settleSoon()
    const isSamePath = next.pathname === shown.pathname
    shown = next
    const entry: unknown = history.state
    const address = addressOf(next)
    if (isTravelling) {
      const put = historyAction === 'PUSH' ? 'pushState' : 'replaceState'
      overtaken = () => history[put](entry, '', address)
      patience = setTimeout(() => {
        overtaken = null
        isTravelling = false
        settleSoon()
      }, LONGEST_TRAVEL_MS)
    }
    if (historyAction === 'REPLACE' && isSamePath) {
      // Another search or filter of the same page: its dialogs stay, and so does what the entry says of them.
      if (!isTravelling) mark('replaceState', here.modals)
    } else {
      if (historyAction === 'PUSH') for (const token of here.modals) passedOver.add(token)
      const { modals, closeModal } = useUiStore.getState()
      for (const name of Object.keys(modals) as ModalName[]) closeModal(name)
    }
    here = readEntry()
    settleSoon()
  }

  const stopRouter = router.subscribe(onRouter)
  const stopStore = useUiStore.subscribe((state, before) => {
    if (state.modals !== before.modals) onModals(state.modals)
  })
  onModals(useUiStore.getState().modals)
  const stop = () => {
    clearTimeout(timer)
    clearTimeout(patience)
    window.removeEventListener('popstate', onPop)
    stopRouter()
    stopStore()
  }
  return { router, stop }
}
