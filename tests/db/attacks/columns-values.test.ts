import { describe, expect, test } from 'vitest'
import { BROKEN_CHECK, DUPLICATE, refusal } from '../engines'
import { columnValues } from './columnValues'
import { inOneWorld } from './world'

const cases = Object.entries(columnValues).flatMap(([table, columns]) =>
  Object.entries(columns).flatMap(([column, bounds]) => [
    ...bounds.takes.map((value) => [table, column, value, 'accepted'] as const),
    ...bounds.refuses.map((value) => [table, column, value, BROKEN_CHECK] as const),
  ]),
)
/** One row of a table, so that what has to be unique stays unique. */
const oneRow = (table: string) =>
  table === 'plans' ? `id = 'free'` : `ctid = (select min(ctid) from ${table})`

inOneWorld((world) => {
  /** Without triggers, which refuse most of it earlier. */
  const tell = (sql: string, parameters: unknown[] = []) =>
    refusal(
      world().rehearse(async (play) => {
        await play.admin('set local session_replication_role = replica')
        await play.admin(sql, parameters)
      }),
    )

  describe('a value is taken up to its bounds and not beyond', () => {
    test.each(cases)('%s.%s = %s: %s', async (table, column, value, expected) => {
      expect(await tell(`update ${table} set ${column} = ${value} where ${oneRow(table)}`)).toBe(expected)
    })

    test('a picture of 200 megapixels is the largest', async () => {
      const resize = `update media_items set width = $1, height = $2 where ${oneRow('media_items')}`
      expect(await tell(resize, [20000, 10000])).toBe('accepted')
      expect(await tell(resize, [20001, 10000])).toBe(BROKEN_CHECK)
    })
  })

  describe('a film is what its status says', () => {
    const contradictions: [film: string, change: string][] = [
      ['owner live', `status = 'completed'`],
      ['owner live', `status = 'failed'`],
      ['owner live', `status = 'queued'`],
      ['owner live', 'lease_until = null'],
      ['owner live', 'finished_at = now()'],
      ['owner live', 'progress_percentage = 100'],
      ['owner live', 'progress_percentage = 101'],
      ['owner live', 'progress_percentage = -1'],
      ['owner live', `status = 'paused', lease_until = null`],
      ['owner live', 'attempt = -1'],
      ['owner live', 'attempt = max_attempts + 1'],
      ['owner live', `storage_path = 'a', bytes = 1, mime_type = 'video/mp4'`],
      ['owner live', `thumbnail_path = 'a'`],
      ['owner private', `status = 'processing'`],
      ['owner private', `status = 'cancelled'`],
      ['owner private', 'storage_path = null'],
      ['owner private', 'bytes = null'],
      ['owner private', 'mime_type = null'],
      ['owner private', 'finished_at = null'],
      ['owner private', 'progress_percentage = 99'],
      ['owner private', 'lease_until = now()'],
    ]
    test.each(contradictions)('%s: not %s', async (film, change) => {
      const sql = `update generated_videos set ${change} where id = $1`
      expect(await tell(sql, [world().id(`film ${film}`)])).toBe(BROKEN_CHECK)
    })

    test('a failed, a cancelled and a waiting one are fine', async () => {
      const end = (status: string) =>
        tell(
          `update generated_videos set status = '${status}', lease_until = null, finished_at = now() where id = $1`,
          [world().id('film owner live')],
        )
      expect([await end('failed'), await end('cancelled')]).toEqual(['accepted', 'accepted'])
      const wait = `update generated_videos set status = 'queued', lease_until = null where id = $1`
      expect(await tell(wait, [world().id('film owner live')])).toBe('accepted')
    })
  })

  describe('what there may be once only', () => {
    const twice: [what: string, sql: string][] = [
      [
        'a file in the library',
        `insert into media_items (id, user_id, storage_path, original_filename, mime_type, bytes, width, height, content_hash)
         select gen_random_uuid(), user_id, storage_path, 'x', mime_type, 1, 1, 1, repeat('f', 64) from media_items limit 1`,
      ],
      [
        'the same picture in the library of a person',
        `update media_items set content_hash = repeat('a', 64)`,
      ],
      ['a thumbnail', `update media_items set thumbnail_path = 'same'`],
      ['a track', `update audio_tracks set storage_path = 'same'`],
      ['an invoice number', `update invoices set number = 'same'`],
      [
        'a request for a film',
        `update generated_videos set request_key = '00000000-0000-4000-8000-000000000000'`,
      ],
      ['the file of a film', `update generated_videos set storage_path = 'same' where status = 'completed'`],
      [
        'the thumbnail of a film',
        `update generated_videos set thumbnail_path = 'same' where status = 'completed'`,
      ],
      [
        'a live film of a cut',
        `insert into generated_videos (project_id, cut, user_id, request_key, settings)
         select project_id, cut, user_id, gen_random_uuid(), '{}' from generated_videos where status = 'processing'`,
      ],
      [
        'the lease of a job',
        `update private.leases set job_id = (select job_id from private.leases limit 1)`,
      ],
      [
        'an address among the invitations of a project',
        `insert into project_invitations (project_id, email, role, invited_by)
         select project_id, email, role, invited_by from project_invitations`,
      ],
      [
        'a member of a project',
        `insert into project_members (project_id, user_id, role) select project_id, user_id, role from project_members`,
      ],
    ]
    test.each(twice)('%s', async (_what, sql) => {
      expect(await tell(sql)).toBe(DUPLICATE)
    })
  })
})
