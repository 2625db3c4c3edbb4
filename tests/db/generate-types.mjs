/** `npm run db:types`: writes src/lib/database.gen.ts, the schema as TypeScript types. */
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { generateTypescript, sortGeneratorMetadata } from '@supabase/postgrest-typegen/generation'
import { introspect } from '@supabase/postgrest-typegen/introspection'
import { hostedSql, migrations } from './migrations.mjs'

export const typesFile = new URL('../../src/lib/database.gen.ts', import.meta.url)

/** The text of the types file for the migrations as they are now. */
export async function generateTypes() {
  const database = await PGlite.create()
  try {
    await database.exec(hostedSql)
    for (const migration of migrations) await database.exec(migration.sql)
    const metadata = await introspect(database, { includedSchemas: ['public'] })
    const types = await generateTypescript(sortGeneratorMetadata(metadata), { postgrestVersion: '13' })
    return `// Made by \`npm run db:types\` from supabase/migrations. Do not edit.\n${types}`
  } finally {
    await database.close()
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  writeFileSync(typesFile, await generateTypes())
}
