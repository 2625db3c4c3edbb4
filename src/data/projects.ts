import { z } from 'zod'
import { projectSchema, type Project, type ProjectStatus, type ProjectWishes } from '@/domain/project'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { removeObjects } from './media'
import { answer, isBeyondEnd, parseRow, parseRows } from './request'

export const PROJECTS_PER_PAGE = 24

/** `page` counts from 0. `search` matches any part of the title. */
export type ProjectFilters = { search?: string; status?: ProjectStatus; page?: number }

/** A project as a list shows it: `coverPath` is the thumbnail of its first photo, in bucket `media`. */
export type ProjectCard = Project & { coverPath: string | null }
export type ProjectPage = { projects: ProjectCard[]; total: number }

const coverSchema = z.object({
  photos: z.array(z.object({ media_items: z.object({ thumbnail_path: z.string().nullable() }).nullable() })),
})
const projectCardSchema = coverSchema
  .transform(({ photos }) => photos[0]?.media_items?.thumbnail_path ?? null)
  .pipe(z.string().nullable())
const cardSchema = z.unknown().transform((row, context): ProjectCard => {
  const project = projectSchema.safeParse(row)
  const coverPath = projectCardSchema.safeParse(row)
  if (project.success) return { ...project.data, coverPath: coverPath.data ?? null }
  context.addIssue({ code: 'custom', message: project.error.message })
  return z.NEVER
})

const filmFilesSchema = z.object({
  storage_path: z.string().nullable(),
  thumbnail_path: z.string().nullable(),
})

const CARD = '*, photos(media_items(thumbnail_path))'

/** `%`, `_` and `\` are wildcards of `ilike`; a person means them literally. */
const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/**
 * One page of the projects the caller can read, their own and those shared with them, newest first, with how many there
 * are in all. Behind the end it is empty.
 */
export async function listProjects(filters: ProjectFilters, signal?: AbortSignal): Promise<ProjectPage> {
  try {
    return await readPage(filters, signal)
  } catch (error) {
    if (!isBeyondEnd(error)) throw error
    const { total } = await readPage({ ...filters, page: 0 }, signal)
    return { projects: [], total }
  }
}

async function readPage(filters: ProjectFilters, signal?: AbortSignal): Promise<ProjectPage> {
  const first = (filters.page ?? 0) * PROJECTS_PER_PAGE
  let query = supabase
    .from('video_projects')
    .select(CARD, { count: 'exact' })
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    .order('position', { referencedTable: 'photos' })
    .order('id', { referencedTable: 'photos' })
    .limit(1, { referencedTable: 'photos' })
    .range(first, first + PROJECTS_PER_PAGE - 1)
  if (filters.search) query = query.ilike('title', `%${literal(filters.search)}%`)
  if (filters.status) query = query.eq('status', filters.status)
  if (signal) query = query.abortSignal(signal)
  const response = await query
  const rows = await answer('list projects', Promise.resolve(response), signal)
  return { projects: parseRows('list projects', cardSchema, rows), total: response.count ?? rows.length }
}

/** @throws DataError `not_found` when there is no such project or it may not be read */
export async function getProject(id: string, signal?: AbortSignal): Promise<Project> {
  let query = supabase.from('video_projects').select('*').eq('id', id)
  if (signal) query = query.abortSignal(signal)
  const row = await answer('load the project', query.maybeSingle(), signal)
  if (row === null) throw new DataError('load the project', 'not_found', 404)
  return parseRow('load the project', projectSchema, row)
}

/** Create a project under an id of the caller's. Repeating it changes nothing and returns what is there. */
export async function createProject(
  id: string,
  wishes: ProjectWishes,
  signal?: AbortSignal,
): Promise<Project> {
  const { title, description, style, music, durationSeconds, aspectRatio } = wishes
  const shape = { duration_seconds: durationSeconds, aspect_ratio: aspectRatio }
  const row = { id, title, description, style, music, ...shape }
  let query = supabase
    .from('video_projects')
    .upsert(row, { onConflict: 'id', ignoreDuplicates: true })
    .select()
  if (signal) query = query.abortSignal(signal)
  const [created] = await answer('create the project', query, signal)
  return created ? parseRow('create the project', projectSchema, created) : getProject(id, signal)
}

/**
 * Delete a project with its placements and films. The photos stay in the library. Repeating it is harmless.
 *
 * [Note: rows first] The files of its films go after the rows: cut in between, some storage is held until it is
 * cleaned up, but no row ever points at a file that is gone.
 */
export async function deleteProject(id: string): Promise<void> {
  const films = supabase.from('generated_videos').select('storage_path, thumbnail_path').eq('project_id', id)
  const rows = parseRows('list the films', filmFilesSchema, await answer('list the films', films))
  await answer('delete the project', supabase.from('video_projects').delete().eq('id', id))
  await removeObjects(
    'videos',
    rows.flatMap((row) => [row.storage_path, row.thumbnail_path]),
  )
}
