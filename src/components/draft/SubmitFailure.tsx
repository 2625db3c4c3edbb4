import { Button } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import { errorText } from '@/lib/errorText'
import { t } from '@/lib/i18n'
import { useVideoStore } from '@/stores/video.store'

/** Why the video was not created, which photos were in the way, and that nothing is lost. */
export function SubmitFailure({ onRetry }: { onRetry: () => void }) {
  const submission = useVideoStore((state) => state.submission)
  const uploads = useVideoStore((state) => state.uploads)
  const photos = useVideoStore(({ draft }) => draft.photos)
  if (submission.kind !== 'failed') return null
  const failed = photos.filter(({ id }) => uploads[id]?.kind === 'failed')
  const reason = errorText(submission.error)
  const names = failed.map(({ facts }) => facts.filename).join(', ')
  return (
    <div className="mb-3">
      <ErrorNotice
        action={
          <Button size="small" onClick={onRetry}>
            {t('draft.retry')}
          </Button>
        }
      >
        {t('draft.submitFailed')}{' '}
        {failed.length > 0 ? t('draft.photosFailed', { count: failed.length, names, reason }) : reason}{' '}
        {t('draft.draftStays')}
      </ErrorNotice>
    </div>
  )
}
