import { supabase } from '@/lib/supabase'
import { DataError } from '@/lib/errors'
import { answer } from './request'

/** How many notifications the person has not read. */
export async function countUnread(userId: string, signal?: AbortSignal): Promise<number> {
  let query = supabase
    .from('notifications')
    .select('id', { count: 'exact', head: true })
    .eq('user_id', userId)
    .is('read_at', null)
  if (signal) query = query.abortSignal(signal)
  const response = await query
  await answer('count your notifications', Promise.resolve(response), signal)
  if (response.count === null) throw new DataError('count your notifications', 'bad_row', response.status)
  return response.count
}
