import { useQuery } from '@tanstack/react-query'
import { Button } from '@/components/ui/Button'
import { LoadFailed } from '@/components/ui/LoadFailed'
import { ModalDialog, type ModalProps } from '@/components/ui/ModalDialog'
import type { PhotoUse } from '@/domain/libraryPhoto'
import { mediaQueries } from '@/hooks/queries/media'
import { useDeletePhotos } from '@/hooks/queries/mediaRemoval'
import { useUserId } from '@/hooks/useSession'
import { formatBytes } from '@/lib/format'
import { t } from '@/lib/i18n'
import { useLibraryStore } from '@/stores/library.store'

/** Says how much room it gives and in which films-to-be the photos are; after that there is still a message to take it back. */
export function DeletePhotosDialog({ data: { photoIds }, close }: ModalProps<'deletePhotos'>) {
  const userId = useUserId()
  const { data: library } = useQuery(mediaQueries.library(userId))
  const { data: uses, error, refetch } = useQuery(mediaQueries.uses(userId, photoIds))
  const deleting = useDeletePhotos(userId)
  const chosen = new Set(photoIds)
  const bytes = library?.reduce((sum, photo) => (chosen.has(photo.id) ? sum + photo.bytes : sum), 0) ?? 0
  function confirmed() {
    close()
    useLibraryStore.getState().leave(photoIds)
    deleting.mutate({ ids: [...photoIds] })
  }
  return (
    <ModalDialog
      name="deletePhotos"
      role="alertdialog"
      title={t('library.deleteTitle', { count: photoIds.length })}
      lead={t('library.deleteText', { size: formatBytes(bytes) })}
    >
      {error && !uses ? (
        <LoadFailed error={error} onRetry={() => void refetch()} />
      ) : (
        <Uses uses={uses} count={photoIds.length} />
      )}
      <div className="mt-7 flex flex-wrap justify-end gap-3">
        <Button onClick={close}>{t('shell.cancel')}</Button>
        <Button variant="danger" disabled={!uses} onClick={confirmed}>
          {t('library.deleteConfirm')}
        </Button>
      </div>
    </ModalDialog>
  )
}

function Uses({ uses, count }: { uses: readonly PhotoUse[] | undefined; count: number }) {
  if (!uses) return <div className="skeleton mt-5 h-12" />
  if (uses.length === 0) return <p className="mt-5 text-muted">{t('library.unused', { count })}</p>
  return (
    <div className="mt-5 rounded-control bg-sunken p-4">
      <p className="font-medium">{t('library.usedIn')}</p>
      <ul aria-label={t('library.usedIn')} className="mt-2 grid max-h-48 gap-1 overflow-y-auto">
        {uses.map(({ project, photos }, n) => (
          <li key={project?.id ?? n} className="flex items-baseline justify-between gap-4">
            <span className="min-w-0 truncate">{project?.title ?? t('library.foreignProject')}</span>
            <span className="shrink-0 text-sm text-muted tabular-nums">
              {t('projects.photoCount', { count: photos })}
            </span>
          </li>
        ))}
      </ul>
      <p className="mt-3 text-sm text-muted">{t('library.usedText')}</p>
    </div>
  )
}
