import { readdirSync, readFileSync } from 'node:fs'

const migrationsFolder = new URL('../../supabase/migrations/', import.meta.url)

/** What a hosted project provides before the first migration, as far as the migrations need it. */
export const hostedSql = readFileSync(new URL('./hosted.sql', import.meta.url), 'utf8')

/** The migrations in the order they apply. */
export const migrations = readdirSync(migrationsFolder)
  .filter((name) => name.endsWith('.sql'))
  .sort()
  .map((name) => ({ name, sql: readFileSync(new URL(name, migrationsFolder), 'utf8') }))
