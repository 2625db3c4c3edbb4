import { z } from 'zod'
import { projectSchema, type Project, type ProjectStatus, type ProjectWishes } from '@/domain/project'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { removeObjects } from './media'
import { answer, parseRow, parseRows } from './request'

export const PROJECTS_PER_PAGE = 60

export const PROJECT_SORTS = ['newest', 'oldest', 'changed', 'title'] as const
export const projectSortSchema = z.enum(PROJECT_SORTS)
export type ProjectSort = z.output<typeof projectSortSchema>

/** `page` counts from 0. `search` matches any part of the title. Newest first unless sorted otherwise. */
export type ProjectFilters = { search?: string; status?: ProjectStatus; sort?: ProjectSort; page?: number }

/** A project as a list shows it: `coverPath` is the thumbnail of its first photo, in bucket `media`. */
export type ProjectCard = Project & { coverPath: string | null }
export type ProjectPage = { projects: ProjectCard[]; total: number }

const rowSchema = z.object({ total: z.int(), project: z.unknown(), cover_path: z.string().nullable() })
const cardSchema = z
  .object({ project: projectSchema, cover_path: z.string().nullable() })
  .transform(({ project, cover_path: coverPath }): ProjectCard => ({ ...project, coverPath }))

const filmFilesSchema = z.object({
  storage_path: z.string().nullable(),
  thumbnail_path: z.string().nullable(),
})

/**
 * One page of the projects the caller can read, their own and those shared with them, with how many there are in all.
 * Behind the end it is empty. See: [Note: pages of an index]
 */
export async function listProjects(filters: ProjectFilters, signal?: AbortSignal): Promise<ProjectPage> {
  const { search, status, sort, page = 0 } = filters
  let query = supabase.rpc('list_projects', {
    ...(sort && { sort }),
    ...(search && { search }),
    ...(status && { only_status: status }),
    skip: page * PROJECTS_PER_PAGE,
    take: PROJECTS_PER_PAGE,
  })
  if (signal) query = query.abortSignal(signal)
  const rows = parseRows('list projects', rowSchema, await answer('list projects', query, signal))
  const found = rows.filter(({ project }) => project !== null)
  return { projects: parseRows('list projects', cardSchema, found), total: rows[0]?.total ?? 0 }
}

/** @throws DataError `not_found` when there is no such project or it may not be read */
export async function getProject(id: string, signal?: AbortSignal): Promise<Project> {
  let query = supabase.from('video_projects').select('*').eq('id', id)
  if (signal) query = query.abortSignal(signal)
  const row = await answer('load the project', query.maybeSingle(), signal)
  if (row === null) throw new DataError('load the project', 'not_found', 404)
  return parseRow('load the project', projectSchema, row)
}

/** Those of some projects that are there and may be read, in no order. */
export async function getProjects(ids: readonly string[], signal?: AbortSignal): Promise<Project[]> {
  let query = supabase
    .from('video_projects')
    .select('*')
    .in('id', [...ids])
  if (signal) query = query.abortSignal(signal)
  return parseRows('load the projects', projectSchema, await answer('load the projects', query, signal))
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
