import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { PROJECTS_PER_PAGE, type ProjectCard, type ProjectFilters, type ProjectPage } from '@/data/projects'
import { projectQueries, useProjectsBeingDeleted } from './queries/projects'

export type ProjectPages = {
  /** How many there are to show, loaded or not. Undefined until the first answer. */
  total: number | undefined
  /** The project at a place (from 0), or undefined while it is on its way. */
  at: (place: number) => ProjectCard | undefined
  /** What is shown was found with other filters; the right ones are on their way. */
  isOld: boolean
  error: Error | null
  retry: () => void
}

/**
 * Projects by their place in the sorted list, of which only the pages around `first` to `last` are loaded and kept fresh.
 *
 * [Note: pages where one looks] Each page is a query of its own: the scrollbar may be dragged to the middle of ten thousand,
 * what is off the screen is let go, and a change that is heard of asks again for what is seen instead of for all that was
 * ever passed. The first page is always there: it brings the total.
 */
export function useProjectPages(
  userId: string,
  filters: Omit<ProjectFilters, 'page'>,
  [first, last]: readonly [number, number],
): ProjectPages {
  const head = useQuery(projectQueries.list(userId, { ...filters, page: 0 }))
  const isOld = head.isPlaceholderData
  const from = Math.max(1, Math.floor(first / PROJECTS_PER_PAGE))
  const upTo =
    isOld || !head.data
      ? 0
      : Math.floor(Math.max(first, Math.min(last, head.data.total - 1)) / PROJECTS_PER_PAGE)
  const wanted = Array.from({ length: Math.max(0, upTo - from + 1) }, (_, n) => from + n)
  const rest = useQueries({
    queries: wanted.map((page) => ({
      ...projectQueries.list(userId, { ...filters, page }),
      placeholderData: nothing,
    })),
    combine: combined,
  })
  const leaving = useProjectsBeingDeleted(userId)
  const { data } = head
  const places = useMemo(
    () =>
      data
        ? placesOf([[0, data], ...rest.pages.map((page, n) => [from + n, page] as const)], leaving)
        : undefined,
    [data, rest.pages, from, leaving],
  )
  return {
    total: places?.total,
    at: places?.at ?? nothing,
    isOld,
    error: head.error ?? rest.error,
    retry: () => {
      void head.refetch()
      rest.retry()
    },
  }
}

const nothing = () => undefined

type Results = { data: ProjectPage | undefined; error: Error | null; refetch: () => unknown }[]
const combined = (results: Results) => ({
  pages: results.map(({ data }) => data),
  error: results.find(({ error }) => error !== null)?.error ?? null,
  retry: () => {
    for (const { error, refetch } of results) if (error) void refetch()
  },
})

/**
 * Loaded pages as one list with gaps. Left out, and not counted, is what is being deleted, and what has moved from one page
 * to the next between two answers and is on both.
 */
export function placesOf(
  pages: readonly (readonly [number, ProjectPage | undefined])[],
  leaving: ReadonlySet<string>,
): { total: number; at: (place: number) => ProjectCard | undefined } {
  const loaded = new Map<number, ProjectCard>()
  const seen = new Set<string>()
  const hidden: number[] = []
  for (const [number, page] of pages) {
    for (const [n, project] of (page?.projects ?? []).entries()) {
      const place = number * PROJECTS_PER_PAGE + n
      if (leaving.has(project.id) || seen.has(project.id)) hidden.push(place)
      else loaded.set(place, project)
      seen.add(project.id)
    }
  }
  const shift = (place: number) => hidden.reduce((at, gap) => (gap <= at ? at + 1 : at), place)
  return {
    total: Math.max(0, (pages[0]?.[1]?.total ?? 0) - hidden.length),
    at: (place) => loaded.get(shift(place)),
  }
}
