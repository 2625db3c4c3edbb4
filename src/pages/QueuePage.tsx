import { useQueryClient } from '@tanstack/react-query'
import { QueueItem } from '@/components/generation/QueueItem'
import { ButtonLink } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { isLive, type Video } from '@/domain/video'
import { videoQueries } from '@/hooks/queries/videos'
import { useGenerationQueue } from '@/hooks/useGenerationQueue'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

const RECENT = 12

export function QueuePage() {
  const userId = useUserId()
  const client = useQueryClient()
  const { videos, isPending, error } = useGenerationQueue(userId)
  // The queue is worked off from its oldest.
  const live = videos.filter(({ status }) => isLive(status)).toReversed()
  const recent = videos.filter(({ status }) => !isLive(status)).slice(0, RECENT)
  const retry = () => void client.refetchQueries({ queryKey: videoQueries.queue(userId).queryKey })
  return (
    <>
      <PageHeader title={t('projects.queueTitle')} lead={t('projects.queueLead')} />
      {error && videos.length === 0 && <LoadFailed error={error} onRetry={retry} />}
      {isPending && <Loading className="block skeleton h-28 rounded-card" />}
      {!isPending && !error && live.length === 0 && (
        <EmptyState title={t('projects.queueEmptyTitle')} text={t('projects.queueEmptyText')}>
          <ButtonLink to={paths.newProject} variant="primary" className="mt-6">
            {t('projects.new')}
          </ButtonLink>
        </EmptyState>
      )}
      <Films userId={userId} title={t('projects.queueLive')} videos={live} />
      <Films userId={userId} title={t('projects.queueRecent')} videos={recent} />
    </>
  )
}

function Films({ userId, title, videos }: { userId: string; title: string; videos: readonly Video[] }) {
  if (videos.length === 0) return null
  return (
    <section className="mt-10 first-of-type:mt-0">
      <h2 className="mb-4 text-lg font-semibold">{title}</h2>
      <ul aria-label={title} className="grid gap-4">
        {videos.map((video) => (
          <QueueItem key={video.id} userId={userId} video={video} />
        ))}
      </ul>
    </section>
  )
}
