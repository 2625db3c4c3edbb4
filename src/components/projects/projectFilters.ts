import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { projectSortSchema, type ProjectFilters } from '@/data/projects'
import { projectStatusSchema } from '@/domain/project'
import { useChangeParams } from '@/hooks/useChangeParams'

/** More of it is no search for a title. */
const SEARCH_MAX = 120

export const PROJECT_VIEWS = ['grid', 'list'] as const
export type ProjectView = (typeof PROJECT_VIEWS)[number]

/** What the address says the dashboard shows: `?q=lake&status=completed&sort=title`. Anything else in their place is nothing. */
export function useProjectFilters(): Omit<ProjectFilters, 'page'> {
  const [params] = useSearchParams()
  const search = (params.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  const status = projectStatusSchema.safeParse(params.get('status')).data
  const sort = projectSortSchema.safeParse(params.get('sort')).data
  return useMemo(
    () => ({ ...(search !== '' && { search }), ...(status && { status }), ...(sort && { sort }) }),
    [search, status, sort],
  )
}

/** `?view=list`, else the grid. */
export function useProjectView(): ProjectView {
  const [params] = useSearchParams()
  return params.get('view') === 'list' ? 'list' : 'grid'
}

type Change = { q?: string; status?: string; sort?: string; view?: string }

/** Change what the address says; the empty string takes it out. Typing makes no history. */
export function useSetProjectFilters(): (change: Change) => void {
  const set = useChangeParams()
  return (change) => set(change, { replace: true })
}
