import Ellipsis from 'lucide-react/icons/ellipsis'
import { memo, useId } from 'react'
import { Link } from 'react-router-dom'
import { useLanguage } from '@/hooks/useLanguage'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { ProjectCard as Card } from '@/data/projects'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { CardFacts, CardProgress, SharedMark, useFilms } from './cardParts'
import type { ProjectView } from './projectFilters'
import { RenameTitle } from './RenameTitle'
import { StatusBadge } from './StatusBadge'

type ProjectCardProps = {
  userId: string
  project: Card
  view?: ProjectView
  /** Its place (from 0) among how many. */
  place?: number
  total?: number
  isRenaming?: boolean
  isMenuOpen?: boolean
  onMenu?: (project: Card, anchor: HTMLElement) => void
  onRenamed?: (place: number, byKey: boolean) => void
}

const frame =
  'group relative overflow-hidden rounded-card border border-line bg-surface has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-offset-2 has-[a:focus-visible]:outline-accent'
const frames: Record<ProjectView, string> = {
  grid: `${frame} flex h-full flex-col shadow-card transition-shadow duration-slow hover:shadow-lifted`,
  list: `${frame} flex items-center gap-4 p-2.5 transition-colors duration-quick hover:border-line-strong`,
}

/** A project on the dashboard. The progress of a film re-renders its own card alone, and a changed project its own. */
export const ProjectCard = memo(function ProjectCard({
  userId,
  project,
  view = 'grid',
  place,
  total,
  isRenaming = false,
  isMenuOpen = false,
  onMenu,
  onRenamed,
}: ProjectCardProps) {
  useLanguage()
  const titleId = useId()
  const { live, finished } = useFilms(userId, project.id)
  const status = live ? 'processing' : project.status
  const isOwn = project.userId === userId
  return (
    <article
      aria-labelledby={titleId}
      {...(place !== undefined && { 'data-place': place, 'aria-posinset': place + 1, 'aria-setsize': total })}
      className={frames[view]}
    >
      <div
        className={
          view === 'grid'
            ? 'aspect-video overflow-hidden bg-sunken'
            : 'aspect-video w-24 shrink-0 overflow-hidden rounded-small bg-sunken sm:w-32'
        }
      >
        <Thumbnail
          userId={userId}
          bucket={finished ? 'videos' : 'media'}
          path={finished ? finished.thumbnailPath : project.coverPath}
          alt=""
          className="size-full transition-transform duration-grand ease-calm group-hover:scale-103"
        />
      </div>
      <div className={view === 'grid' ? 'flex flex-1 flex-col gap-3 p-4' : 'min-w-0 flex-1'}>
        <div
          className={`flex items-start justify-between gap-3 ${view === 'list' ? 'max-sm:flex-col max-sm:gap-1' : ''}`}
        >
          <h2
            id={titleId}
            aria-label={project.title}
            className="max-w-full min-w-0 flex-1 font-semibold break-words"
          >
            {isRenaming ? (
              <RenameTitle
                userId={userId}
                project={project}
                onDone={(byKey) => onRenamed?.(place ?? 0, byKey)}
              />
            ) : (
              <Link
                to={paths.project(project.id)}
                className="line-clamp-2 outline-none after:absolute after:inset-0"
              >
                {project.title}
              </Link>
            )}
          </h2>
          <StatusBadge status={status} />
        </div>
        {!isOwn && <SharedMark />}
        <div className={view === 'grid' ? 'mt-auto flex items-end gap-2' : 'mt-1'}>
          <div className="min-w-0 flex-1">
            {live ? <CardProgress userId={userId} video={live} /> : <CardFacts project={project} />}
          </div>
        </div>
      </div>
      {isOwn && onMenu && (
        <button
          type="button"
          data-menu
          aria-haspopup="menu"
          aria-expanded={isMenuOpen}
          aria-label={t('dashboard.menu', { title: project.title })}
          onClick={({ currentTarget }) => onMenu(project, currentTarget)}
          className={`${menuButton} ${view === 'grid' ? 'absolute top-2 right-2' : 'relative'}`}
        >
          <Ellipsis aria-hidden className="size-5" strokeWidth={2} />
        </button>
      )}
    </article>
  )
})

const menuButton =
  'z-1 grid size-9 shrink-0 place-items-center rounded-full border border-line bg-surface/90 text-ink shadow-card ' +
  'transition-colors duration-quick hover:border-line-strong hover:bg-surface'
