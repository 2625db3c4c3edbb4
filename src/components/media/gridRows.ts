import type { Cell, PhotoGroup } from './groupPhotos'

/** Px. */
export const HEADER_HEIGHT = 60
export const CELL_GAP = 6

/** A line of the grid: the heading of a group, or as many photos as fit side by side. `first`: the place of its first cell. */
export type GridRow =
  | { kind: 'header'; group: PhotoGroup; first: number }
  | { kind: 'photos'; cells: readonly Cell[]; first: number }

export type Grid = {
  rows: readonly GridRow[]
  /** Every cell in order; a place is an index in it. */
  cells: readonly Cell[]
  /** The row of each place. */
  rowOf: readonly number[]
  columns: number
}

export function layGrid(groups: readonly PhotoGroup[], columns: number): Grid {
  const rows: GridRow[] = []
  const cells: Cell[] = []
  const rowOf: number[] = []
  for (const group of groups) {
    rows.push({ kind: 'header', group, first: cells.length })
    for (let n = 0; n < group.cells.length; n += columns) {
      const part = group.cells.slice(n, n + columns)
      for (const cell of part) {
        cells.push(cell)
        rowOf.push(rows.length)
      }
      rows.push({ kind: 'photos', cells: part, first: cells.length - part.length })
    }
  }
  return { rows, cells, rowOf, columns }
}

/** Where a key leads from a place, as a place; null when the key means nothing here. `whole`: with Ctrl or ⌘. */
export function nextCell(
  { rows, cells, rowOf }: Grid,
  key: string,
  place: number,
  whole: boolean,
): number | null {
  const last = cells.length - 1
  const row = rowOf[place] ?? 0
  const here = rows[row]
  const column = place - (here?.first ?? 0)
  switch (key) {
    case 'ArrowRight':
      return Math.min(last, place + 1)
    case 'ArrowLeft':
      return Math.max(0, place - 1)
    case 'ArrowDown':
      return inRow(rows.slice(row + 1).find(isPhotos), column) ?? place
    case 'ArrowUp':
      return inRow(rows.slice(0, row).findLast(isPhotos), column) ?? place
    case 'Home':
      return whole ? 0 : (here?.first ?? 0)
    case 'End':
      return whole ? last : (inRow(here, Infinity) ?? last)
    default:
      return null
  }
}

const isPhotos = (row: GridRow) => row.kind === 'photos'
const inRow = (row: GridRow | undefined, column: number): number | null =>
  row?.kind === 'photos' ? row.first + Math.min(column, row.cells.length - 1) : null

/** Px from the top left corner of the grid. */
export type Box = { left: number; top: number; right: number; bottom: number }

/**
 * The places that a box touches. Nothing is measured: where a cell lies follows from its place, also of those off the screen.
 * @param startOf how far below the top of the grid a row begins, in px
 */
export function cellsInBox(
  { rows, columns }: Grid,
  box: Box,
  cellSize: number,
  startOf: (row: number) => number,
): number[] {
  const from = Math.max(0, Math.floor((box.left + CELL_GAP) / (cellSize + CELL_GAP)))
  const to = Math.min(columns - 1, Math.floor(box.right / (cellSize + CELL_GAP)))
  return rows.flatMap((row, n) => {
    if (row.kind !== 'photos') return []
    const top = startOf(n)
    if (top > box.bottom || top + cellSize < box.top) return []
    return row.cells.flatMap((_cell, column) => (column >= from && column <= to ? [row.first + column] : []))
  })
}
