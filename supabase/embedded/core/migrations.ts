import type { PGlite } from '@electric-sql/pglite'
import { asDatabaseError } from './databaseError'

/** One file of supabase/migrations: `20260101000000_users.sql` and its text. */
export interface Migration {
  name: string
  sql: string
}

/** An applied migration's text differs from the file's, or its file is gone. The data does not fit the code. */
export class MigrationChanged extends Error {
  override name = 'MigrationChanged'
  readonly migration: string

  constructor(migration: string) {
    super(`Migration ${migration} was changed or removed after it had been applied to this data directory.`)
    this.migration = migration
  }
}

const historySql = `
create schema if not exists supabase_migrations;
create table if not exists supabase_migrations.schema_migrations (
  version text primary key,
  statements text[],
  name text
);
`

interface Applied {
  version: string
  name: string
  statements: string[]
}

/**
 * Applies, in order of their names and each in a transaction of its own, the migrations that the database has not seen.
 * Runs at boot, before anybody else can reach the database.
 * @returns the names of those it applied
 * @throws MigrationChanged when what was applied earlier is not what the files say now
 */
export async function applyMigrations(pg: PGlite, migrations: Migration[]): Promise<string[]> {
  await pg.exec(historySql)
  const { rows } = await pg.query<Applied>(
    'select version, name, statements from supabase_migrations.schema_migrations',
  )
  const wanted = migrations.map(parse).toSorted((a, b) => (a.version < b.version ? -1 : 1))
  for (const applied of rows) {
    const file = wanted.find((migration) => migration.version === applied.version)
    if (file?.sql !== applied.statements.join('\n'))
      throw new MigrationChanged(`${applied.version}_${applied.name}`)
  }
  const seen = new Set(rows.map((row) => row.version))
  const missing = wanted.filter((migration) => !seen.has(migration.version))
  for (const migration of missing) await apply(pg, migration)
  return missing.map((migration) => `${migration.version}_${migration.name}`)
}

function parse({ name, sql }: Migration) {
  const match = /^(\d+)_(.+?)(?:\.sql)?$/.exec(name)
  const [, version, label] = match ?? []
  if (version === undefined || label === undefined)
    throw new Error(`"${name}" is not named <timestamp>_<noun>.sql`)
  return { version, name: label, sql }
}

async function apply(pg: PGlite, { version, name, sql }: ReturnType<typeof parse>): Promise<void> {
  try {
    await pg.transaction(async (transaction) => {
      await transaction.exec(sql)
      await transaction.query(
        'insert into supabase_migrations.schema_migrations (version, name, statements) values ($1, $2, $3)',
        [version, name, [sql]],
      )
    })
  } catch (error) {
    throw new Error(`Migration ${version}_${name} failed: ${describe(error, sql)}`, { cause: error })
  }
}

function describe(error: unknown, sql: string): string {
  if (!(error instanceof Error)) return String(error)
  const position: unknown = Reflect.get(error, 'position')
  const line = typeof position === 'string' ? ` (near line ${lineAt(sql, Number(position))})` : ''
  const refusal = asDatabaseError(error)
  const more = [refusal?.details, refusal?.hint].filter(Boolean).join(' ')
  return `${error.message}${line}${more && `. ${more}`}`
}

/** Positions count from the start of the failing statement's text as sent, which is the whole file. */
function lineAt(sql: string, position: number): number {
  return sql.slice(0, Math.max(0, position - 1)).split('\n').length
}
