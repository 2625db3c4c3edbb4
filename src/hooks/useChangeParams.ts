import { useSearchParams } from 'react-router-dom'

/** What is to stand under each name; the empty string takes a name out. */
type Change = Readonly<Record<string, string>>
type Options = { replace?: boolean; state?: unknown }

/**
 * Changes parts of the address's query and leaves the others; the page stays where it is scrolled to.
 * [Note: the address itself] What is left is read from the browser's address, not from what was drawn last: two changes
 * in quick succession, one of them before the page could be drawn anew, would undo each other.
 */
export function useChangeParams(): (change: Change, options?: Options) => void {
  const [, setParams] = useSearchParams()
  return (change, options) => {
    const next = new URLSearchParams(window.location.search)
    for (const [name, value] of Object.entries(change)) {
      if (value === '') next.delete(name)
      else next.set(name, value)
    }
    setParams(next, { ...options, preventScrollReset: true })
  }
}
