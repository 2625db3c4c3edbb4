import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile, readdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { allMigrations } from '../core/embedded'
import type { Migration } from '../core/migrations'

/** The `supabase` directory of this repository. */
export const supabaseDirectory = path.join(import.meta.dirname, '..', '..')

/** Shared by all data directories: a fresh one, of a test for instance, need not make its own. */
export const snapshotDirectory = path.join(supabaseDirectory, '.temp', 'snapshots')

/** The migrations in a directory, in their order. A directory that is not there has none. */
export async function readMigrations(
  directory = path.join(supabaseDirectory, 'migrations'),
): Promise<Migration[]> {
  const names = await readdir(directory).catch(() => [])
  const files = names.filter((name) => name.endsWith('.sql')).toSorted()
  return Promise.all(
    files.map(async (name) => ({ name, sql: await readFile(path.join(directory, name), 'utf8') })),
  )
}

/** Changes with everything a migrated, empty data directory depends on: migrations, our bootstrap, PGlite. */
export function fingerprint(migrations: Migration[]): string {
  const hash = createHash('sha256').update(pgliteVersion())
  for (const { name, sql } of allMigrations(migrations)) hash.update(JSON.stringify([name, sql]))
  return hash.digest('hex').slice(0, 24)
}

function pgliteVersion(): string {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const manifest = readFileSync(path.join(path.dirname(entry), '..', 'package.json'), 'utf8')
  return z.object({ version: z.string() }).parse(JSON.parse(manifest)).version
}
