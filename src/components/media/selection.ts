import type { Cell } from './groupPhotos'

/** All of a cell's photos are chosen. */
export const isChosen = (cell: Cell, selected: ReadonlySet<string>): boolean =>
  cell.ids.every((id) => selected.has(id))

/** A cell more, or less. */
export function toggled(selected: ReadonlySet<string>, cell: Cell): Set<string> {
  return isChosen(cell, selected) ? without(selected, [cell]) : withCells(selected, [cell])
}

export function withCells(selected: ReadonlySet<string>, cells: readonly Cell[]): Set<string> {
  return new Set([...selected, ...cells.flatMap(({ ids }) => ids)])
}

export function without(selected: ReadonlySet<string>, cells: readonly Cell[]): Set<string> {
  const gone = new Set(cells.flatMap(({ ids }) => ids))
  return new Set([...selected].filter((id) => !gone.has(id)))
}

/** From one place to another, whichever is first. */
export const between = (cells: readonly Cell[], a: number, b: number): readonly Cell[] =>
  cells.slice(Math.min(a, b), Math.max(a, b) + 1)

/** Everything but the best of each stack: what one may delete and still have every picture. */
export function spareIds(cells: readonly Cell[]): string[] {
  const stacks = new Set(cells.flatMap(({ stack }) => (stack ? [stack] : [])))
  return [...stacks].flatMap((stack) => stack.slice(1).map(({ id }) => id))
}
