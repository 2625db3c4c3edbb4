import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { onEveryEngine } from './engines'
import { generateTypes, typesFile } from './generate-types.mjs'
import { migrations } from './migrations.mjs'
import { OLDEST_POSTGRES } from './postgresServer'

onEveryEngine((database) => {
  test('the migrations apply', async () => {
    const [version] = await database.admin(
      `select current_setting('server_version_num')::integer / 10000 as major`,
    )
    expect(version?.major).toBeGreaterThanOrEqual(OLDEST_POSTGRES)
    const tables = await database.admin(
      `select tablename from pg_tables where schemaname = 'public' order by 1`,
    )
    expect(tables.map((table) => table.tablename)).toEqual([
      'audio_tracks',
      'film_shares',
      'generated_videos',
      'invoices',
      'media_items',
      'notifications',
      'photos',
      'plans',
      'project_invitations',
      'project_members',
      'subscriptions',
      'usage_counters',
      'users',
      'video_projects',
    ])
  })
})

test('every migration is named by time and noun', () => {
  for (const { name } of migrations) expect(name).toMatch(/^\d{14}_[a-z_]+\.sql$/)
})

test('the committed types are those of the migrations (else: npm run db:types)', async () => {
  expect(await readFile(typesFile, 'utf8')).toBe(await generateTypes())
})
