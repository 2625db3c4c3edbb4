import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { MediaLibrary } from '@/components/media/MediaLibrary'
import { ButtonLink } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { Loading } from '@/components/ui/Loading'
import { PageHeader } from '@/components/ui/PageHeader'
import { mediaQueries } from '@/hooks/queries/media'
import { usePhotosBeingDeleted } from '@/hooks/queries/mediaRemoval'
import { useUserId } from '@/hooks/useSession'
import { t } from '@/lib/i18n'
import { paths } from '@/lib/paths'

export function MediaPage() {
  const userId = useUserId()
  const { data, error, refetch } = useQuery(mediaQueries.library(userId))
  const leaving = usePhotosBeingDeleted(userId)
  const photos = useMemo(
    () => (leaving.size === 0 ? data : data?.filter(({ id }) => !leaving.has(id))),
    [data, leaving],
  )
  return (
    <>
      <PageHeader
        title={t('projects.mediaTitle')}
        lead={
          photos && photos.length > 0
            ? t('projects.mediaTotal', { count: photos.length })
            : t('projects.mediaLead')
        }
      />
      {!photos && (error ? <LoadFailed error={error} onRetry={() => void refetch()} /> : <MediaSkeleton />)}
      {photos?.length === 0 && (
        <EmptyState title={t('projects.mediaEmptyTitle')} text={t('projects.mediaEmptyText')}>
          <ButtonLink to={paths.newProject} variant="primary" className="mt-6">
            {t('projects.new')}
          </ButtonLink>
        </EmptyState>
      )}
      {photos && photos.length > 0 && <MediaLibrary userId={userId} photos={photos} />}
    </>
  )
}

const PLACES = Array.from({ length: 12 }, (_, place) => place)

function MediaSkeleton() {
  return (
    <Loading className="grid grid-cols-3 gap-1.5 sm:grid-cols-[repeat(auto-fill,minmax(9.5rem,1fr))]">
      {PLACES.map((place) => (
        <div key={place} className="skeleton aspect-square" />
      ))}
    </Loading>
  )
}
