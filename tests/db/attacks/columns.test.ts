import { describe, expect, test } from 'vitest'
import { NO_RIGHT } from '../engines'
import { inOneWorld, type Attacker } from './world'

/**
 * Every column there is, and what a signed-in person may do with it besides reading: `i` insert, `u` update.
 * Which rows they may do it to is asked in tables*.test.ts.
 */
const columns: Record<string, Record<string, '' | 'i' | 'u' | 'iu'>> = {
  plans: {
    id: '',
    monthly_videos: '',
    max_storage_bytes: '',
    max_photos: '',
    max_duration_seconds: '',
    max_active_jobs: '',
  },
  users: {
    id: '',
    email: '',
    display_name: 'u',
    avatar_path: 'u',
    language: 'u',
    keep_location: 'u',
    subscription_plan: '',
    total_storage_bytes: '',
    closing_since: '',
    created_at: '',
  },
  subscriptions: { user_id: '', plan_id: '', status: '', period_end: '' },
  usage_counters: { user_id: '', period: '', videos: '' },
  invoices: {
    id: '',
    user_id: '',
    number: '',
    amount_cents: '',
    currency: '',
    status: '',
    hosted_url: '',
    period_start: '',
    period_end: '',
    issued_at: '',
  },
  video_projects: {
    id: 'i',
    user_id: '',
    title: 'iu',
    description: 'iu',
    style: 'iu',
    duration_seconds: 'iu',
    aspect_ratio: 'iu',
    music: 'iu',
    status: '',
    rev: 'u',
    created_at: '',
    updated_at: '',
  },
  project_members: {
    project_id: 'i',
    user_id: 'i',
    role: 'iu',
    invited_as: '',
    invitation_id: '',
    created_at: '',
  },
  project_invitations: {
    id: '',
    project_id: '',
    email: '',
    role: '',
    invited_by: '',
    created_at: '',
    expires_at: '',
  },
  media_items: {
    id: 'i',
    user_id: '',
    storage_path: 'i',
    thumbnail_path: 'i',
    original_filename: 'i',
    mime_type: 'i',
    bytes: '',
    width: 'i',
    height: 'i',
    taken_at: 'i',
    utc_offset_minutes: 'i',
    content_hash: 'i',
    analysis: 'iu',
    created_at: '',
  },
  audio_tracks: {
    id: 'i',
    user_id: '',
    storage_path: 'i',
    original_filename: 'i',
    mime_type: '',
    bytes: '',
    duration_seconds: 'i',
    content_hash: 'i',
    analysis: 'i',
    created_at: '',
  },
  photos: {
    id: 'i',
    project_id: 'i',
    media_item_id: 'i',
    user_id: '',
    position: 'iu',
    caption: 'iu',
    choice: 'iu',
    focus: 'iu',
    hold_seconds: 'iu',
    entrance: 'iu',
    card: 'iu',
    rev: '',
    created_at: '',
  },
  notifications: {
    id: '',
    user_id: '',
    kind: '',
    payload: '',
    read_at: 'u',
    announced_at: 'u',
    created_at: '',
  },
  generated_videos: {
    id: '',
    project_id: '',
    cut: '',
    user_id: '',
    request_key: '',
    status: '',
    progress_percentage: '',
    stage: '',
    error_code: '',
    error_message: '',
    attempt: '',
    max_attempts: '',
    run_after: '',
    queued_at: '',
    lease_until: '',
    worker: '',
    estimated_completion_at: '',
    settings: '',
    storage_path: '',
    thumbnail_path: '',
    mime_type: '',
    width: '',
    height: '',
    duration_seconds: '',
    bytes: '',
    skipped_photo_ids: '',
    period: '',
    rev: '',
    created_at: '',
    finished_at: '',
  },
  film_shares: {
    id: '',
    film_id: '',
    created_by: '',
    token_hash: '',
    created_at: '',
    expires_at: '',
    revoked_at: '',
  },
}

const all = Object.entries(columns).flatMap(([table, rights]) =>
  Object.entries(rights).map(([column, right]) => ({ table, column, right })),
)
const cases = all.flatMap(({ table, column, right }) => [
  ['inserts', table, column, right.includes('i')] as const,
  ['updates', table, column, right.includes('u')] as const,
])
// Rights are asked for before rows: these touch none.
const insert = (table: string, column: string) =>
  `insert into ${table} (${column}) select ${column} from ${table} where false`
const update = (table: string, column: string) => `update ${table} set ${column} = ${column} where false`

inOneWorld((world) => {
  describe('of their own rows the owner writes some columns', () => {
    test.each(cases)('owner: %s %s.%s: %s', async (what, table, column, allowed) => {
      const sql = what === 'inserts' ? insert(table, column) : update(table, column)
      expect((await world().attack('owner', sql)).answer).toBe(allowed ? 'accepted' : NO_RIGHT)
    })
  })

  describe('the anonymous write no column of any table', () => {
    test.each(Object.keys(columns))('anonymous: %s', async (table) => {
      for (const column of Object.keys(columns[table] ?? {})) {
        const values = `(${column}) values (default)`
        expect((await world().attack('anonymous', `insert into ${table} ${values}`)).answer).toBe(NO_RIGHT)
        const change = `update ${table} set ${column} = default`
        expect((await world().attack('anonymous', change)).answer).toBe(NO_RIGHT)
      }
    })
  })

  describe('nobody hides a column they may not write behind one they may', () => {
    const pairs: [Attacker, string, string][] = [
      ['stranger', 'users', `display_name = 'x', subscription_plan = 'enterprise'`],
      ['stranger', 'users', `language = 'de', total_storage_bytes = 0`],
      ['editor', 'video_projects', `title = 'x', status = 'completed'`],
      ['editor', 'photos', `caption = 'x', user_id = auth.uid()`],
      ['owner', 'project_members', `role = 'editor', invitation_id = gen_random_uuid()`],
      ['owner', 'media_items', `analysis = '{}', bytes = 1`],
      ['owner', 'notifications', `read_at = now(), payload = '{}'`],
    ]
    test.each(pairs)('%s: update %s set %s', async (who, table, change) => {
      expect((await world().attack(who, `update ${table} set ${change}`)).answer).toBe(NO_RIGHT)
    })
  })

  test('every column there is has been tried', async () => {
    const there = await world().database.admin(
      `select table_name || '.' || column_name as name from information_schema.columns where table_schema = 'public'`,
    )
    expect(all.map(({ table, column }) => `${table}.${column}`).toSorted()).toEqual(
      there.map((row) => String(row.name)).toSorted(),
    )
  })
})
