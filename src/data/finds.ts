import { z } from 'zod'
import { supabase } from '@/lib/supabase'
import { answer, parseRows } from './request'

/** So many are looked through for the nearest, and so much of what was typed is. */
const MOST = 40
const LONGEST = 40

const projectSchema = z
  .object({ id: z.uuid(), title: z.string() })
  .transform(({ id, title }): FoundProject => ({ id, title }))
const filmSchema = z
  .object({
    id: z.uuid(),
    project_id: z.uuid(),
    cut: z.string(),
    created_at: z.iso.datetime({ offset: true }),
    finished_at: z.iso.datetime({ offset: true }).nullable(),
  })
  .transform((row): FoundFilm => ({
    id: row.id,
    projectId: row.project_id,
    cut: row.cut,
    finishedAt: row.finished_at ?? row.created_at,
  }))

export type FoundProject = { id: string; title: string }
export type FoundFilm = { id: string; projectId: string; cut: string; finishedAt: string }

/**
 * Projects the caller can read whose title has the letters of `search` in their order, those that were changed last first;
 * without any letters simply those. Who asks ranks them.
 */
export async function findProjects(search: string, signal?: AbortSignal): Promise<FoundProject[]> {
  let query = supabase
    .from('video_projects')
    .select('id, title')
    .order('updated_at', { ascending: false })
    .order('id')
    .limit(MOST)
  const letters = pattern(search)
  if (letters !== null) query = query.ilike('title', letters)
  if (signal) query = query.abortSignal(signal)
  return parseRows('find projects', projectSchema, await answer('find projects', query, signal))
}

/** The finished films of some projects, newest first. */
export async function findFilms(projectIds: readonly string[], signal?: AbortSignal): Promise<FoundFilm[]> {
  let query = supabase
    .from('generated_videos')
    .select('id, project_id, cut, created_at, finished_at')
    .in('project_id', [...projectIds])
    .eq('status', 'completed')
    .order('created_at', { ascending: false })
    .limit(MOST)
  if (signal) query = query.abortSignal(signal)
  return parseRows('find films', filmSchema, await answer('find films', query, signal))
}

/** `%l%a%k%e%`: what stands for something else in a pattern, and what separates words, is left out. */
function pattern(search: string): string | null {
  const letters = Array.from(search.replace(/[\s\\%_*,()"]/g, '')).slice(0, LONGEST)
  return letters.length === 0 ? null : `%${letters.join('%')}%`
}
