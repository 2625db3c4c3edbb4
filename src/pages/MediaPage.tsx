import { useQuery } from '@tanstack/react-query'
import { MediaGrid } from '@/components/projects/MediaGrid'
import { ButtonLink } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { Pager, usePage } from '@/components/ui/Pager'
import { MEDIA_PER_PAGE } from '@/data/media'
import { mediaQueries } from '@/hooks/queries/media'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function MediaPage() {
  const userId = useUserId()
  const page = usePage()
  const { data, error, refetch } = useQuery(mediaQueries.list(userId, page))
  return (
    <>
      <PageHeader
        title={t('projects.mediaTitle')}
        lead={
          data && data.total > 0 ? t('projects.mediaTotal', { count: data.total }) : t('projects.mediaLead')
        }
      />
      {!data && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <MediaSkeleton />)}
      {data?.total === 0 && (
        <EmptyState title={t('projects.mediaEmptyTitle')} text={t('projects.mediaEmptyText')}>
          <ButtonLink to={paths.newProject} variant="primary" className="mt-6">
            {t('projects.new')}
          </ButtonLink>
        </EmptyState>
      )}
      {data && data.total > 0 && (
        <>
          <MediaGrid userId={userId} items={data.items} />
          <Pager page={page} total={data.total} perPage={MEDIA_PER_PAGE} />
        </>
      )}
    </>
  )
}

const PLACES = Array.from({ length: 12 }, (_, place) => place)

function MediaSkeleton() {
  return (
    <Loading className="grid grid-cols-3 gap-1.5 sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))] sm:gap-3">
      {PLACES.map((place) => (
        <div key={place} className="skeleton aspect-square" />
      ))}
    </Loading>
  )
}
