import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { usePage } from '@/components/ui/Pager'
import type { ProjectFilters } from '@/data/projects'
import { projectStatusSchema } from '@/domain/project'

/** More of it is no search for a title. */
const SEARCH_MAX = 120

/** What the address says the dashboard shows: `?q=lake&status=completed&page=2`. Anything else in their place is nothing. */
export function useProjectFilters(): ProjectFilters {
  const page = usePage()
  const [params] = useSearchParams()
  const search = (params.get('q') ?? '').trim().slice(0, SEARCH_MAX)
  const status = projectStatusSchema.safeParse(params.get('status')).data
  return useMemo(
    () => ({ page, ...(search !== '' && { search }), ...(status && { status }) }),
    [page, search, status],
  )
}

/** Change what the address says; the first page of what is then found. Typing makes no history. */
export function useSetProjectFilters(): (change: { q?: string; status?: string }) => void {
  const [, setParams] = useSearchParams()
  return (change) =>
    setParams(
      (old) => {
        const next = new URLSearchParams(old)
        for (const [name, value] of Object.entries(change)) {
          if (value === '') next.delete(name)
          else next.set(name, value)
        }
        next.delete('page')
        return next
      },
      { replace: true, preventScrollReset: true },
    )
}
