import CircleAlert from 'lucide-react/icons/circle-alert'
import CircleSlash from 'lucide-react/icons/circle-slash'
import { Button } from '@/components/ui/Button'
import type { Video } from '@/domain/video'
import { errorCodeText } from '@/lib/errorText'
import { t } from '@/lib/i18n'

type FailedNoticeProps = {
  video: Pick<Video, 'status' | 'errorCode'>
  retrying: boolean
  /** Undefined for somebody who may only look. */
  onRetry: (() => void) | undefined
}

/** A film that failed or was cancelled: the reason, and the way on. */
export function FailedNotice({ video, retrying, onRetry }: FailedNoticeProps) {
  const failed = video.status === 'failed'
  const Icon = failed ? CircleAlert : CircleSlash
  return (
    <div className="flex flex-col items-center gap-2 text-center">
      <Icon aria-hidden className={`size-8 ${failed ? 'text-danger' : 'text-muted'}`} strokeWidth={1.5} />
      <h2 className="text-lg font-semibold">
        {t(failed ? 'projects.failedTitle' : 'projects.cancelledTitle')}
      </h2>
      <p className="max-w-md text-balance text-muted">
        {failed ? errorCodeText(video.errorCode) : t('projects.cancelledText')}
      </p>
      {onRetry && (
        <Button
          variant="primary"
          className="mt-3"
          aria-disabled={retrying}
          onClick={() => {
            if (!retrying) onRetry()
          }}
        >
          {t('projects.retry')}
        </Button>
      )}
    </div>
  )
}
