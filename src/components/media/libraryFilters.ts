import { useMemo } from 'react'
import { useSearchParams } from 'react-router-dom'
import { z } from 'zod'
import { useChangeParams } from '@/hooks/useChangeParams'
import type { PhotoFilters } from './findPhotos'
import type { Grouping } from './groupPhotos'

const TEXT_MAX = 120
const daySchema = z.iso.date()

/** What the address says the library shows: `?q=bern&camera=Pocket+3&from=2025-07-01&to=2025-07-31&by=place`. */
export function useLibraryFilters(): { filters: PhotoFilters; by: Grouping } {
  const [params] = useSearchParams()
  const text = (name: string) => (params.get(name) ?? '').trim().slice(0, TEXT_MAX)
  const day = (name: string) => daySchema.safeParse(params.get(name)).data
  const [search, camera, from, to] = [text('q'), text('camera'), day('from'), day('to')]
  const by: Grouping = params.get('by') === 'place' ? 'place' : 'month'
  return useMemo(
    () => ({
      by,
      filters: {
        ...(search !== '' && { search }),
        ...(camera !== '' && { camera }),
        ...(from && { from }),
        ...(to && { to }),
      },
    }),
    [by, search, camera, from, to],
  )
}

type Change = { q?: string; camera?: string; from?: string; to?: string; by?: string }

/** Change what the address says; the empty string takes it out. It makes no history. */
export function useSetLibraryFilters(): (change: Change) => void {
  const set = useChangeParams()
  return (change) => set(change, { replace: true })
}
