import type { Box } from './gridRows'

/** What is being drawn over the grid with the mouse. */
export function LassoBox({ left, top, right, bottom }: Box) {
  return (
    <div
      aria-hidden
      data-lasso
      style={{ left, top, width: right - left, height: bottom - top }}
      className="pointer-events-none absolute z-10 rounded-mark border border-accent bg-accent/15"
    />
  )
}
