import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { answer, parseRows } from './request'

export const STORAGE_KINDS = ['photos', 'films', 'music'] as const
export type StorageKind = (typeof STORAGE_KINDS)[number]
/** What storage is used for. `bytes` of all kinds together are less than the account's while something is uploaded. */
export type StorageUse = { kind: StorageKind; bytes: number; files: number }

const storageUseSchema = z.object({
  kind: z.enum(STORAGE_KINDS),
  bytes: z.coerce.number().nonnegative(),
  files: z.int().nonnegative(),
})

export async function getStorageUse(signal?: AbortSignal): Promise<StorageUse[]> {
  let query = supabase.rpc('storage_use')
  if (signal) query = query.abortSignal(signal)
  return parseRows('load your usage', storageUseSchema, await answer('load your usage', query, signal))
}

/** Films asked for in one calendar month (UTC): `month` is its first day, `2025-11-01`. */
export type MonthOfFilms = { month: string; films: number }

const monthSchema = z
  .object({ period: z.iso.date(), videos: z.int().nonnegative() })
  .transform(({ period: month, videos: films }): MonthOfFilms => ({ month, films }))

/** The first days (UTC) of this month and those before it, oldest first. */
export function monthsUntil(now: Date, count: number): string[] {
  return Array.from({ length: count }, (_, n) => {
    const first = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - (count - 1 - n), 1))
    return first.toISOString().slice(0, 10)
  })
}

/** The last `count` months, oldest first, also those without a film. */
export async function getFilmsByMonth(
  userId: string,
  count: number,
  signal?: AbortSignal,
): Promise<MonthOfFilms[]> {
  const months = monthsUntil(new Date(), count)
  let query = supabase
    .from('usage_counters')
    .select('period, videos')
    .eq('user_id', userId)
    .gte('period', months[0] ?? '')
  if (signal) query = query.abortSignal(signal)
  const rows = parseRows('load your usage', monthSchema, await answer('load your usage', query, signal))
  const films = new Map(rows.map((row) => [row.month, row.films]))
  return months.map((month) => ({ month, films: films.get(month) ?? 0 }))
}
