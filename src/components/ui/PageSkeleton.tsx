import { route } from '@/lib/paths'
import { matchPath } from 'react-router-dom'
import { Loading } from './Loading'

const SHAPES = [
  [route.newProject, 'form'],
  [route.projects, 'cards'],
  [route.project, 'film'],
  [route.media, 'tiles'],
  [route.queue, 'rows'],
  [route.settings, 'panels'],
  [route.billing, 'panels'],
] as const
type Shape = (typeof SHAPES)[number][1]

const times = (count: number) => Array.from({ length: count }, (_, place) => place)

/** A page before its code has come: its heading, and in the places of what it is made of nothing yet. */
export function PageSkeleton({ path }: { path: string }) {
  const shape = SHAPES.find(([pattern]) => matchPath(pattern, path))?.[1] ?? 'rows'
  return (
    <Loading className={shape === 'panels' ? 'block max-w-2xl' : 'block'}>
      <div className="mb-8 md:mb-10">
        <div className="skeleton h-9 w-52 md:h-10" />
        <div className="mt-3 skeleton h-5 w-72 max-w-full" />
      </div>
      <Body shape={shape} />
    </Loading>
  )
}

function Body({ shape }: { shape: Shape }) {
  switch (shape) {
    case 'cards':
      return (
        <div className="grid gap-6 sm:grid-cols-2 xl:grid-cols-3">
          {times(6).map((place) => (
            <div key={place} className="overflow-hidden rounded-card border border-line bg-surface">
              <div className="skeleton aspect-video rounded-none" />
              <div className="grid gap-3 p-4">
                <div className="skeleton h-5 w-2/3" />
                <div className="skeleton h-4 w-1/2" />
              </div>
            </div>
          ))}
        </div>
      )
    case 'tiles':
      return (
        <div className="grid grid-cols-3 gap-1.5 sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] sm:gap-3">
          {times(18).map((place) => (
            <div key={place} className="skeleton aspect-square" />
          ))}
        </div>
      )
    case 'rows':
      return (
        <div className="grid gap-4">
          {times(4).map((place) => (
            <div key={place} className="skeleton h-24 rounded-card" />
          ))}
        </div>
      )
    case 'panels':
      return (
        <div className="grid gap-6">
          {times(3).map((place) => (
            <div key={place} className="skeleton h-52 rounded-card" />
          ))}
        </div>
      )
    case 'film':
      return <div className="skeleton aspect-video w-full rounded-card" />
    case 'form':
      return (
        <div className="grid gap-10 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="skeleton min-h-72 rounded-card" />
          <div className="skeleton hidden min-h-96 rounded-card lg:block" />
        </div>
      )
    default:
      return shape satisfies never
  }
}
