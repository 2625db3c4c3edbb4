import { Loading } from '@/components/ui/Loading'
import type { ProjectView } from './projectFilters'

/** The list before the projects have come: the same places, empty. */
export function ProjectGridSkeleton({ view }: { view: ProjectView }) {
  return (
    <Loading>
      <div className={view === 'grid' ? 'grid gap-6 sm:grid-cols-2 xl:grid-cols-3' : 'grid gap-2.5'}>
        {[0, 1, 2, 3, 4, 5].map((place) => (
          <CardSkeleton key={place} view={view} />
        ))}
      </div>
    </Loading>
  )
}

/** A project that is on its way. */
export function CardSkeleton({ view }: { view: ProjectView }) {
  return view === 'grid' ? (
    <div className="overflow-hidden rounded-card border border-line bg-surface">
      <div className="skeleton aspect-video rounded-none" />
      <div className="grid gap-3 p-4">
        <div className="skeleton h-5 w-2/3" />
        <div className="skeleton h-4 w-1/2" />
      </div>
    </div>
  ) : (
    <div className="flex items-center gap-4 rounded-card border border-line bg-surface p-2.5">
      <div className="skeleton aspect-video w-24 shrink-0 sm:w-32" />
      <div className="grid flex-1 gap-3">
        <div className="skeleton h-5 w-1/3" />
        <div className="skeleton h-4 w-1/4" />
      </div>
    </div>
  )
}
