import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { hostedSql, migrations } from './migrations.mjs'
import { startPostgres, type PostgresServer } from './postgresServer'

declare module 'vitest' {
  interface ProvidedContext {
    /** A PGlite data directory with every migration applied. */
    pgliteSnapshot: string
    /** A server with the database `template_migrated`, or why there is none. */
    postgres: { host: string } | { missing: string }
  }
}

/** Applies the migrations once on each engine; every test file starts from a copy. */
export default async function setup(project: TestProject) {
  const folder = mkdtempSync(path.join(tmpdir(), 'pm-pglite-'))
  const snapshot = path.join(folder, 'snapshot.tar')
  const pglite = await PGlite.create()
  await pglite.exec(hostedSql)
  for (const migration of migrations) await pglite.exec(migration.sql)
  const dump = await pglite.dumpDataDir('none')
  writeFileSync(snapshot, new Uint8Array(await dump.arrayBuffer()))
  await pglite.close()
  project.provide('pgliteSnapshot', snapshot)

  let server: PostgresServer | undefined
  try {
    server = await startPostgres()
    await applyMigrations(server.host)
    project.provide('postgres', { host: server.host })
  } catch (reason) {
    project.provide('postgres', { missing: reason instanceof Error ? reason.message : String(reason) })
  }
  return async () => {
    await server?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function applyMigrations(host: string) {
  const admin = new Client({ host, user: 'postgres', database: 'postgres' })
  await admin.connect()
  await admin.query('create database template_migrated')
  await admin.end()
  const template = new Client({ host, user: 'postgres', database: 'template_migrated' })
  await template.connect()
  try {
    await template.query(hostedSql)
    for (const migration of migrations) {
      try {
        await template.query(`begin; ${migration.sql}; commit`)
      } catch (cause) {
        throw new Error(`${migration.name}: ${String(cause)}`, { cause })
      }
    }
  } finally {
    await template.end()
  }
}
