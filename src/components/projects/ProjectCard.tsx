import { useQuery } from '@tanstack/react-query'
import Users from 'lucide-react/icons/users'
import { memo, useCallback, useId } from 'react'
import { Link } from 'react-router-dom'
import { stageText } from '@/components/generation/stageText'
import { ProgressBar } from '@/components/ui/ProgressBar'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { ProjectCard as Card } from '@/data/projects'
import type { Video } from '@/domain/video'
import { filmsOfProject } from '@/hooks/queries/filmsOfProject'
import { videoQueries } from '@/hooks/queries/videos'
import { useIsPaused } from '@/hooks/useLiveFilm'
import { formatDate, formatDuration, formatPercent } from '@/lib/format'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'
import { StatusBadge } from './StatusBadge'

type ProjectCardProps = { userId: string; project: Card }

/** A project on the dashboard. The progress of a film re-renders its own card alone, and a changed project its own. */
export const ProjectCard = memo(function ProjectCard({ userId, project }: ProjectCardProps) {
  const titleId = useId()
  const { live, finished } = useFilms(userId, project.id)
  const status = live ? 'processing' : project.status
  return (
    <article
      aria-labelledby={titleId}
      className="group relative flex flex-col overflow-hidden rounded-card border border-line bg-surface shadow-card transition-shadow duration-300 hover:shadow-lifted has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
    >
      <div className="aspect-video overflow-hidden bg-sunken">
        <Thumbnail
          userId={userId}
          bucket={finished ? 'videos' : 'media'}
          path={finished ? finished.thumbnailPath : project.coverPath}
          alt=""
          className="size-full transition-transform duration-700 ease-calm group-hover:scale-103"
        />
      </div>
      <div className="flex flex-1 flex-col gap-3 p-4">
        <div className="flex items-start justify-between gap-3">
          <h2 id={titleId} className="min-w-0 font-semibold break-words">
            <Link to={paths.project(project.id)} className="outline-none after:absolute after:inset-0">
              {project.title}
            </Link>
          </h2>
          <StatusBadge status={status} />
        </div>
        {project.userId !== userId && (
          <p className="-mt-1.5 flex items-center gap-1.5 text-sm text-muted">
            <Users aria-hidden className="size-4" strokeWidth={1.75} />
            {t('projects.shared')}
          </p>
        )}
        {live ? (
          <CardProgress userId={userId} video={live} />
        ) : (
          <p className="mt-auto text-sm text-muted">
            {[
              formatDate(project.createdAt),
              t(`projects.style_${project.style}`),
              formatDuration(project.durationSeconds),
            ].join(' · ')}
          </p>
        )}
      </div>
    </article>
  )
})

function CardProgress({ userId, video }: { userId: string; video: Video }) {
  const percent = formatPercent(video.progressPercentage / 100)
  const stage = stageText(video, useIsPaused(video, userId))
  return (
    <div className="mt-auto">
      <ProgressBar
        label={t('generation.progressLabel')}
        percent={video.progressPercentage}
        valueText={`${percent}, ${stage}`}
      />
      <p className="mt-2 flex justify-between gap-2 text-sm text-muted">
        <span>{stage}</span>
        <span className="tabular-nums">{percent}</span>
      </p>
    </div>
  )
}

/** The project's live film and its newest finished one that has a picture, out of the person's queue. */
function useFilms(userId: string, projectId: string) {
  const own = useCallback((videos: Video[]) => filmsOfProject(videos, projectId), [projectId])
  const { data } = useQuery({ ...videoQueries.queue(userId), select: own })
  return { live: data?.live, finished: data?.finished }
}
