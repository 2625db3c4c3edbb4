import type { Claims } from '../claims'
import { actAsParams, actAsSql, type Row, type Session } from '../database'
import type { PublishedTable } from './publishedTable'

/** A line of realtime.change_log. */
export interface Change {
  schema_name: string
  table_name: string
  operation: 'INSERT' | 'UPDATE' | 'DELETE'
  new_row: Row | null
  old_row: Row | null
  committed_at: string
}

/**
 * Puts deleted rows back for the rest of a transaction that will be rolled back, without triggers or foreign keys.
 *
 * [Note: who may know of a deletion] A hosted project tells every subscriber of a table the keys of deleted rows, because
 * the row is gone when policies could be asked. Here the row can come back for a moment, so policies are asked.
 */
export async function restoreDeleted(
  session: Session,
  deletions: { table: PublishedTable; row: Row }[],
): Promise<void> {
  await session.query(`select set_config('session_replication_role', 'replica', true)`)
  for (const { table, row } of deletions) {
    const columns = table.columns.filter((column) => !column.isGenerated).map((column) => quoted(column.name))
    await session.query('savepoint restore')
    try {
      await session.query(
        `insert into ${table.reference} (${columns.join(', ')}) overriding system value
         select ${columns.join(', ')} from jsonb_populate_record(null::${table.reference}, $1)
         on conflict do nothing`,
        [JSON.stringify(row)],
      )
      await session.query('release savepoint restore')
    } catch {
      // A row that cannot come back is shown to nobody.
      await session.query('rollback to savepoint restore')
    }
  }
  await session.query(`select set_config('session_replication_role', 'origin', true)`)
}

/** From here on the session sees what this person sees. */
export async function becomeReader(session: Session, claims: Claims): Promise<void> {
  await session.query(actAsSql, actAsParams(claims))
}

/** Whether the session's person can select the row. */
export async function canSee(session: Session, table: PublishedTable, row: Row): Promise<boolean> {
  const keys = table.columns.filter((column) => column.isKey)
  if (keys.length === 0) return false
  const condition = keys.map((key, i) => `${quoted(key.name)}::text = $${i + 1}`).join(' and ')
  await session.query('savepoint look')
  try {
    const found = await session.query(
      `select 1 from ${table.reference} where ${condition}`,
      keys.map((key) => String(row[key.name])),
    )
    return found.length > 0
  } catch {
    // No privilege on the table, or a policy that fails: then the person does not see it.
    return false
  } finally {
    await session.query('rollback to savepoint look')
  }
}

function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
