import { useQuery } from '@tanstack/react-query'
import Download from 'lucide-react/icons/download'
import Send from 'lucide-react/icons/send'
import { downloadName } from '@/components/generation/downloadName'
import { Button, buttonClass } from '@/components/ui/Button'
import { ErrorNotice } from '@/components/ui/Notice'
import type { Video } from '@/domain/video'
import { videoQueries } from '@/hooks/queries/videos'
import { canSendFiles, useFileToSend } from '@/hooks/useFileToSend'
import { formatBytes, formatPercent } from '@/lib/format'
import { t } from '@/lib/i18n'

/** More than most apps take, and than a phone holds in memory twice. */
const LARGEST_BYTES = 512 * 1024 * 1024

/** The film as a file: to another app where the browser can, and to this device. */
export function SendFile({ userId, title, video }: { userId: string; title: string; video: Video }) {
  const filename = downloadName(title, video)
  const { data: files } = useQuery(videoQueries.files(userId, video, filename))
  const { sending, prepare, open } = useFileToSend()
  const type = video.mimeType ?? 'video/mp4'
  const isTooLarge = (video.bytes ?? 0) > LARGEST_BYTES
  const isBusy = sending.status === 'fetching' || !files
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap gap-3">
        {canSendFiles(type) &&
          !isTooLarge &&
          (sending.status === 'ready' ? (
            <Button variant="primary" onClick={() => void open(sending.file)}>
              <Send aria-hidden className="size-4.5" strokeWidth={1.75} />
              {t('shares.sendNow')}
            </Button>
          ) : (
            <Button
              aria-disabled={isBusy}
              onClick={() => {
                if (files && sending.status !== 'fetching') void prepare(files.play, filename, type)
              }}
            >
              <Send aria-hidden className="size-4.5" strokeWidth={1.75} />
              {sending.status === 'fetching' && sending.fraction !== null
                ? t('shares.fetching', { percent: formatPercent(sending.fraction) })
                : t('shares.sendFile')}
            </Button>
          ))}
        {files && (
          <a href={files.download} download={filename} className={buttonClass()}>
            <Download aria-hidden className="size-4.5" strokeWidth={1.75} />
            {t('shares.download')}
          </a>
        )}
      </div>
      {isTooLarge && canSendFiles(type) && (
        <p className="text-sm text-muted">{t('shares.tooLarge', { size: formatBytes(video.bytes ?? 0) })}</p>
      )}
      {sending.status === 'failed' && <ErrorNotice>{t('shares.fetchFailed')}</ErrorNotice>}
      <output className="text-sm text-success empty:hidden">
        {sending.status === 'sent' && t('shares.sent')}
      </output>
    </div>
  )
}
