import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useMutationState,
  useQueryClient,
} from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { getProject, getProjects, listProjects, type ProjectFilters, type ProjectPage } from '@/data/projects'
import type { Project } from '@/domain/project'
import type { SomeWishes } from '@/domain/wishes'
import { projectKey, projectListsKey, projectsKey, receiveProject } from './projectCache'
import { deletionSchema, undoableDeletion } from './projectDeletion'
import { projectSave, savesOf, updateProjectOptions } from './projectMutations'

/** Keys start with the user's id: what one person has read is never found by the next. */
export const projectQueries = {
  all: projectsKey,
  lists: projectListsKey,
  /** A page of the projects the person can read, newest first unless sorted otherwise. */
  list: (userId: string, filters: ProjectFilters = {}) =>
    queryOptions({
      queryKey: [...projectListsKey(userId), filters] as const,
      queryFn: async ({ signal, client }): Promise<ProjectPage> => {
        const { projects, total } = await listProjects(filters, signal)
        const received = projects.map(({ coverPath, ...row }) => ({
          ...receiveProject(client, userId, row),
          coverPath,
        }))
        return { projects: received, total }
      },
      placeholderData: keepPreviousData,
    }),
  /** Some projects by their ids, in no order: for lists of something else that name them. */
  some: (userId: string, ids: readonly string[]) =>
    queryOptions({
      queryKey: [...projectsKey(userId), 'some', ids.toSorted()] as const,
      queryFn: async ({ signal, client }): Promise<Project[]> =>
        (await getProjects(ids, signal)).map((row) => receiveProject(client, userId, row)),
      enabled: ids.length > 0,
      placeholderData: keepPreviousData,
    }),
  detail: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: projectKey(userId, projectId),
      queryFn: async ({ signal, client }): Promise<Project> =>
        receiveProject(client, userId, await getProject(projectId, signal)),
    }),
}

/**
 * Save what a person changed about a project: shown at once in the project and in every list, taken back on failure.
 * Fails with ProjectConflict (code `stale_rev`) when somebody else changed the same field unseen; the person is asked
 * then. Offline it waits, also over a reload.
 */
export function useUpdateProject(userId: string, projectId: string) {
  const client = useQueryClient()
  const mutation = useMutation({ ...updateProjectOptions(client, userId), scope: savesOf(projectId) })
  const { mutateAsync } = mutation
  /** `base`: what the fields were when the person began to change them; without it what they are on screen now. */
  const save = useCallback(
    (wishes: SomeWishes, base?: SomeWishes): Promise<Project> =>
      mutateAsync(projectSave(client, userId, projectId, wishes, base)),
    [client, mutateAsync, userId, projectId],
  )
  return { save, isPending: mutation.isPending, isPaused: mutation.isPaused, error: mutation.error }
}

/** Delete a project with its films: hidden at once, with a message to take it back. See: undoableDeletion. */
export function useDeleteProject(userId: string) {
  const client = useQueryClient()
  return useMutation(undoableDeletion(client, userId))
}

/** The projects that are being deleted: they are still there and not shown. */
export function useProjectsBeingDeleted(userId: string): ReadonlySet<string> {
  const asked = useMutationState({
    filters: { status: 'pending', predicate: ({ options }) => isDeletion(userId, options.mutationKey) },
    select: ({ state }) => deletionSchema.safeParse(state.variables).data?.projectId,
  })
  return useMemo(() => new Set(asked.filter((id) => id !== undefined)), [asked])
}

const isDeletion = (userId: string, key: readonly unknown[] | undefined) =>
  key?.[0] === userId && key[2] === 'project.delete'
