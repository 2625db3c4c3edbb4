import type { Kind } from './mutant'
import type { Node } from './sqlTree'

/** SQL with one thing changed, and what that is. */
export interface Weakening {
  what: string
  kind: Kind
  sql: string
}

/** Where a row of nodes begins and ends in the text. */
export const extent = (nodes: Node[]) => ({ start: nodes[0]?.start ?? 0, end: nodes.at(-1)?.end ?? 0 })

/** `sql` with `nodes`, and what lies between them, replaced. */
export function replaced(sql: string, nodes: Node[], by: string): string {
  const { start, end } = extent(nodes)
  return sql.slice(0, start) + by + sql.slice(end)
}
