import { z } from 'zod'
import { projectSchema, type Project } from '@/domain/project'
import { DataError } from '@/lib/errors'
import { supabase } from '@/lib/supabase'
import { answer, parseRows } from './request'

/** `id` is the copy's, made by the caller: asked twice it is one copy. */
export type ProjectCopying = { sourceId: string; id: string; title: string }
/** `leftOut`: photos that are somebody else's and stay behind. */
export type ProjectCopy = { project: Project; leftOut: number }

const copySchema = z
  .object({ project: projectSchema, left_out: z.int() })
  .transform(({ project, left_out: leftOut }): ProjectCopy => ({ project, leftOut }))

/** Make a project once more, with placements of the same photos and no films. @throws DataError `not_found` */
export async function duplicateProject({ sourceId, id, title }: ProjectCopying): Promise<ProjectCopy> {
  const action = 'copy the project'
  const request = supabase.rpc('duplicate_project', { source: sourceId, copy: id, copy_title: title })
  const [copy] = parseRows(action, copySchema, await answer(action, request))
  if (!copy) throw new DataError(action, 'bad_row', 200)
  return copy
}
