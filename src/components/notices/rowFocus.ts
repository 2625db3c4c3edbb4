import type { KeyboardEvent } from 'react'

/** The element of each row that the arrow keys go to. */
export const ROW_FOCUS = { 'data-row-focus': '' } as const
const STOP = '[data-row-focus]'

/** Up, Down, Home and End go from row to row of the `<ul>` they are pressed in. */
export function moveThroughRows(event: KeyboardEvent<HTMLUListElement>): void {
  const rows = [...event.currentTarget.children]
  const at = rows.findIndex((row) => row.contains(event.target as Node))
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: rows.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  focusRow(rows[to])
}

/** Before a row goes: the focus goes to the next one, else to the one before, else to the dialog around the list. */
export function leaveRow(row: Element | null): void {
  const neighbour = row?.nextElementSibling ?? row?.previousElementSibling
  if (neighbour) focusRow(neighbour)
  else row?.closest<HTMLElement>('[role=dialog]')?.focus()
}

const focusRow = (row: Element | undefined) => row?.querySelector<HTMLElement>(STOP)?.focus()
