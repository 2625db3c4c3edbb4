import type { QueryClient } from '@tanstack/react-query'
import { changeKeepingAge } from './changeKeepingAge'

/** One row of a cached list as it was, and where, so that a failed change puts back this row alone. Plain JSON. */
export type RowBefore<Row> = { row: Row; at: number } | null

/** Change the row of a cached list that matches, or take it out (`null`). @returns what is needed to put it back */
export function patchRow<Row>(
  client: QueryClient,
  queryKey: readonly unknown[],
  matches: (row: Row) => boolean,
  change: (row: Row) => Row | null,
): RowBefore<Row> {
  const rows = client.getQueryData<Row[]>(queryKey)
  const at = rows?.findIndex(matches) ?? -1
  const row = rows?.[at]
  if (!row) return null
  const changed = change(row)
  changeKeepingAge<Row[]>(client, queryKey, (list) =>
    changed === null ? list.toSpliced(at, 1) : list.with(at, changed),
  )
  return { row, at }
}

/** Put one row back. The rest of the list stays as it has become meanwhile. */
export function putRowBack<Row>(
  client: QueryClient,
  queryKey: readonly unknown[],
  matches: (row: Row) => boolean,
  before: RowBefore<Row> | undefined,
): void {
  if (!before) return
  changeKeepingAge<Row[]>(client, queryKey, (list) => {
    const at = list.findIndex(matches)
    return at === -1 ? list.toSpliced(before.at, 0, before.row) : list.with(at, before.row)
  })
}
