import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { FoundFilm, FoundProject } from '@/data/finds'
import { findQueries } from './queries/finds'
import { useProjectsBeingDeleted } from './queries/projects'
import { useRested } from './useRested'

/** How long typing rests before the server is asked. */
const REST_MS = 150
const NO_PROJECTS: readonly FoundProject[] = []
const NO_FILMS: readonly FoundFilm[] = []

/**
 * Projects and films that may be meant by a text: of what the server finds for it, and of the projects changed last, which
 * are at hand at once and may be found with a slip of the finger. Who shows them ranks them.
 */
export function useFinds(userId: string, text: string) {
  const search = useRested(text.trim(), REST_MS)
  const recent = useQuery(findQueries.projects(userId, ''))
  const found = useQuery(findQueries.projects(userId, search))
  const leaving = useProjectsBeingDeleted(userId)
  const projects = useMemo(() => {
    const all = new Map(
      [...(found.data ?? NO_PROJECTS), ...(recent.data ?? NO_PROJECTS)].map((it) => [it.id, it]),
    )
    return [...all.values()].filter(({ id }) => !leaving.has(id))
  }, [found.data, recent.data, leaving])
  const ids = useMemo(() => projects.map(({ id }) => id), [projects])
  const { data: films = NO_FILMS } = useQuery(findQueries.films(userId, ids))
  return { projects, films, isSearching: found.isFetching || search !== text.trim() }
}
