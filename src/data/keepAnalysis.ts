import type { Analysis } from '@/domain/analysis'
import { supabase } from '@/lib/supabase'
import { answer } from './request'

/** Keep what was seen in a photo of the caller's own library, in place of what is known. Repeating it is harmless. */
export async function keepAnalysis(itemId: string, analysis: Analysis, signal?: AbortSignal): Promise<void> {
  let query = supabase.from('media_items').update({ analysis }).eq('id', itemId)
  if (signal) query = query.abortSignal(signal)
  await answer('keep what was seen', query, signal)
}
