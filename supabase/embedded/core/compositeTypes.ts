import type { Results } from '@electric-sql/pglite'
import type { Database } from './database'

/**
 * [Note: rows inside rows] A function may return a table row as one column (`claim_generation` does). PGlite hands such a
 * value over as the text `(…,…)`; PostgREST sends JSON. `to_jsonb` in the same session turns one into the other exactly.
 */
export class CompositeTypes {
  readonly #database: Database
  #names = new Map<number, string>()

  constructor(database: Database) {
    this.#database = database
  }

  /** Learns the row types of the schema. Call after migrations; the caller does not hold the lock. */
  async load(): Promise<void> {
    const rows = await this.#database.query<{ oid: number; name: string }>(
      `select t.oid::int as oid, t.oid::regtype::text as name from pg_type t
       join pg_namespace n on n.oid = t.typnamespace
       where t.typtype = 'c' and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
    )
    this.#names = new Map(rows.map((row) => [row.oid, row.name]))
  }

  /** The rows of a result, with columns of row types as plain objects. The caller holds the lock. */
  async expand(result: Results<object>): Promise<object[]> {
    const columns = result.fields.flatMap((field) => {
      const type = this.#names.get(field.dataTypeID)
      return type === undefined ? [] : [{ name: field.name, type }]
    })
    let rows = result.rows
    for (const column of columns) rows = await this.#expandColumn(rows, column)
    return rows
  }

  async #expandColumn(rows: object[], { name, type }: { name: string; type: string }): Promise<object[]> {
    const texts = rows.map((row) => Reflect.get(row, name) ?? null)
    const { rows: values } = await this.#database.execute<{ value: unknown }>(
      `select to_jsonb(item::${type}) as value from unnest($1::text[]) with ordinality as list(item, n) order by n`,
      [texts],
    )
    return rows.map((row, i) => ({ ...row, [name]: values[i]?.value ?? null }))
  }
}
