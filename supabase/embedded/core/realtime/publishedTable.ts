import type { Database } from '../database'

/** A column of a published table, as clients are told of it and as we read it back. */
export interface PublishedColumn {
  name: string
  type: string
  isKey: boolean
  /** Computed by the database, so it cannot be written when a deleted row is restored for a moment. */
  isGenerated: boolean
  /** Roles that may select it. */
  readers: string[]
}

export interface PublishedTable {
  /** Quoted, with its schema. */
  reference: string
  rowLevelSecurity: boolean
  columns: PublishedColumn[]
}

const columnsSql = `
select c.oid::regclass::text as reference, c.relrowsecurity as "rowLevelSecurity", a.attname as name, t.typname as type,
  coalesce(a.attnum = any(i.indkey), false) as "isKey", a.attgenerated <> '' as "isGenerated",
  array(select r.rolname::text from pg_roles r where r.rolname in ('anon', 'authenticated', 'service_role')
    and has_column_privilege(r.oid, c.oid, a.attnum, 'select')) as readers
from pg_class c
join pg_namespace n on n.oid = c.relnamespace
join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
join pg_type t on t.oid = a.atttypid
left join pg_index i on i.indrelid = c.oid and i.indisprimary
where n.nspname = $1 and c.relname = $2
order by a.attnum`

/** Descriptions of tables, read once each: the schema does not change while we run. */
export class PublishedTables {
  readonly #database: Database
  readonly #known = new Map<string, Promise<PublishedTable>>()

  constructor(database: Database) {
    this.#database = database
  }

  get(schema: string, table: string): Promise<PublishedTable> {
    const key = `${schema}.${table}`
    const known = this.#known.get(key) ?? this.#read(schema, table)
    this.#known.set(key, known)
    return known
  }

  async #read(schema: string, table: string): Promise<PublishedTable> {
    const rows = await this.#database.query<
      PublishedColumn & { reference: string; rowLevelSecurity: boolean }
    >(columnsSql, [schema, table])
    const columns = rows.map(({ name, type, isKey, isGenerated, readers }) => ({
      name,
      type,
      isKey,
      isGenerated,
      readers,
    }))
    return {
      reference: rows[0]?.reference ?? '',
      rowLevelSecurity: rows[0]?.rowLevelSecurity ?? true,
      columns,
    }
  }
}
