import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { act } from '@testing-library/react'
import { Profiler, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { createMemoryRouter, RouterProvider } from 'react-router-dom'
import { AppShell } from './AppShell'

/** As much of React's tree as is needed to see who has rendered. */
type Fiber = {
  alternate: Fiber | null
  child: Fiber | null
  sibling: Fiber | null
  flags: number
  type: unknown
}
const PERFORMED_WORK = 1

/** In how many commits which components rendered how often, by name: in the page (`main`), and around it. */
export type Renders = { commits: number; page: Counts; around: Counts }
type Counts = Record<string, number>

/**
 * The signed-in app with one page in it, watched: the components as they are, nothing put between them.
 *
 * [Note: counted by React] In every commit React marks each component whose function it has called. The marks are read from
 * its tree when the commit is done: a part that was skipped keeps its old subtree, and is not looked into.
 */
export function openWatched(
  client: QueryClient,
  address: string,
  page: { path: string; element: ReactNode },
) {
  let renders: Renders = { commits: 0, page: {}, around: {} }
  const container = document.body.appendChild(document.createElement('div'))
  const root = createRoot(container)
  const countCommit = () => {
    renders.commits++
    count(currentTree(container), renders, renders.around)
  }
  const router = createMemoryRouter([{ element: <AppShell />, children: [page] }], {
    initialEntries: [address],
  })
  act(() =>
    root.render(
      <QueryClientProvider client={client}>
        <Profiler id="app" onRender={countCommit}>
          <RouterProvider router={router} />
        </Profiler>
      </QueryClientProvider>,
    ),
  )
  return {
    /** What rendered since this was last asked. */
    take: (): Renders => {
      const taken = renders
      renders = { commits: 0, page: {}, around: {} }
      return taken
    },
    close: () => {
      act(() => root.unmount())
      container.remove()
    },
  }
}

function count(fiber: Fiber, renders: Renders, into: Counts): void {
  const before = fiber.alternate
  const name = nameOf(fiber.type)
  if (name !== null && (before === null || (fiber.flags & PERFORMED_WORK) !== 0))
    into[name] = (into[name] ?? 0) + 1
  if (before !== null && before.child === fiber.child) return
  const inside = fiber.type === 'main' ? renders.page : into
  for (let child = fiber.child; child; child = child.sibling) count(child, renders, inside)
}

/** The container knows the root of one of React's two trees; what is on screen is what the root calls current. */
function currentTree(container: HTMLElement): Fiber {
  const key = Object.keys(container).find((name) => name.startsWith('__reactContainer$'))
  if (key === undefined) throw new Error('React keeps its tree elsewhere by now')
  const { stateNode }: { stateNode: { current: Fiber } } = Reflect.get(container, key)
  return stateNode.current
}

/** The name of a component; null for elements, texts, icons and what is React's own. */
function nameOf(type: unknown): string | null {
  if (typeof type === 'function') return type.name
  if (typeof type !== 'object' || type === null) return null
  const { type: inMemo, render: inRef }: { type?: unknown; render?: unknown } = type
  const inner = inMemo ?? inRef
  return typeof inner === 'function' && inner.name !== '' ? inner.name : null
}
