import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { removeObjects } from './media'
import { answer, parseRows } from './request'

const BUCKETS = ['media', 'videos'] as const
const leftoverSchema = z.object({ bucket: z.enum(BUCKETS), path: z.string().min(1) })

/**
 * Remove the caller's files that nothing refers to and no upload is under way for: what a cut upload left behind a
 * day ago. They would count against the storage quota for ever.
 */
export async function removeLeftovers(signal: AbortSignal): Promise<void> {
  const query = supabase.rpc('leftover_files').abortSignal(signal)
  const rows = await answer('look for leftover files', query, signal)
  const files = parseRows('look for leftover files', leftoverSchema, rows)
  for (const bucket of BUCKETS) {
    const paths = files.flatMap((file) => (file.bucket === bucket ? [file.path] : []))
    await removeObjects(bucket, paths)
  }
}
