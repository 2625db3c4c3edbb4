import type { ReactNode } from 'react'

/**
 * The place of the messages: an open dialog neither hides it nor takes a click in it for one outside of itself (react-aria).
 *
 * [Note: apart from `Messages`, which come later: a dialog that a page opens with would hide for good a place that is not there yet.]
 */
export function MessagesTopLayer({ children }: { children: ReactNode }) {
  return <div data-react-aria-top-layer>{children}</div>
}
