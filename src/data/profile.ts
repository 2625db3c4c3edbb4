import { z } from 'zod'
import { planSchema, type Plan } from '@/domain/plan'
import { profileSchema, type Profile } from '@/domain/profile'
import { supabase } from '@/lib/supabase'
import { answer, parseRow, parseRows } from './request'

/** The signed-in person's own `users` row. */
export async function getProfile(userId: string, signal: AbortSignal): Promise<Profile> {
  const request = supabase.from('users').select('*').eq('id', userId).abortSignal(signal).single()
  return parseRow('load your profile', profileSchema, await answer('load your profile', request, signal))
}

/** What a person may change about themselves; plan and storage are the database's. Fields that are not named stay. */
export type ProfileWishes = Partial<Pick<Profile, 'displayName' | 'language' | 'keepLocation'>>

export async function updateProfile(
  userId: string,
  { displayName, language, keepLocation }: ProfileWishes,
): Promise<Profile> {
  const request = supabase
    .from('users')
    .update({
      ...(displayName !== undefined && { display_name: displayName }),
      ...(language !== undefined && { language }),
      ...(keepLocation !== undefined && { keep_location: keepLocation }),
    })
    .eq('id', userId)
    .select()
    .single()
  return parseRow('save your profile', profileSchema, await answer('save your profile', request))
}

/** Whether the person wants places kept in stored photos, asked at the moment it counts. */
export async function getKeepLocation(userId: string, signal: AbortSignal): Promise<boolean> {
  const request = supabase.from('users').select('keep_location').eq('id', userId).abortSignal(signal).single()
  return (await answer('load your profile', request, signal)).keep_location
}

/** All plans there are, the smallest first. */
export async function listPlans(signal: AbortSignal): Promise<Plan[]> {
  const request = supabase.from('plans').select('*').order('monthly_videos').abortSignal(signal)
  return parseRows('load the plans', planSchema, await answer('load the plans', request, signal))
}

export async function getPlan(planId: string, signal: AbortSignal): Promise<Plan> {
  const request = supabase.from('plans').select('*').eq('id', planId).abortSignal(signal).single()
  return parseRow('load your plan', planSchema, await answer('load your plan', request, signal))
}

/** The first day of the month that counts now, in UTC as the database counts: `2025-11-01`. */
const currentPeriod = (now: Date) => `${now.toISOString().slice(0, 7)}-01`

/** How many films the person has asked for in this calendar month (UTC). */
export async function getFilmsThisMonth(userId: string, signal: AbortSignal): Promise<number> {
  const request = supabase
    .from('usage_counters')
    .select('videos')
    .eq('user_id', userId)
    .eq('period', currentPeriod(new Date()))
    .abortSignal(signal)
    .maybeSingle()
  const row = await answer('load your usage', request, signal)
  return row === null ? 0 : parseRow('load your usage', usageSchema, row).videos
}

const usageSchema = z.object({ videos: z.int().nonnegative() })
