import type { ReactNode } from 'react'
import { Loading } from '@/components/ui/Loading'

export function ProjectGrid({ children }: { children: ReactNode }) {
  return <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-3">{children}</div>
}

/** The grid before the projects have come: the same places, empty. */
export function ProjectGridSkeleton() {
  return (
    <Loading>
      <ProjectGrid>
        {[0, 1, 2, 3, 4, 5].map((place) => (
          <div key={place} className="overflow-hidden rounded-card border border-line bg-surface">
            <div className="skeleton aspect-video rounded-none" />
            <div className="grid gap-3 p-4">
              <div className="skeleton h-5 w-2/3" />
              <div className="skeleton h-4 w-1/2" />
            </div>
          </div>
        ))}
      </ProjectGrid>
    </Loading>
  )
}
