import type { QueryClient } from '@tanstack/react-query'
import type { ProjectCard, ProjectPage } from '@/data/projects'
import type { Project } from '@/domain/project'
import { changeKeepingAge } from './changeKeepingAge'
import { keepAtHand, letGo } from './keepAtHand'
import { pendingProjectSaves, withSaves } from './projectSaves'

/** What became of a row that arrived. See: patchVideo. */
export type Patched = 'patched' | 'stale' | 'unknown'

export const projectsKey = (userId: string) => [userId, 'projects'] as const
export const projectListsKey = (userId: string) => [userId, 'projects', 'list'] as const
export const projectKey = (userId: string, projectId: string) =>
  [userId, 'projects', 'detail', projectId] as const
const confirmedKey = (userId: string, projectId: string) =>
  [userId, 'projects', 'confirmed', projectId] as const

/**
 * [Note: confirmed and shown] What is cached for the screen is what the server said last (confirmed) with the person's
 * unsettled edits laid over it. Edits live in the mutation cache alone; the confirmed row is kept beside the shown one
 * while there are any. So a row that arrives in between changes what is below, an edit that fails takes only itself
 * away, in whatever order they settle, and an edit that was kept over a reload is laid over again.
 */
export function showProject(client: QueryClient, userId: string, row: Project, except?: unknown): void {
  const edits = pendingProjectSaves(client, userId, row.id, except)
  const queryKey = confirmedKey(userId, row.id)
  if (edits.length > 0) keepAtHand(client, queryKey, row)
  else letGo(client, queryKey)

  const shown = withSaves(row, edits)
  changeKeepingAge<Project>(client, projectKey(userId, row.id), () => shown)
  for (const [key] of listsOf(client, userId)) {
    changeKeepingAge<ProjectPage>(client, key, (page) => {
      const at = page.projects.findIndex(({ id }) => id === row.id)
      const old = page.projects[at]
      return old ? { ...page, projects: page.projects.with(at, { ...old, ...shown }) } : page
    })
  }
}

/** A row that was asked for, as the screen shall see it; whatever else has it cached sees it too. */
export function receiveProject(client: QueryClient, userId: string, row: Project): Project {
  const newest = newestProject(client, userId, row)
  showProject(client, userId, newest)
  return withSaves(newest, pendingProjectSaves(client, userId, row.id))
}

/** What the server said last about a project, as far as is known. */
export function confirmedProject(
  client: QueryClient,
  userId: string,
  projectId: string,
): Project | undefined {
  const known = [
    client.getQueryData<Project>(confirmedKey(userId, projectId)),
    client.getQueryData<Project>(projectKey(userId, projectId)),
    ...listsOf(client, userId).map(([, page]) =>
      projectOf(page?.projects.find(({ id }) => id === projectId)),
    ),
  ]
  return known.reduce<Project | undefined>(
    (best, row) => (row && (!best || isNewer(row, best)) ? row : best),
    undefined,
  )
}

/** A row that arrived, unless a newer one is known: then that one. See: [Note: the revision guard]. */
export function newestProject(client: QueryClient, userId: string, arrived: Project): Project {
  const known = confirmedProject(client, userId, arrived.id)
  return known && isNewer(known, arrived) ? known : arrived
}

/**
 * Put a project that arrived wherever it is cached, under the person's own unsettled edits.
 * @returns `patched` when that is all there is to do, `stale` when it was old news, `unknown` when nobody has it or
 * its state has changed, on which lists depend: then ask again
 */
export function patchProject(client: QueryClient, userId: string, project: Project): Patched {
  const known = confirmedProject(client, userId, project.id)
  if (!known) return 'unknown'
  if (!isNewer(project, known)) return 'stale'
  showProject(client, userId, project)
  return known.status === project.status ? 'patched' : 'unknown'
}

/** Take a deleted project out of every list, with what is cached of it. */
export function dropProject(client: QueryClient, userId: string, projectId: string): void {
  client.removeQueries({ queryKey: projectKey(userId, projectId), exact: true })
  letGo(client, confirmedKey(userId, projectId))
  for (const [key] of listsOf(client, userId)) {
    changeKeepingAge<ProjectPage>(client, key, (page) => {
      const projects = page.projects.filter(({ id }) => id !== projectId)
      return { projects, total: page.total - (page.projects.length - projects.length) }
    })
  }
}

/** `rev` counts what people changed; a film that goes on moves only the time. */
function isNewer(a: Project, b: Project): boolean {
  return a.rev === b.rev ? Date.parse(a.updatedAt) > Date.parse(b.updatedAt) : a.rev > b.rev
}

/** A card knows more than its project. */
function projectOf(card: ProjectCard | undefined): Project | undefined {
  if (!card) return undefined
  const { coverPath: _, ...project } = card
  return project
}

const listsOf = (client: QueryClient, userId: string) =>
  client.getQueriesData<ProjectPage>({ queryKey: projectListsKey(userId) })
