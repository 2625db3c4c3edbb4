import {
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
  type QueryClient,
} from '@tanstack/react-query'
import { deleteProject, getProject, listProjects, updateProject } from '@/data/projects'
import type { ProjectFilters, ProjectPage } from '@/data/projects'
import type { Project, ProjectWishes } from '@/domain/project'

/** Keys start with the user's id: what one person has read is never found by the next. */
export const projectQueries = {
  all: (userId: string) => [userId, 'projects'] as const,
  lists: (userId: string) => [userId, 'projects', 'list'] as const,
  /** A page of the person's projects, newest first. */
  list: (userId: string, filters: ProjectFilters = {}) =>
    queryOptions({
      queryKey: [...projectQueries.lists(userId), filters] as const,
      queryFn: ({ signal }) => listProjects(userId, filters, signal),
      placeholderData: keepPreviousData,
    }),
  detail: (userId: string, projectId: string) =>
    queryOptions({
      queryKey: [userId, 'projects', 'detail', projectId] as const,
      queryFn: ({ signal }) => getProject(projectId, signal),
    }),
}

type ProjectChange = { project: Project; wishes: Partial<ProjectWishes> }

/**
 * Save what a person changed about a project; shown at once in the project and in every list, taken back on failure.
 * Fails with DataError `stale_rev` when somebody else changed it since it was read.
 */
export function useUpdateProject(userId: string) {
  const client = useQueryClient()
  const mutationKey = projectQueries.all(userId)
  return useMutation({
    mutationKey,
    mutationFn: ({ project, wishes }: ProjectChange) =>
      updateProject(project.id, project.rev, { ...project, ...wishes }),
    onMutate: async ({ project, wishes }) => {
      await client.cancelQueries({ queryKey: projectQueries.all(userId) })
      const rollback = snapshot(client, userId, project.id)
      const patch = (old: Project) => ({ ...old, ...wishes })
      client.setQueryData(projectQueries.detail(userId, project.id).queryKey, (old) => old && patch(old))
      client.setQueriesData<ProjectPage>(
        { queryKey: projectQueries.lists(userId) },
        (page) =>
          page && {
            ...page,
            projects: page.projects.map((old) => (old.id === project.id ? { ...old, ...wishes } : old)),
          },
      )
      return { rollback }
    },
    onSuccess: (saved) => client.setQueryData(projectQueries.detail(userId, saved.id).queryKey, saved),
    onError: (_error, _change, optimistic) => optimistic?.rollback(),
    onSettled: () => refetchAfterLast(client, userId),
  })
}

/** Delete a project with its films; gone from the lists at once, back on failure. */
export function useDeleteProject(userId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationKey: projectQueries.all(userId),
    mutationFn: (projectId: string) => deleteProject(projectId),
    onMutate: async (projectId) => {
      await client.cancelQueries({ queryKey: projectQueries.lists(userId) })
      const rollback = snapshot(client, userId, projectId)
      client.setQueriesData<ProjectPage>({ queryKey: projectQueries.lists(userId) }, (page) => {
        const projects = page?.projects.filter(({ id }) => id !== projectId)
        if (!page || !projects || projects.length === page.projects.length) return page
        return { projects, total: page.total - 1 }
      })
      return { rollback }
    },
    onSuccess: (_nothing, projectId) =>
      client.removeQueries({ queryKey: projectQueries.detail(userId, projectId).queryKey }),
    onError: (_error, _projectId, optimistic) => optimistic?.rollback(),
    onSettled: () => refetchAfterLast(client, userId),
  })
}

function snapshot(client: QueryClient, userId: string, projectId: string): () => void {
  const { queryKey } = projectQueries.detail(userId, projectId)
  const detail = client.getQueryData(queryKey)
  const lists = client.getQueriesData<ProjectPage>({ queryKey: projectQueries.lists(userId) })
  return () => {
    if (detail) client.setQueryData(queryKey, detail)
    for (const [key, page] of lists) client.setQueryData(key, page)
  }
}

/** Only the last write in flight refetches: an earlier refetch would flash old data over a newer edit. */
function refetchAfterLast(client: QueryClient, userId: string): Promise<void> | undefined {
  const queryKey = projectQueries.all(userId)
  return client.isMutating({ mutationKey: queryKey }) === 1
    ? client.invalidateQueries({ queryKey })
    : undefined
}
