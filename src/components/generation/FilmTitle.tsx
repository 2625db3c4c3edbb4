import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router-dom'
import { Thumbnail } from '@/components/ui/Thumbnail'
import type { Video } from '@/domain/video'
import { coverQuery } from '@/hooks/queries/covers'
import { projectQueries } from '@/hooks/queries/projects'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

/** What the project of a film is called; undefined until it is known. */
export const useFilmTitle = (userId: string, { projectId }: Pick<Video, 'projectId'>): string | undefined =>
  useQuery({ ...projectQueries.detail(userId, projectId), meta: { quiet: true } }).data?.title

type FilmTitleProps = { id: string; title: string | undefined; video: Pick<Video, 'projectId'> }

/** The name of a film in the queue, which leads to its project. */
export function FilmTitle({ id, title, video }: FilmTitleProps) {
  return (
    <h3 id={id} className="line-clamp-2 font-semibold break-words">
      <Link to={paths.project(video.projectId)} className="hover:underline">
        {title ?? t('shell.loading')}
      </Link>
    </h3>
  )
}

/** A picture of the film, or of the photos it is made of. */
export function FilmStill({ userId, video, className }: { userId: string; video: Video; className: string }) {
  const { data: cover = null } = useQuery({
    ...coverQuery(userId, video.projectId),
    enabled: video.thumbnailPath === null,
  })
  const own = video.thumbnailPath !== null
  return (
    <Thumbnail
      userId={userId}
      bucket={own ? 'videos' : 'media'}
      path={video.thumbnailPath ?? cover}
      alt=""
      className={className}
    />
  )
}
