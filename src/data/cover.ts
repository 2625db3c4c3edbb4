import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { answer, parseRow } from './request'

const coverSchema = z
  .object({ media_items: z.object({ thumbnail_path: z.string().nullable() }).nullable() })
  .transform(({ media_items }) => media_items?.thumbnail_path ?? null)

/** The thumbnail of a project's first photo, in bucket `media`; null where there is none. */
export async function findCover(projectId: string, signal?: AbortSignal): Promise<string | null> {
  let query = supabase
    .from('photos')
    .select('media_items(thumbnail_path)')
    .eq('project_id', projectId)
    .order('position')
    .order('id')
    .limit(1)
  if (signal) query = query.abortSignal(signal)
  const row = await answer('find a picture', query.maybeSingle(), signal)
  return row === null ? null : parseRow('find a picture', coverSchema, row)
}
