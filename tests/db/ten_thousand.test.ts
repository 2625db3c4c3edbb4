import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createDatabase } from './engines'

/**
 * What the pages of a large account cost on a real server: 10,000 projects and photos of one person, and as many of others
 * in between. The plans are those of the statements inside the functions, as `auto_explain` tells them.
 */
let admin: Client
let owner: string
const plans: string[] = []

beforeAll(async () => {
  admin = new Client(await createDatabase())
  await admin.connect()
  admin.on('notice', ({ message = '' }) => message.includes('plan:') && plans.push(message))
  const people = await admin.query(
    `insert into auth.users (email, raw_user_meta_data, email_confirmed_at)
     select 'person' || n || '@example.com', '{"display_name": "P"}', now() from generate_series(0, 1) as n
     returning id`,
  )
  const [first, second] = people.rows.map(({ id }) => String(id))
  if (!first || !second) throw new Error('nobody signed up')
  owner = first
  await admin.query(
    `alter table video_projects disable trigger user; alter table media_items disable trigger user;
     alter table photos disable trigger user`,
  )
  await admin.query(
    `insert into video_projects (user_id, title, created_at, updated_at)
     select (array[$1, $2]::uuid[])[1 + n % 2], 'Project ' || md5(n::text),
       timestamptz '2025-01-01' + n * interval '1 minute', timestamptz '2025-06-01' + n * interval '1 minute'
     from generate_series(1, 20000) as n`,
    [first, second],
  )
  await admin.query(
    `insert into media_items
       (user_id, storage_path, thumbnail_path, original_filename, mime_type, bytes, width, height, content_hash, created_at)
     select (array[$1, $2]::uuid[])[1 + n % 2], 'f' || n, 't' || n, n || '.jpg', 'image/jpeg', 1, 4, 3,
       md5(n::text) || md5(n::text), timestamptz '2025-01-01' + n * interval '1 minute'
     from generate_series(1, 20000) as n`,
    [first, second],
  )
  await admin.query(
    `insert into photos (project_id, media_item_id, user_id, position)
     select project.id, item.id, project.user_id, 'a0'
     from (select id, user_id, row_number() over (partition by user_id order by id) as n from video_projects) as project
     join (select id, user_id, row_number() over (partition by user_id order by id) as n from media_items) as item
       using (user_id, n)`,
  )
  await admin.query('vacuum analyze video_projects, media_items, photos')
  await admin.query(
    `load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
     set auto_explain.log_analyze = on; set client_min_messages = log`,
  )
}, 120_000)
afterAll(() => admin.end())

/** As the owner, over the API. @returns the rows, and the plans of the statement and those inside its functions */
async function ask(sql: string, parameters: unknown[]) {
  await admin.query('begin')
  await admin.query(
    `select set_config('request.jwt.claims', json_build_object('role', 'authenticated', 'sub', $1::text)::text, true),
       set_config('role', 'authenticated', true)`,
    [owner],
  )
  plans.length = 0
  const { rows } = await admin.query(sql, parameters)
  await admin.query('commit')
  // A message may arrive after the answer that it is about.
  return { rows, plan: plans.filter((plan) => !plan.includes('set_config')).join('\n') }
}

/** How many rows a scan of this table was asked for at most, by whatever index. */
const rowsRead = (plan: string, index: string) =>
  [...plan.matchAll(new RegExp(`using ${index} .*?actual time=\\S+ rows=([\\d.]+)`, 'g'))].map(([, rows]) =>
    Number(rows),
  )

const page = (sort: string, skip: number) =>
  ask('select (project).id, total from list_projects($1, $2, $3, $4, 60)', [sort, '', null, skip])

describe('of 10,000 projects', () => {
  test.each([
    ['newest', 'video_projects_created_idx'],
    ['oldest', 'video_projects_created_idx'],
    ['changed', 'video_projects_updated_idx'],
    ['title', 'video_projects_title_idx'],
  ])(
    'a page by %s is read from its index in order: nothing is sorted but the page, no table is read through',
    async (sort, index) => {
      const first = await page(sort, 0)
      expect(first.rows).toHaveLength(60)
      expect(first.rows[0]).toMatchObject({ total: 10_000 })
      expect(first.plan).toContain(index)
      expect(first.plan).not.toMatch(/Seq Scan on (video_projects|photos|media_items)/)
      // The page itself; the other reading of an index is the counting of all.
      expect(Math.min(...rowsRead(first.plan, index))).toBeLessThanOrEqual(61)
      expect(first.plan).not.toMatch(/external (merge|sort)/)
    },
  )

  test('the last page passes what lies before it in the index alone, and reads sixty rows', async () => {
    const last = await page('newest', 9_960)
    expect(last.rows).toHaveLength(40)
    expect(last.plan).toMatch(/Index Only Scan.* using video_projects_created_idx/)
    expect(last.plan).not.toMatch(/Seq Scan on (video_projects|photos|media_items)/)
    // Looked up by their keys: the projects, their first photos, the files of those.
    expect(last.plan).toMatch(/using photos_project_id_idx.*rows=1(\.00)? loops=40/)
  })
})

test('of 10,000 photos a page begins in the index, behind the one before', async () => {
  let [after, seen] = [{ created_at: null, id: null }, 0]
  for (;;) {
    const { rows, plan } = await ask('select * from list_library($1, $2, 1000)', [after.created_at, after.id])
    expect(plan).toContain('media_items_user_id_idx')
    expect(plan).not.toContain('Seq Scan')
    expect(plan).not.toContain('Sort')
    expect(Math.max(0, ...rowsRead(plan, 'media_items_user_id_idx'))).toBeLessThanOrEqual(1000)
    seen += rows.length
    if (rows.length < 1000) break
    after = rows.at(-1)
  }
  expect(seen).toBe(10_000)
})
