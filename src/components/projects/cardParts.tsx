import { useQuery } from '@tanstack/react-query'
import Users from 'lucide-react/icons/users'
import { useCallback } from 'react'
import { stageText } from '@/components/generation/stageText'
import { ProgressBar } from '@/components/ui/ProgressBar'
import type { ProjectCard as Card } from '@/data/projects'
import type { Video } from '@/domain/video'
import { filmsOfProject } from '@/hooks/queries/filmsOfProject'
import { videoQueries } from '@/hooks/queries/videos'
import { useIsPaused } from '@/hooks/useLiveFilm'
import { formatDate, formatDuration, formatPercent } from '@/lib/format'
import { t } from '@/lib/i18n'

/** How far the film of a project is. */
export function CardProgress({ userId, video }: { userId: string; video: Video }) {
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

/** When it was made, its style and length. */
export function CardFacts({ project }: { project: Card }) {
  return (
    <p className="mt-auto text-sm text-muted">
      {[
        formatDate(project.createdAt),
        t(`projects.style_${project.style}`),
        formatDuration(project.durationSeconds),
      ].join(' · ')}
    </p>
  )
}

/** Said of somebody else's project. */
export function SharedMark() {
  return (
    <p className="flex items-center gap-1.5 text-sm text-muted">
      <Users aria-hidden className="size-4" strokeWidth={1.75} />
      {t('projects.shared')}
    </p>
  )
}

/** The project's live film and its newest finished one that has a picture, out of the person's queue. */
export function useFilms(userId: string, projectId: string) {
  const own = useCallback((videos: Video[]) => filmsOfProject(videos, projectId), [projectId])
  const { data } = useQuery({ ...videoQueries.queue(userId), select: own })
  return { live: data?.live, finished: data?.finished }
}
