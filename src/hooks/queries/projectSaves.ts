import type { QueryClient } from '@tanstack/react-query'
import { z } from 'zod'
import { type Project } from '@/domain/project'
import { someWishesSchema } from '@/domain/wishes'
import { mutationKey, underWay } from './mutationKey'

/**
 * One save of some fields of a project, as it waits and is kept: plain JSON.
 * `base`: what the fields were for the person when they changed them; `rev`: of the project they saw. `madeAt`:
 * milliseconds since 1970. `live`: others' changes were arriving.
 */
export const projectSaveSchema = z.object({
  projectId: z.uuid(),
  rev: z.int(),
  base: someWishesSchema,
  wishes: someWishesSchema,
  madeAt: z.number(),
  live: z.boolean(),
})
export type ProjectSave = z.output<typeof projectSaveSchema>

/** The saves of a project that are not settled, oldest first, without `except`. */
export function pendingProjectSaves(
  client: QueryClient,
  userId: string,
  projectId: string,
  except?: unknown,
): ProjectSave[] {
  const [, , verb] = mutationKey(userId, 'project.update')
  return client
    .getMutationCache()
    .findAll(underWay(userId, 'project'))
    .filter(({ options, state }) => options.mutationKey?.[2] === verb && state.variables !== except)
    .flatMap(({ state }) => projectSaveSchema.safeParse(state.variables).data ?? [])
    .filter((edit) => edit.projectId === projectId)
}

/** The project as the person sees it: what the server has, with what they asked for since. */
export const withSaves = <P extends Project>(project: P, edits: readonly ProjectSave[]): P =>
  edits.reduce((shown, { wishes }) => ({ ...shown, ...wishes }), project)
