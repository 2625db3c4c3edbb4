import type { RealtimeChannel, RealtimePostgresChangesPayload } from '@supabase/supabase-js'
import { z } from 'zod'
import { notificationSchema, type Notification } from '@/domain/notification'
import { photoRowSchema, type PhotoRow } from '@/domain/photo'
import { projectSchema, type Project } from '@/domain/project'
import { videoSchema, type Video } from '@/domain/video'

/**
 * Something changed in the database. The row comes along where it could be read; else, and for what is not worth
 * patching, the listener asks again.
 */
export type Change = { id: string; deleted: boolean } & (
  | { table: 'generated_videos'; video: Video | null }
  | { table: 'video_projects'; project: Project | null }
  | { table: 'photos'; photo: PhotoRow | null }
  | { table: 'notifications'; notification: Notification | null }
)
export type ChangedTable = Change['table']

type Payload = RealtimePostgresChangesPayload<Record<string, unknown>>

/**
 * Hear a table's rows; `filter` is a literal such as `user_id=eq.<uuid>`, for rows that are new or changed.
 * [Note: deletions are heard without a filter] A deletion carries the key alone, so that no filter on another column
 * would ever match it. A hosted project tells them to everybody, as bare ids.
 */
export function hearRows(
  channel: RealtimeChannel,
  table: ChangedTable,
  filter: string,
  emit: (change: Change) => void,
): void {
  const hear = (payload: Payload) => {
    const change = readChange(table, payload)
    if (change) emit(change)
  }
  const rows = { schema: 'public', table } as const
  channel
    .on('postgres_changes', { ...rows, filter, event: 'INSERT' }, hear)
    .on('postgres_changes', { ...rows, filter, event: 'UPDATE' }, hear)
    .on('postgres_changes', { ...rows, event: 'DELETE' }, hear)
}

const idSchema = z.object({ id: z.uuid() })
/** A row that is not what this page knows (a newer database) is no row: it is asked for instead. */
const read = <Row>(schema: z.ZodType<Row>, row: unknown): Row | null => schema.safeParse(row).data ?? null

function readChange(table: ChangedTable, payload: Payload): Change | null {
  const deleted = payload.eventType === 'DELETE'
  const row: unknown = deleted ? payload.old : payload.new
  const id = idSchema.safeParse(row).data?.id
  if (id === undefined) return null
  switch (table) {
    case 'generated_videos':
      return { table, id, deleted, video: deleted ? null : read(videoSchema, row) }
    case 'video_projects':
      return { table, id, deleted, project: deleted ? null : read(projectSchema, row) }
    case 'photos':
      return { table, id, deleted, photo: deleted ? null : read(photoRowSchema, row) }
    case 'notifications':
      return { table, id, deleted, notification: deleted ? null : read(notificationSchema, row) }
    default:
      table satisfies never
      return null
  }
}
